/** Every setting of the service: read once, checked together, frozen. The only file that reads the environment. */
import { identityOf } from './app-identity.ts';
import { AssistantError } from './errors.ts';
import { type PackageSettings, packageSettings } from './package-settings.ts';
import { type Environment, environment, settingNames } from './settings.ts';
import type { TelemetrySettings } from './telemetry/telemetry.ts';

export { settingNames } from './settings.ts';

const LOOPBACK_HOSTS = ['127.0.0.1', 'localhost', '::1'];

type Settings = Readonly<Record<string, string | undefined>>;

export type Config = Readonly<ReturnType<typeof shape>>;

/**
 * Reads and checks all settings.
 * @param overrides settings that a command gives, before the environment's.
 * @throws AssistantError `CONFIG_INVALID` that names every problem at once, one a line.
 */
export function loadConfig(overrides: Settings = {}, env: Settings = process.env): Config {
  const given = { ...env, ...overrides };
  const known = Object.fromEntries(
    settingNames.filter((name) => given[name]).map((name) => [name, given[name]]),
  );
  const parsed = environment.safeParse(known);
  const wrong = parsed.success ? [] : parsed.error.issues;
  // What is wrong by itself is left out, so that what is wrong together is told in the same go.
  const sound = Object.fromEntries(
    Object.entries(known).filter(([name]) => !wrong.some((issue) => issue.path[0] === name)),
  );
  const problems = [
    ...wrong.map((issue) => `${String(issue.path[0])}: ${issue.message}`),
    ...relations(environment.parse(sound)),
  ];
  if (!parsed.success || problems.length > 0) {
    throw new AssistantError('CONFIG_INVALID', `These settings need attention:\n  ${problems.join('\n  ')}`);
  }
  return Object.freeze(shape(parsed.data));
}

/** Problems that concern more than one setting. */
function relations(env: Environment): string[] {
  const problems: string[] = [];
  const needs = (name: keyof Environment, why: string) => {
    if (!env[name]) problems.push(`${name}: ${why}`);
  };
  const loopback = LOOPBACK_HOSTS.includes(env.HOST);
  if (env.ASSISTANT_MODE === 'playground') {
    if (!loopback) problems.push('HOST: playground mode checks no tokens, so write 127.0.0.1');
    if (env.MICROSOFT_APP_ID) problems.push('MICROSOFT_APP_ID: leave it empty in playground mode');
    return problems;
  }
  if (!env.MICROSOFT_APP_ID) {
    problems.push(
      `MICROSOFT_APP_ID: write the bot's app id. Without one no token is checked, so the service only starts with ASSISTANT_MODE=playground and HOST=127.0.0.1 (now ${env.HOST})`,
    );
    return problems;
  }
  const type = env.MICROSOFT_APP_TYPE;
  if (type !== 'MultiTenant') needs('MICROSOFT_APP_TENANT_ID', `write the tenant id: ${type} needs it`);
  if (type === 'SingleTenant' || type === 'MultiTenant') {
    needs('MICROSOFT_APP_PASSWORD', `write the client secret: ${type} needs it`);
  }
  if (type === 'Certificate') {
    needs('MICROSOFT_APP_CERTIFICATE_FILE', 'write the path of the certificate (PEM)');
    needs('MICROSOFT_APP_CERTIFICATE_KEY_FILE', 'write the path of its private key (PEM)');
  }
  if (type === 'FederatedCredential') {
    needs('MICROSOFT_APP_FEDERATED_CLIENT_ID', 'write the client id of the managed identity that is trusted');
  }
  if (env.ALLOWED_TENANTS.length === 0 && !env.MICROSOFT_APP_TENANT_ID) {
    problems.push('ALLOWED_TENANTS: write the tenant ids whose people may use the assistant');
  }
  return problems;
}

