/**
 * The embedded database has one session. Whoever comes through the socket shares it with this process, so each takes
 * turns: a statement, or a whole transaction, and nobody else's statement lands inside it and is rolled back with it.
 */
import type { Mutex, PGlite } from '@electric-sql/pglite';

/** Message types of the PostgreSQL protocol after which a statement is over. */
const STATEMENT_ENDS = new Set(['Q', 'S', 'X'].map((letter) => letter.charCodeAt(0)));
/** A client that goes away in the middle of a statement gives its turn back after this. */
const LONGEST_PAUSE_MS = 10_000;

/**
 * @param turns taken by this process for each statement and transaction of its own.
 * @returns the database as the socket server may use it.
 */
export function sharedSession(pglite: PGlite, turns: Mutex): PGlite {
  let giveBack: (() => void) | undefined;
  let abandoned: NodeJS.Timeout | undefined;
  let statementIsOver = true;

  async function begin(): Promise<void> {
    clearTimeout(abandoned);
    giveBack ??= await turns.acquire();
  }

  function end(): void {
    if (pglite.isInTransaction()) return;
    if (statementIsOver) release();
    else abandoned = setTimeout(release, LONGEST_PAUSE_MS);
  }

  function release(): void {
    const free = giveBack;
    giveBack = undefined;
    free?.();
  }

  const door: Partial<PGlite> = {
    async runExclusive(work) {
      await begin();
      try {
        return await pglite.runExclusive(work);
      } finally {
        end();
      }
    },
    execProtocolRawStream(message, options) {
      // The first message of a connection has no type: its first byte is part of its length.
      statementIsOver = message[0] === 0 || STATEMENT_ENDS.has(message[0] as number);
      return pglite.execProtocolRawStream(message, options);
    },
    async exec(sql, options) {
      await begin();
      statementIsOver = true;
      try {
        return await pglite.exec(sql, options);
      } finally {
        end();
      }
    },
  };
  return new Proxy(pglite, {
    get(target, name) {
      const own = door[name as keyof PGlite];
      if (own) return own;
      const value = Reflect.get(target, name, target);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
}
