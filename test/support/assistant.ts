/** The real service on a free port, with a stand-in for Teams: what people say goes in by HTTP and comes back by HTTP. */
import assert from 'node:assert/strict';
import type { AddressInfo } from 'node:net';
import pino from 'pino';
import { type Config, loadConfig } from '../../bot/config.ts';
import { type OpenDatabase, openDatabase } from '../../bot/database/open-database.ts';
import { DEMONSTRATION_PEOPLE, loadDemonstration } from '../../bot/demo/demonstration-data.ts';
import { createHttpServer, listen } from '../../bot/http/server.ts';
import { createServices, type Services } from '../../bot/services.ts';
import { type Knowledge, loadKnowledge } from '../../knowledge/knowledge.ts';
import { type HandClock, handClock } from '../delivery/sample-delivery.ts';
import { type Channel, type Chat, openChat } from './chat.ts';
import type { Chatter, Who } from './people.ts';
import { startTeamsConnector, type TeamsConnector } from './teams-connector.ts';

export type { Chat, Heard } from './chat.ts';

export interface Assistant {
  url: string;
  services: Services;
  connector: TeamsConnector;
  clock: HandClock;
  /** Every line of the log, as it was written. */
  log: string[];
  /** A new conversation, in which the assistant has not been added by an event. */
  chat(who: Who | Chatter, where?: 'personal' | 'groupChat' | 'channel' | Channel): Chat;
  /** Everything that the database holds, as text. */
  dump(): Promise<string>;
  /** Begins again: an empty database with the demonstration, nothing sent, nothing logged. Chats from before are over. */
  reset(): Promise<void>;
  stop(): Promise<void>;
}

let knowledge: Knowledge | undefined;

/** Reading it takes a moment, and nothing changes it. */
export function sharedKnowledge(): Knowledge {
  knowledge ??= loadKnowledge();
  return knowledge;
}

let database: Promise<OpenDatabase> | undefined;

/** Opening one takes seconds, so that all assistants of a run use the same, one after the other. */
async function sharedDatabase(): Promise<OpenDatabase> {
  database ??= openDatabase({ dataFolder: 'memory:' });
  return { ...(await database), close: async () => {} };
}

/** @param changes to the configuration of the playground. Background jobs are left out: tests call `deliver`. */
export async function startAssistant(changes: Partial<Config> = {}): Promise<Assistant> {
  const connector = await startTeamsConnector();
  const clock = handClock();
  const log: string[] = [];
  const settings = { ASSISTANT_MODE: 'playground', DATA_FOLDER: 'memory:', PORT: '0', LOG_LEVEL: 'debug' };
  // The clock stands still while people chat, so that everything they hear is in one second.
  const conversationLimits = [{ requests: 1000, seconds: 1 }];
  const config = { ...loadConfig(settings, {}), conversationLimits, ...changes };
  const services = await createServices(config, {
    clock: clock.now,
    wait: async (ms) => clock.forward(ms),
    log: pino({ level: 'debug' }, { write: (line: string) => void log.push(line) }),
    knowledge: sharedKnowledge(),
    database: await sharedDatabase(),
  });
  const { database } = services;
  const http = createHttpServer(services);
  const server = await listen(http, '127.0.0.1', 0);
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const tables = async () => {
    const rows = await database.query<{ name: string }>(
      `select quote_ident(tablename) as name from pg_tables where schemaname = 'public' and tablename <> 'migration'`,
    );
    return rows.map(({ name }) => name);
  };
  const emptied = async () => {
    await database.query(`truncate ${(await tables()).join(', ')} restart identity cascade`);
    await loadDemonstration(database, { now: clock.now(), ...DEMONSTRATION_PEOPLE });
  };
  await emptied();
  return {
    url,
    services,
    connector,
    clock,
    log,
    chat: (who, where) => openChat(url, connector, who, where),
    async dump() {
      await services.settled();
      const contents = await Promise.all(
        (await tables()).map((name) => database.query(`select * from ${name}`)),
      );
      return JSON.stringify(contents);
    },
    async reset() {
      await services.settled();
      connector.failWith(undefined);
      connector.sent.length = 0;
      connector.changed.length = 0;
      connector.teams.clear();
      log.length = 0;
      await emptied();
    },
    async stop() {
      server.closeAllConnections();
      await new Promise<void>((done) => http.close(() => done()));
      await services.close();
      await connector.stop();
    },
  };
}

/** A person says it, and these are the words they read in reply. A text starting with `!` must not be there. */
export type Exchange = readonly [says: string, reads: string | RegExp | readonly (string | RegExp)[]];

/** Plays a conversation from its first line to its last. A line `[button]` presses the button of that title. */
export async function play(chat: Chat, exchanges: readonly Exchange[]): Promise<void> {
  for (const [says, reads] of exchanges) {
    const pressed = /^\[(.*)\]$/.exec(says)?.[1];
    const heard = pressed === undefined ? await chat.says(says) : await chat.presses(pressed);
    assert.equal(heard.status, 200, says);
    for (const words of [reads].flat()) expectWords(heard.text, words, says);
  }
}

function expectWords(text: string, words: string | RegExp, says: string): void {
  const told = `"${says}" was answered:\n${text}\n`;
  if (words instanceof RegExp) assert.match(text, words, told);
  else if (words.startsWith('!')) assert.ok(!text.includes(words.slice(1)), `${told}has "${words.slice(1)}"`);
  else assert.ok(text.includes(words), `${told}lacks "${words}"`);
}