function shape(env: Environment) {
  const playground = env.ASSISTANT_MODE === 'playground';
  const own = env.MICROSOFT_APP_TENANT_ID ? [env.MICROSOFT_APP_TENANT_ID] : [];
  return {
    playground,
    host: env.HOST,
    port: env.PORT,
    databaseUrl: env.DATABASE_URL,
    databaseAuth: env.DATABASE_AUTH,
    dataFolder: env.DATA_FOLDER,
    identity: identityOf(env),
    /** Empty means any tenant, which only the playground allows. */
    allowedTenants: playground ? [] : env.ALLOWED_TENANTS.length > 0 ? env.ALLOWED_TENANTS : own,
    allowedServiceHosts: playground ? LOOPBACK_HOSTS : env.ALLOWED_SERVICE_HOSTS,
    /** Who administers which organisations by configuration: see `administrators-file.ts`. */
    administratorsFile: env.ADMINISTRATORS_FILE,
    allowedFileHosts: playground ? LOOPBACK_HOSTS : env.ALLOWED_FILE_HOSTS,
    /** The demonstration speaks of the deck's rules; live sends refuse until one is chosen. */
    lifecycleProfile: env.LIFECYCLE_PROFILE || (playground ? 'deck-2020' : undefined),
    lifecycleProfiles: env.LIFECYCLE_PROFILES,
    dsptDeadline: env.DSPT_DEADLINE,
    /** Absent without a key: then codes are looked up in the status file only. */
    odsApi: env.ODS_API_KEY ? { url: env.ODS_API_URL.replace(/\/+$/, ''), key: env.ODS_API_KEY } : undefined,
    graph: {
      url: env.GRAPH_URL,
      organisationFrom: env.GRAPH_ORGANISATION_FROM,
      organisations: env.GRAPH_ORGANISATIONS,
    },
    timeZone: env.TIME_ZONE,
    botOpenIdMetadata: env.BOT_OPENID_METADATA,
    /** Of one person. In the playground there is only one. */
    messagesPerMinute: playground ? Number.POSITIVE_INFINITY : env.MESSAGES_PER_MINUTE,
    sendsPerSecond: env.SENDS_PER_SECOND,
    /** In days. */
    retention: {
      conversations: env.RETENTION_CONVERSATIONS_DAYS,
      people: env.RETENTION_PEOPLE_DAYS,
      messages: env.RETENTION_MESSAGES_DAYS,
      statistics: env.RETENTION_STATISTICS_DAYS,
      feedback: env.RETENTION_FEEDBACK_DAYS,
      tickets: env.RETENTION_TICKETS_DAYS,
      audit: env.RETENTION_AUDIT_DAYS,
    },
    /** How long a question waits for a helper before its asker is told whom to ring. */
    tickets: { minutes: env.TICKET_WAIT_MINUTES, hours: env.WORKING_HOURS, timeZone: env.TIME_ZONE },
    conversationLimits: env.CONVERSATION_LIMITS,
    playgroundPort: env.PLAYGROUND_PORT,
    logLevel: env.LOG_LEVEL,
    /** In the playground nobody else has to learn of it. */
    shutdownGraceSeconds: playground ? 0 : env.SHUTDOWN_GRACE_SECONDS,
    telemetry: telemetryOf(env),
  };
}

/** Absent without a collector: then nothing is measured. */
function telemetryOf(env: Environment): TelemetrySettings | undefined {
  const endpoint = env.OTEL_EXPORTER_OTLP_ENDPOINT?.replace(/\/+$/, '');
  if (!endpoint) return undefined;
  const pairs = env.OTEL_EXPORTER_OTLP_HEADERS.map((pair) => {
    const at = pair.indexOf('=');
    return [pair.slice(0, at), decodeURIComponent(pair.slice(at + 1))] as const;
  });
  return { endpoint, headers: Object.fromEntries(pairs), traceRatio: Number(env.OTEL_TRACES_SAMPLER_ARG) };
}

/** The settings that go into the Teams app package: see `packageSettings`. */
export function loadPackageSettings(env: Settings = process.env): PackageSettings {
  return packageSettings(env);
}

/** The environment for a program that this one starts. */
export function childEnvironment(more: Record<string, string>): NodeJS.ProcessEnv {
  return { ...process.env, ...more };
}
