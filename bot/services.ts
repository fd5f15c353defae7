/** All wiring in one place: what each part needs is given to it here, and nowhere else. */
import { setTimeout as sleep } from 'node:timers/promises';
import pino, { type Logger } from 'pino';
import { deliverDue } from '../delivery/deliver.ts';
import { cancelOvertaken } from '../delivery/reminders.ts';
import { markReported, sendsToReport } from '../delivery/send-report.ts';
import { createConversation } from '../dialogs/conversation.ts';
import { administers } from '../hygiene/administrators.ts';
import { loadProfiles } from '../hygiene/lifecycle-profile.ts';
import { type Knowledge, loadKnowledge } from '../knowledge/knowledge.ts';
import type { Config } from './config.ts';
import { type OpenDatabase, openDatabase } from './database/open-database.ts';
import { AssistantError } from './errors.ts';
import { createReceive } from './http/receive.ts';
import { type Jobs, startJobs } from './jobs.ts';
import { createOdsFhirDirectory } from './ods/ods-fhir-directory.ts';
import { TeamsAdapter } from './teams/adapter.ts';
import { createConnectorClient } from './teams/connector-client.ts';
import { AzureIdentityCredentials, credentialFor } from './teams/credentials.ts';
import { createTeamsRoster } from './teams/teams-roster.ts';
import { createTeamsSender } from './teams/teams-sender.ts';
import { createAfterwards } from './turn/afterwards.ts';
import { guardIncoming } from './turn/guard-incoming.ts';
import { createTurnStore } from './turn/turn-store.ts';
import { createTurn, type TakeTurn } from './turn.ts';

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
  const database = parts.database ?? (await openDatabase(config));
  const knowledge = parts.knowledge ?? soundKnowledge();
  const profiles = loadProfiles();
  const credential = credentialFor(config.identity);
  const connector = createConnectorClient({ credential, allowedServiceHosts: config.allowedServiceHosts });
  const sender = createTeamsSender(database, connector);
  const adapter = new TeamsAdapter(new AzureIdentityCredentials(config.identity, credential));
  const afterwards = createAfterwards(database, (error) => log.error({ fault: nameOf(error) }, 'afterwards'));
  const stopping = new AbortController();

  async function deliver(): Promise<void> {
    const delivery = {
      database,
      sender,
      clock,
      wait,
      perSecond: config.sendsPerSecond,
      stop: stopping.signal,
    };
    await cancelOvertaken(database, clock());
    await deliverDue(delivery);
    let reported = 0;
    for (const send of await sendsToReport(database)) {
      const mayKnow = await administers(database, send.asker, send.odsCode, clock());
      if (await markReported(database, send, mayKnow, clock())) reported++;
    }
    // The reports are owed messages themselves.
    if (reported > 0) await deliverDue(delivery);
  }

  let jobs: Jobs | undefined;
  let closing: Promise<void> | undefined;
  async function finish(): Promise<void> {
    stopping.abort();
    await jobs?.stop();
    await afterwards.flush();
    await database.close();
  }

  const takeTurn: TakeTurn = createTurn({
    admission: config,
    guard: guardIncoming,
    store: createTurnStore(database),
    conversation: createConversation({
      knowledge,
      database,
      profiles,
      profile: config.lifecycleProfile ? profiles.get(config.lifecycleProfile) : undefined,
      roster: createTeamsRoster(database, connector),
      dspt: {
        deadline: config.dsptDeadline,
        directory: config.odsApi && createOdsFhirDirectory(config.odsApi, { clock }),
      },
      timeZone: config.timeZone,
      wakeDelivery: () => jobs?.wakeDelivery(),
    }),
    afterwards,
    clock,
  });

  return {
    config,
    log,
    database,
    knowledge,
    takeTurn,
    deliver,
    receive: createReceive({ adapter, takeTurn, log }),
    /** Resolves when all that follows the replies so far is written. */
    settled: () => afterwards.flush(),
    async ready() {
      if (stopping.signal.aborted) return false;
      return database.query('select 1').then(
        () => true,
        () => false,
      );
    },
    async startJobs() {
      jobs = await startJobs(database, deliver, log);
    },
    /** Finishes what is under way, then closes the database. Asked twice (Ctrl-C, then a kill) it is done once. */
    close() {
      closing ??= finish();
      return closing;
    },
  };
}

/** What the assistant knows, or one clear fault that says what in it needs attention. */
function soundKnowledge(): Knowledge {
  try {
    return loadKnowledge();
  } catch (cause) {
    throw new AssistantError('KNOWLEDGE_INVALID', (cause as Error).message, { cause });
  }
}

function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : 'unknown';
}
