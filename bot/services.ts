/** All wiring in one place: what each part needs is given to it here, and nowhere else. */
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import pino, { type Logger } from 'pino';
import { administers } from '../access/administrators.ts';
import { deliverDue } from '../delivery/deliver.ts';
import { markReported, sendsToReport } from '../delivery/send-report.ts';
import { createConversation } from '../dialogs/conversation.ts';
import { type Knowledge, loadKnowledge } from '../knowledge/knowledge.ts';
import type { Config } from './config.ts';
import { type OpenDatabase, openDatabase } from './database/open-database.ts';
import { type DeliveryLoop, startDeliveryLoop } from './delivery-loop.ts';
import { AssistantError } from './errors.ts';
import { faultOf } from './fault.ts';
import { createReceive } from './http/receive.ts';
import { allJobs } from './jobs/all-jobs.ts';
import { type Jobs, startJobs } from './jobs/queue.ts';
import { jobsDue, runWhenDue } from './jobs/run-when-due.ts';
import { lifecycleOf } from './lifecycle.ts';
import { createOdsFhirDirectory } from './ods/ods-fhir-directory.ts';
import { createReadiness } from './readiness.ts';
import { TeamsAdapter } from './teams/adapter.ts';
import { createConnectorClient } from './teams/connector-client.ts';
import { AzureIdentityCredentials, credentialFor } from './teams/credentials.ts';
import { createPersonFiles } from './teams/person-files.ts';
import { createRequestMeter } from './teams/request-meter.ts';
import { createTeamsRoster } from './teams/teams-roster.ts';
import { createTeamsSender } from './teams/teams-sender.ts';
import { createTokenCheck } from './teams/token-check.ts';
import { observedBy } from './telemetry/observed.ts';
import type { Telemetry, TelemetrySettings } from './telemetry/telemetry.ts';
import { waitingIn } from './telemetry/waiting.ts';
import { createAfterwards } from './turn/afterwards.ts';
import { createTakeFeedback } from './turn/feedback.ts';
import { guardIncoming } from './turn/guard-incoming.ts';
import { createPace } from './turn/pace.ts';
import { createTurnStore } from './turn/turn-store.ts';
import { createTurn, type TurnDeps } from './turn.ts';

export type Services = Awaited<ReturnType<typeof createServices>>;

export interface ServiceParts {
  clock?: () => Date;
  /** Resolves after so many milliseconds of that clock. */
  wait?: (ms: number) => Promise<void>;
  log?: Logger;
  /** Given when the caller has it already: reading it takes a moment. */
  knowledge?: Knowledge;
  database?: OpenDatabase;
}

/**
 * Opens the database, reads what the assistant knows, and wires the turn.
 * @throws AssistantError when something it stands on is missing.
 */
