/** A sweep: every account is placed under a profile on a day, and a flag stands for each that is about to be removed. */
import type { Database } from '../delivery/database.ts';
import type { Day } from './day.ts';
import type { LifecycleProfile } from './lifecycle-profile.ts';
import type { Stage } from './stage-of.ts';
import { stageSql, usedLatelySql } from './stage-sql.ts';

/** The stages at which an account is flagged. */
export const FLAGGED_STAGES = ['due', 'inactive', 'overdue'] as const satisfies readonly Stage[];

/** Any number will do; it only has to be the same in every replica. Two sweeps at once would flag an account twice. */
const LOCK = 20200332;

export interface SweepRequest {
  profile: LifecycleProfile;
  /** Today, in the organisation's time zone. */
  day: Day;
  now: Date;
  /** Only these organisations, after an import that concerns no others; all when it is left out. */
  odsCodes?: readonly string[];
  /** `odsCodes` are all but so many, whose report is too old: it is the sweep of the day. */
  skipped?: number;
}

export interface SweepResult {
  /** How many accounts were placed. */
  accounts: number;
  /** Flags that were opened, changed (another stage or another day) and cleared; and how many stand open now. */
  flagged: number;
  changed: number;
  cleared: number;
  open: number;
}

/**
 * Opens a flag for each account that is due, inactive or overdue and has none, brings the open ones up to date, and
 * clears those of accounts that are in order again or gone. To sweep twice changes nothing the second time.
 */
export function sweep(database: Database, request: SweepRequest): Promise<SweepResult> {
  return database.transaction((transaction) => sweepWithin(transaction, request));
}

/** The same inside a transaction of the caller's. */
export async function sweepWithin(database: Database, request: SweepRequest): Promise<SweepResult> {
  const { profile, day, now, odsCodes = null, skipped } = request;
  await database.query('select pg_advisory_xact_lock($1)', [LOCK]);
  await database.query(`create temporary table placed on commit drop as ${flaggedSql(request)}`, [
    day,
    odsCodes,
  ]);
  // Looked up by address for every open flag: without this, and while nobody has counted the flags, it is a loop in a loop.
  await database.query('create unique index on placed (address)');
  await database.query('analyze placed');
  if (!odsCodes) await database.query('analyze flag');
  const changed = await countOf(database, CHANGE, [profile.id]);
  const cleared = await countOf(database, CLEAR, [profile.id, day, odsCodes]);
  if (cleared > 0) await sayWhatBecameOfThem(database, request);
  await database.query(FIND_FRESH, [profile.id]);
  const flagged = await countOf(database, OPEN, [profile.id, day]);
  const [count] = await database.query<{ accounts: number; open: number }>(
    `select (select count(*) from account where $1::text[] is null or ods_code = any($1::text[])) as accounts,
       (select count(*) from placed) as open`,
    [odsCodes],
  );
  const { accounts = 0, open = 0 } = count ?? {};
  await database.query('drop table placed, fresh');
  if (!odsCodes || skipped !== undefined) {
    await database.query(
      `insert into sweep as earlier (profile, day, swept_at, accounts, flagged, cleared, skipped)
       values ($1, $2::date, $3, $4, $5, $6, $7)
       on conflict (profile, day) do update set swept_at = excluded.swept_at, accounts = excluded.accounts,
         flagged = earlier.flagged + excluded.flagged, cleared = earlier.cleared + excluded.cleared,
         skipped = excluded.skipped`,
      [profile.id, day, now, accounts, flagged, cleared, skipped ?? 0],
    );
  }
  return { accounts, flagged, changed, cleared, open };
}

/** Of all accounts, those that are to be flagged. */
function flaggedSql({ profile }: SweepRequest): string {
  const stages = FLAGGED_STAGES.map((stage) => `'${stage}'`).join(', ');
  return `select address, ods_code, stage, happens_on, report_id from ${stageSql(profile, '$1::date')} staged
    where not ${usedLatelySql(profile, '$1::date')} and stage in (${stages}) and ($2::text[] is null or ods_code = any($2::text[]))`;
}

const CHANGE = `
  update flag set ods_code = placed.ods_code, stage = placed.stage, happens_on = placed.happens_on,
    report_id = placed.report_id
  from placed
  where placed.address = flag.address and flag.profile = $1 and flag.cleared_on is null
    and (flag.ods_code, flag.stage, flag.happens_on)
      is distinct from (placed.ods_code, placed.stage, placed.happens_on)`;

/** What belongs to an organisation that was not swept, and did not move to one that was, is left alone. */
const CLEAR = `
  update flag set cleared_on = $2::date
  where profile = $1 and cleared_on is null
    and not exists (select 1 from placed where placed.address = flag.address)
    and ($3::text[] is null or ods_code = any($3::text[])
      or exists (select 1 from account where account.address = flag.address and account.ods_code = any($3::text[])))`;

/**
 * What is new is found to the end before any of it is written: a plan that looks into a table while it fills it takes
 * minutes. In the order of the index, writing is twice as fast.
 */
const FIND_FRESH = `
  create temporary table fresh on commit drop as select placed.* from placed
  where not exists (select 1 from flag
    where flag.profile = $1 and flag.address = placed.address and flag.cleared_on is null)
  order by address`;

const OPEN = `
  insert into flag (address, ods_code, profile, stage, happens_on, report_id, flagged_on)
  select address, ods_code, $1, stage, happens_on, report_id, $2::date from fresh`;

/** The stage at which they are now, or that they are gone. */
async function sayWhatBecameOfThem(database: Database, { profile, day }: SweepRequest): Promise<void> {
  const cleared = 'profile = $2 and cleared_on = $1::date and cleared_as is null';
  await database.query(
    `update flag set cleared_as = coalesce(
       (select stage from ${stageSql(profile, '$1::date')} staged where staged.address = flag.address), 'gone')
     where ${cleared}`,
    [day, profile.id],
  );
}

async function countOf(database: Database, change: string, parameters: readonly unknown[]): Promise<number> {
  const [row] = await database.query<{ count: number }>(
    `with done as (${change} returning 1) select count(*) as count from done`,
    parameters,
  );
  return row?.count ?? 0;
}
