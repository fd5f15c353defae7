/** Whether messages can be taken: asked by whoever sends them here, every few seconds. */
import type { Database } from '../delivery/database.ts';
import { migrationNames } from './database/migrate.ts';

/** A look that takes longer than this tells the same as none. */
const PATIENCE_MS = 2000;
/** The delivery looks once a second. */
const QUEUE_SILENT_MS = 30_000;

export interface Readiness {
  ready: boolean;
  /** What was looked at. Without words of ours: strangers can read it. */
  checks: Readonly<Record<'database' | 'migrations' | 'queue' | 'running', 'ok' | 'failed'>>;
}

export interface ReadinessParts {
  database: Database;
  /** For how long the delivery has looked at nothing; undefined while it does not run. */
  queueIdleMs: () => number | undefined;
  /** Told to stop. */
  isStopping: () => boolean;
}

export function createReadiness({ database, queueIdleMs, isStopping }: ReadinessParts) {
  const wanted = migrationNames();
  return async (): Promise<Readiness> => {
    const applied = isStopping() ? undefined : await appliedMigrations(database);
    const idle = queueIdleMs();
    const checks = {
      database: said(applied !== undefined),
      // A newer release may have brought more of them already.
      migrations: said(applied !== undefined && wanted.every((name) => applied.has(name))),
      queue: said(idle !== undefined && idle < QUEUE_SILENT_MS),
      running: said(!isStopping()),
    };
    return { ready: Object.values(checks).every((check) => check === 'ok'), checks };
  };
}

async function appliedMigrations(database: Database): Promise<Set<string> | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<undefined>((done) => {
    timer = setTimeout(() => done(undefined), PATIENCE_MS);
  });
  const asked = database.query<{ name: string }>('select name from migration').then(
    (rows) => new Set(rows.map(({ name }) => name)),
    () => undefined,
  );
  const answer = await Promise.race([asked, late]);
  clearTimeout(timer);
  return answer;
}

function said(isFine: boolean): 'ok' | 'failed' {
  return isFine ? 'ok' : 'failed';
}