export async function createServices(config: Config, parts: ServiceParts = {}) {
  const { clock = () => new Date(), log = pino({ level: config.logLevel }) } = parts;
  const wait = parts.wait ?? (async (ms: number) => void (await sleep(ms)));
  const { profiles, profile } = lifecycleOf(config);
  const opened = parts.database ?? (await openDatabase(config));
  const replica = randomUUID();
  const telemetry = await startTelemetry(config.telemetry, { replica, opened, clock, log });
  const observed = observedBy(telemetry);
  const database = observed.database(opened);
  const knowledge = parts.knowledge ?? soundKnowledge();
  const credential = credentialFor(config.identity);
  const stopping = new AbortController();
  const afterwards = createAfterwards(database, config.timeZone, (error) =>
    log.error({ fault: faultOf(error) }, 'afterwards'),
  );
  const meter = createRequestMeter(database, clock, (error) => log.error({ fault: faultOf(error) }, 'meter'));
  const connector = createConnectorClient({
    credential,
    allowedServiceHosts: config.allowedServiceHosts,
    onRequest: meter.count,
  });
  const checkToken =
    config.identity.type === 'none'
      ? undefined
      : createTokenCheck(config.identity.appId, config.botOpenIdMetadata, clock);
  const adapter = new TeamsAdapter(
    new AzureIdentityCredentials(config.identity, credential),
    checkToken,
    connector,
    wait,
  );
  const delivery = {
    database,
    sender: observed.sender(createTeamsSender(connector)),
    clock,
    wait,
    replica,
    perSecond: config.sendsPerSecond,
    limits: config.conversationLimits,
    stop: stopping.signal,
  };

  /** @returns how many people are owed the result of a send now. */
  async function reportFinished(): Promise<number> {
    let reported = 0;
    for (const send of await sendsToReport(database)) {
      const mayKnow = await administers(database, send.asker, send.odsCode, clock());
      if (await markReported(database, send, mayKnow, clock())) reported++;
    }
    return reported;
  }

  async function deliver(): Promise<void> {
    await deliverDue(delivery);
    // The reports are owed messages themselves.
    if ((await reportFinished()) > 0) await deliverDue(delivery);
  }

  let loop: DeliveryLoop | undefined;
  let jobs: Jobs | undefined;
  let closing: Promise<void> | undefined;
  let isDraining = false;
  async function finish(): Promise<void> {
    isDraining = true;
    stopping.abort();
    await jobs?.stop();
    await loop?.ended;
    await afterwards.flush();
    await meter.flush();
    await telemetry?.stop();
    await database.close();
  }

  const turn: TurnDeps = {
    admission: config,
    guard: guardIncoming,
    pace: createPace(config.messagesPerMinute),
    store: createTurnStore(database),
    conversation: createConversation({
      knowledge,
      database,
      profiles,
      profile,
      roster: createTeamsRoster(database, connector),
      files: createPersonFiles(config),
      dspt: {
        deadline: config.dsptDeadline,
        directory: config.odsApi && createOdsFhirDirectory(config.odsApi, { clock }),
      },
      timeZone: config.timeZone,
      retention: config.retention,
      wakeDelivery: () => loop?.wake(),
    }),
    afterwards,
    feedback: createTakeFeedback(database, config),
    knowledge,
    clock,
  };
  const takeTurn = createTurn(observed.turn(turn));
  const schedule = {
    database,
    jobs: allJobs({ database, retention: config.retention, knowledge, timeZone: config.timeZone }),
    clock,
    timeZone: config.timeZone,
  };

  return {
    config,
    log,
    database,
    knowledge,
    takeTurn,
    deliver,
    receive: createReceive({ adapter, takeTurn, log, telemetry }),
    /** Resolves when all that follows the replies so far is written. */
    async settled() {
      await afterwards.flush();
      await meter.flush();
    },
    readiness: createReadiness({
      database: opened,
      queueIdleMs: () => loop?.idleMs(),
      isStopping: () => isDraining,
    }),
    /** Told to stop: what comes is still answered, and whoever asks is told to send the next message elsewhere. */
    drain() {
      isDraining = true;
    },
    async startJobs() {
      loop = startDeliveryLoop({ delivery, reportFinished, log });
      jobs = await startJobs({ ...schedule, database: opened }, log);
    },
    /** Does what is due now, as the queue would. */
    async runDueJobs() {
      for (const { name } of await jobsDue(schedule)) await runWhenDue(schedule, name);
    },
    /** Finishes what is under way, then closes the database. Asked twice (Ctrl-C, then a kill) it is done once. */
    close() {
      closing ??= finish();
      return closing;
    },
  };
}

/** Loaded only when it is used: reading its packages takes a moment. */
async function startTelemetry(
  settings: TelemetrySettings | undefined,
  { replica, opened, clock, log }: { replica: string; opened: OpenDatabase; clock: () => Date; log: Logger },
): Promise<Telemetry | undefined> {
  if (!settings) return undefined;
  const { startOtlp } = await import('./telemetry/otlp.ts');
  return startOtlp(settings, { replica, waiting: () => waitingIn(opened, clock()), log });
}

/** What the assistant knows, or one clear fault that says what in it needs attention. */
function soundKnowledge(): Knowledge {
  try {
    return loadKnowledge();
  } catch (cause) {
    throw new AssistantError('KNOWLEDGE_INVALID', (cause as Error).message, { cause });
  }
}
