/** Parts of the service, measured where telemetry is on, and as they are where it is off: then nothing is wrapped. */
import type { Database } from '../../delivery/database.ts';
import type { Sender } from '../../delivery/sender.ts';
import type { OpenDatabase } from '../database/open-database.ts';
import type { TurnDeps } from '../turn.ts';
import type { Telemetry } from './telemetry.ts';

export interface Observed {
  database(database: OpenDatabase): OpenDatabase;
  sender(sender: Sender): Sender;
  turn(parts: TurnDeps): TurnDeps;
}

export function observedBy(telemetry: Telemetry | undefined): Observed {
  const as = <T>(part: T) => part;
  if (!telemetry) return { database: as, sender: as, turn: as };
  return {
    database: (database) => observedDatabase(database, telemetry),
    sender: (sender) => observedSender(sender, telemetry),
    turn: (parts) => observedTurn(parts, telemetry),
  };
}

/** Statements by the word they begin with: their text and their values stay here. */
function observedDatabase(database: OpenDatabase, telemetry: Telemetry): OpenDatabase {
  const timed = async <T>(operation: string, work: () => Promise<T>): Promise<T> => {
    const started = performance.now();
    const seconds = () => (performance.now() - started) / 1000;
    try {
      const result = await telemetry.part(`db ${operation}`, { 'db.operation.name': operation }, work);
      telemetry.counts.query({ operation, failed: false }, seconds());
      return result;
    } catch (error) {
      telemetry.counts.query({ operation, failed: true }, seconds());
      throw error;
    }
  };
  const within = (inner: Database): Database => ({
    ...inner,
    query: (sql, parameters) => timed(operationOf(sql), () => inner.query(sql, parameters)),
    transaction: (work) => timed('transaction', () => inner.transaction((held) => work(within(held)))),
  });
  return {
    ...database,
    ...within(database),
    queryOften: (sql, parameters) => timed(operationOf(sql), () => database.queryOften(sql, parameters)),
    run: (sql, parameters) => timed(operationOf(sql), () => database.run(sql, parameters)),
  };
}

const OPERATION = /^\s*(select|insert|update|delete|with|copy|create|truncate|set|lock)\b/i;

function operationOf(sql: string): string {
  return OPERATION.exec(sql)?.[1]?.toLowerCase() ?? 'other';
}

function observedSender(sender: Sender, telemetry: Telemetry): Sender {
  return {
    async send(message) {
      const { kind } = message;
      const result = await telemetry.span(
        'send',
        { 'message.kind': kind },
        () => sender.send(message),
        ({ kind: sent }) => ({ 'send.result': sent }),
      );
      telemetry.counts.send({ kind, result: result.kind });
      return result;
    },
  };
}

/** The steps of a turn that take time: reading, answering and committing. */
function observedTurn(parts: TurnDeps, telemetry: Telemetry): TurnDeps {
  const { store, conversation } = parts;
  return {
    ...parts,
    store: {
      ...store,
      load: (...given) => telemetry.part('turn.load', {}, () => store.load(...given)),
      commit: (...given) => telemetry.part('turn.commit', {}, () => store.commit(...given)),
    },
    conversation: {
      ...conversation,
      answer: (...given) => telemetry.part('turn.answer', {}, () => conversation.answer(...given)),
    },
  };
}
