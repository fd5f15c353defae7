/** What was done about inactive accounts in a period: who was flagged, warned and decided about, by whom, and when. */
import type { Database } from '../../delivery/database.ts';
import type { OwedState } from '../../delivery/owed-message.ts';
import type { Day } from '../day.ts';
import { FLAGGED_AND_CLEARED, OWN_COLUMNS, WARNED_AND_DECIDED } from './evidence-sql.ts';

export type EvidenceKind = 'flagged' | 'warned' | 'decided' | 'cleared';

/** One thing that happened to one account. */
export interface EvidenceEvent {
  /** What tells it from every other: the order of a page of them. */
  key: string;
  kind: EvidenceKind;
  odsCode: string;
  organisation: string;
  address: string;
  at: Date;
  /** A sweep knows the day only. */
  isDay: boolean;
  /** The profile, for what follows from a rule. */
  profile: string | null;
  /** Of a flag: the stage, and the day on which something would happen. */
  stage: string | null;
  happensOn: Day | null;
  /** Of a warning: where it stands now, and why it failed. */
  state: OwedState | null;
  mayBeTwice: boolean;
  failure: string | null;
  /** Of a decision: what the audit calls it, with what stood before and after. */
  what: string | null;
  before: Record<string, unknown> | null;
  after: Record<string, unknown> | null;
  /** The address or the id of the person who did it; null for the service by itself. */
  by: string | null;
}

export interface EvidenceQuestion {
  /** From this moment on. */
  from: Date;
  /** Up to this moment, and not at it. */
  to: Date;
  timeZone: string;
  /** Only this organisation. */
  odsCode?: string | undefined;
}

const PAGE = 1000;

/** By organisation, account and time. Read a page at a time, so that a year of it needs no memory. */
export async function* evidence(
  database: Database,
  { from, to, timeZone, odsCode }: EvidenceQuestion,
  page = PAGE,
): AsyncGenerator<EvidenceEvent> {
  let last: EvidenceEvent | undefined;
  while (true) {
    const rows = await database.query<EvidenceEvent>(
      `select events.*, coalesce(organisation.name, '') as organisation
       from (${FLAGGED_AND_CLEARED} union all ${WARNED_AND_DECIDED}) events (${OWN_COLUMNS})
       left join organisation on organisation.ods_code = "odsCode"
       where ($4::text is null or "odsCode" = $4::text)
         and ($5::text is null
           or ("odsCode", address, at, key) > ($5::text, $6::text, $7::timestamptz, $8::text))
       order by "odsCode", address, at, key limit $9::int`,
      [
        from,
        to,
        timeZone,
        odsCode ?? null,
        last?.odsCode ?? null,
        last?.address ?? null,
        last?.at ?? null,
        last?.key ?? null,
        page,
      ],
    );
    yield* rows;
    if (rows.length < page) return;
    last = rows.at(-1);
  }
}

/** How many accounts of an organisation each of it happened to. */
export interface EvidenceCount {
  odsCode: string;
  organisation: string;
  flagged: number;
  /** Warned at least once so that it arrived. */
  warned: number;
  /** A warning was tried, and none arrived. */
  notReached: number;
  decided: number;
  cleared: number;
  /** Flagged at some time in the period, or before, and not cleared by its end. */
  open: number;
}

/** By name. Organisations of which nothing is known in the period are left out. */
export function evidenceCounts(
  database: Database,
  { from, to, timeZone, odsCode }: EvidenceQuestion,
): Promise<EvidenceCount[]> {
  const accounts = (condition: string) => `count(distinct address) filter (where ${condition})`;
  return database.query<EvidenceCount>(
    `with events as (
       select * from (${FLAGGED_AND_CLEARED} union all ${WARNED_AND_DECIDED}) events (${OWN_COLUMNS})
       where ($4::text is null or "odsCode" = $4::text)),
     reached as (select distinct "odsCode", address from events where kind = 'warned' and state = 'sent'),
     counted as (
       select "odsCode", ${accounts("kind = 'flagged'")} as flagged,
         ${accounts("kind = 'warned' and reached.address is not null")} as warned,
         ${accounts("kind = 'warned' and reached.address is null")} as "notReached",
         ${accounts("kind = 'decided'")} as decided, ${accounts("kind = 'cleared'")} as cleared
       from events left join reached using ("odsCode", address) group by "odsCode"),
     standing as (
       select ods_code as "odsCode", count(distinct address) as open from flag
       where flagged_on <= ($2::timestamptz at time zone $3)::date - 1
         and (cleared_on is null or cleared_on >= ($2::timestamptz at time zone $3)::date)
         and ($4::text is null or ods_code = $4::text)
       group by ods_code)
     select "odsCode", coalesce(name, '') as organisation, coalesce(flagged, 0) as flagged,
       coalesce(warned, 0) as warned, coalesce("notReached", 0) as "notReached", coalesce(decided, 0) as decided,
       coalesce(cleared, 0) as cleared, coalesce(open, 0) as open
     from counted full join standing using ("odsCode") left join organisation on ods_code = "odsCode"
     order by organisation, "odsCode"`,
    [from, to, timeZone, odsCode ?? null],
  );
}
