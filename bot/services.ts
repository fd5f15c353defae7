/** All wiring in one place: what each part needs is given to it here and in `services/`, and nowhere else. */
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import pino, { type Logger } from 'pino';
import { createConversation } from '../dialogs/conversation.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import type { Config } from './config.ts';
import { type OpenDatabase, openDatabase } from './database/open-database.ts';
import { faultOf } from './fault.ts';
import { createReceive } from './http/receive.ts';
import { allJobs } from './jobs/all-jobs.ts';
import { type Jobs, startJobs } from './jobs/queue.ts';
import { jobsDue, runWhenDue } from './jobs/run-when-due.ts';
import { lifecycleOf } from './lifecycle.ts';
import { createReadiness } from './readiness.ts';
import { createDeliveryParts } from './services/delivery-parts.ts';
import { dialogParts } from './services/dialog-parts.ts';
import { soundKnowledge } from './services/sound-knowledge.ts';
import { createTeamsParts } from './services/teams-parts.ts';
import { startTelemetry } from './services/telemetry-part.ts';
import { loggedSender } from './teams/logged-sender.ts';
import { createTeamsCardUpdater } from './teams/teams-card-updater.ts';
import { createTeamsChannels } from './teams/teams-channels.ts';
import { createTeamsSender } from './teams/teams-sender.ts';
import { observedBy } from './telemetry/observed.ts';
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
  const lifecycle = lifecycleOf(config);
  const opened = parts.database ?? (await openDatabase(config));
  const replica = randomUUID();
  const telemetry = await startTelemetry(config.telemetry, { replica, opened, clock, log });
  const observed = observedBy(telemetry);
  const database = observed.database(opened);
  const knowledge = parts.knowledge ?? soundKnowledge();
  const afterwards = createAfterwards(database, config.timeZone, (error) =>
    log.error({ fault: faultOf(error) }, 'not written after a reply'),
  );
  const { meter, connector, adapter } = createTeamsParts(config, { database, clock, wait, log });
  const cardSource = { database, knowledge };
  const delivery = createDeliveryParts(
    {
      database,
      sender: observed.sender(loggedSender(createTeamsSender(connector, cardSource), log)),
      clock,
      wait,
      replica,
      perSecond: config.sendsPerSecond,
      limits: config.conversationLimits,
    },
    log,
  );
  const channels = createTeamsChannels(database, connector);
  const turn: TurnDeps = {
    admission: config,
    guard: guardIncoming,
    pace: createPace(config.messagesPerMinute),
    store: createTurnStore(database),
    conversation: createConversation(
      dialogParts(config, {
        knowledge,
        database,
        connector,
        channels,
        lifecycle,
        clock,
        wakeDelivery: delivery.wake,
      }),
    ),
    afterwards,
    feedback: createTakeFeedback(database, config),
    knowledge,
    clock,
  };
  const takeTurn = createTurn(observed.turn(turn));
  const schedule = {
    database,
    jobs: allJobs({
      database,
      channels,
      knowledge,
      retention: config.retention,
      ...lifecycle,
      updater: createTeamsCardUpdater(connector, meter, cardSource),
      clock,
      wait,
      timeZone: config.timeZone,
      log,
      wakeDelivery: delivery.wake,
    }),
    clock,
    timeZone: config.timeZone,
  };

  let jobs: Jobs | undefined;
  let closing: Promise<void> | undefined;
  let isDraining = false;
  async function finish(): Promise<void> {
    isDraining = true;
    delivery.stop();
    await jobs?.stop();
    await delivery.ended();
    await afterwards.flush();
    await meter.flush();
    await telemetry?.stop();
    await database.close();
  }

  return {
    config,
    log,
    database,
    knowledge,
    takeTurn,
    deliver: delivery.deliver,
    receive: createReceive({ adapter, takeTurn, log, clock, telemetry }),
    /** Resolves when all that follows the replies so far is written. */
    async settled() {
      await afterwards.flush();
      await meter.flush();
    },
    readiness: createReadiness({
      database: opened,
      queueIdleMs: delivery.idleMs,
      isStopping: () => isDraining,
    }),
    /** Told to stop: what comes is still answered, and whoever asks is told to send the next message elsewhere. */
    drain() {
      isDraining = true;
    },
    async startJobs() {
      delivery.startLoop();
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
