/** Every setting of the service: read once, checked together, frozen. The only file that reads the environment. */
import { z } from 'zod';
import { AssistantError } from './errors.ts';

const LOOPBACK_HOSTS = ['127.0.0.1', 'localhost', '::1'];
const TEAMS_HOSTS = 'smba.trafficmanager.net,smba.infra.gcc.teams.microsoft.com';

const list = z.string().transform((text) =>
  text
    .split(',')
    .map((item) => item.trim())
    .filter(Boolean),
);
const wholeNumber = (least: number, most: number) =>
  z
    .string()
    .regex(/^\d+$/, 'write a whole number')
    .transform(Number)
    .refine((value) => value >= least && value <= most, `write a number from ${least} to ${most}`);
const optional = z
  .string()
  .optional()
  .transform((text) => text?.trim() || undefined);
const timeZone = z.string().refine((zone) => {
  try {
    return Boolean(new Intl.DateTimeFormat('en-GB', { timeZone: zone }));
  } catch {
    return false;
  }
}, 'write a time zone such as Europe/London');

const ODS_API = 'https://api.service.nhs.uk/organisation-data-terminology-api/fhir';

/** 29 February is left out: most years have none. */
function isYearlyDay(text: string): boolean {
  return /^\d\d-\d\d$/.test(text) && new Date(`2001-${text}T00:00:00Z`).toJSON()?.slice(5, 10) === text;
}

/** The API's key is sent there, so never in clear text, but for a fake on this machine. */
function isSafeAddress(text: string): boolean {
  return /^https:\/\/[^/\s]+/.test(text) || /^http:\/\/127\.0\.0\.1(:\d+)?(\/|$)/.test(text);
}

/** One line for each setting, in the order of .env.example. */
const settings = {
  ASSISTANT_MODE: z
    .enum(['production', 'playground'], 'write production or playground')
    .default('production'),
  HOST: z.string().min(1).default('127.0.0.1'),
  PORT: wholeNumber(0, 65535).default(3978),
  DATABASE_URL: optional.refine(
    (url) => !url || /^postgres(ql)?:\/\//.test(url),
    'write postgresql://user@host:5432/name, or leave it empty for the embedded database',
  ),
  DATA_FOLDER: z.string().min(1).default('./data'),
  MICROSOFT_APP_TYPE: z
    .enum(
      ['SingleTenant', 'UserAssignedMSI', 'Certificate', 'FederatedCredential', 'MultiTenant'],
      'write SingleTenant, UserAssignedMSI, Certificate, FederatedCredential or MultiTenant',
    )
    .default('SingleTenant'),
  MICROSOFT_APP_ID: optional,
  MICROSOFT_APP_TENANT_ID: optional,
  MICROSOFT_APP_PASSWORD: optional,
  MICROSOFT_APP_CERTIFICATE_FILE: optional,
  MICROSOFT_APP_CERTIFICATE_KEY_FILE: optional,
  MICROSOFT_APP_FEDERATED_CLIENT_ID: optional,
  ALLOWED_TENANTS: list.default([]),
  ALLOWED_SERVICE_HOSTS: list.default(TEAMS_HOSTS.split(',')),
  LIFECYCLE_PROFILE: z
    .enum(['deck-2020', 'nhsmail-2022', ''], 'write deck-2020 or nhsmail-2022, or leave it empty')
    .default(''),
  DSPT_DEADLINE: z.string().refine(isYearlyDay, 'write a month and a day such as 06-30').default('06-30'),
  ODS_API_KEY: optional,
  ODS_API_URL: z
    .string()
    .refine(isSafeAddress, 'write an address that starts with https://')
    .default(ODS_API),
  TIME_ZONE: timeZone.default('Europe/London'),
  SENDS_PER_SECOND: wholeNumber(1, 50).default(40),
  PLAYGROUND_PORT: wholeNumber(1, 65535).default(56150),
  LOG_LEVEL: z
    .enum(['debug', 'info', 'warn', 'error', 'silent'], 'write debug, info, warn, error or silent')
    .default('info'),
};
const environment = z.object(settings);
type Environment = z.infer<typeof environment>;

/** The names of all settings, for the test that holds `.env.example` against them. */
export const settingNames = Object.keys(settings);

/** How the service proves to Microsoft that it is this bot. `none` exists in the playground only. */
export type AppIdentity =
  | { type: 'none' }
  | { type: 'SingleTenant' | 'MultiTenant'; appId: string; tenantId?: string; password: string }
  | { type: 'UserAssignedMSI'; appId: string; tenantId: string }
  | { type: 'Certificate'; appId: string; tenantId: string; certificateFile: string; keyFile: string }
  | { type: 'FederatedCredential'; appId: string; tenantId: string; managedIdentityClientId: string };

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

function identity(env: Environment): AppIdentity {
  const appId = env.MICROSOFT_APP_ID;
  const tenantId = env.MICROSOFT_APP_TENANT_ID ?? '';
  if (!appId) return { type: 'none' };
  switch (env.MICROSOFT_APP_TYPE) {
    case 'SingleTenant':
    case 'MultiTenant':
      return { type: env.MICROSOFT_APP_TYPE, appId, tenantId, password: env.MICROSOFT_APP_PASSWORD ?? '' };
    case 'UserAssignedMSI':
      return { type: 'UserAssignedMSI', appId, tenantId };
    case 'Certificate':
      return {
        type: 'Certificate',
        appId,
        tenantId,
        certificateFile: env.MICROSOFT_APP_CERTIFICATE_FILE ?? '',
        keyFile: env.MICROSOFT_APP_CERTIFICATE_KEY_FILE ?? '',
      };
    case 'FederatedCredential':
      return {
        type: 'FederatedCredential',
        appId,
        tenantId,
        managedIdentityClientId: env.MICROSOFT_APP_FEDERATED_CLIENT_ID ?? '',
      };
  }
}

function shape(env: Environment) {
  const playground = env.ASSISTANT_MODE === 'playground';
  const own = env.MICROSOFT_APP_TENANT_ID ? [env.MICROSOFT_APP_TENANT_ID] : [];
  return {
    playground,
    host: env.HOST,
    port: env.PORT,
    databaseUrl: env.DATABASE_URL,
    dataFolder: env.DATA_FOLDER,
    identity: identity(env),
    /** Empty means any tenant, which only the playground allows. */
    allowedTenants: playground ? [] : env.ALLOWED_TENANTS.length > 0 ? env.ALLOWED_TENANTS : own,
    allowedServiceHosts: playground ? LOOPBACK_HOSTS : env.ALLOWED_SERVICE_HOSTS,
    /** The demonstration speaks of the deck's rules; live sends refuse until one is chosen. */
    lifecycleProfile: env.LIFECYCLE_PROFILE || (playground ? 'deck-2020' : undefined),
    dsptDeadline: env.DSPT_DEADLINE,
    /** Absent without a key: then codes are looked up in the status file only. */
    odsApi: env.ODS_API_KEY ? { url: env.ODS_API_URL.replace(/\/+$/, ''), key: env.ODS_API_KEY } : undefined,
    timeZone: env.TIME_ZONE,
    sendsPerSecond: env.SENDS_PER_SECOND,
    playgroundPort: env.PLAYGROUND_PORT,
    logLevel: env.LOG_LEVEL,
  };
}

/** The environment for a program that this one starts. */
export function childEnvironment(more: Record<string, string>): NodeJS.ProcessEnv {
  return { ...process.env, ...more };
}
