/** The rate that Teams allows in a tenant, kept in the database: shares, pauses and what replies need. */
import type { Database } from './database.ts';
import { giveUpLease, type Lease, renewLease } from './rate-share.ts';

/**
 * "The global limit per app per tenant is 50 Requests Per Second (RPS)": "Optimize your bot with rate limiting in
 * Teams" (learn.microsoft.com/microsoftteams/platform/bots/how-to/rate-limit, read in November 2026; an older edition
 * says 30).
 */
export const REQUESTS_PER_SECOND = 50;
/** Replies leave room for as many again as came in the busiest second of this time. */
const REPLIES_SEEN_MS = 30_000;
/** After a pause the rate is back to full when this is over. */
const EASES_FOR_MS = 60_000;
interface RateRow {
  leases: Lease[];
  pausedUntil: Date | null;
  easedTo: number | null;
  /** Replies in the busiest second of late. */
  replies: number;
}

export interface RateQuestion {
  tenantId: string;
  replica: string;
  now: Date;
  /** Sends a second that the settings allow, for all replicas together. */
  perSecond: number;
}

export interface Rate {
  /** Sends a second that this replica may make. */
  share: number;
  pausedUntil: Date | undefined;
}

/** Renews this replica's share. Call it about once a second while there is something to send. */
export async function renewRate(database: Database, question: RateQuestion): Promise<Rate> {
  const { tenantId, replica, perSecond } = question;
  const now = question.now.getTime();
  return withLeases(database, tenantId, question.now, (row) => {
    const total = Math.min(perSecond, roomBesideReplies(row.replies), easedRate(row, now));
    const { leases, share } = renewLease(row.leases, replica, now, total);
    const pausedUntil = row.pausedUntil && row.pausedUntil > question.now ? row.pausedUntil : undefined;
    return { leases, result: { share, pausedUntil } };
  });
}

/** There is nothing more to send: the others may have its share. */
export async function giveUpRate(
  database: Database,
  { tenantId, replica, now }: Pick<RateQuestion, 'tenantId' | 'replica' | 'now'>,
): Promise<void> {
  await withLeases(database, tenantId, now, (row) => ({
    leases: giveUpLease(row.leases, replica, now.getTime()),
    result: undefined,
  }));
}

/**
 * Teams was too busy: no replica sends in this tenant until then. Afterwards it goes on at half the rate, and is back
 * to all of it after a minute.
 */
export async function pauseTenant(
  database: Database,
  tenantId: string,
  until: Date,
  now: Date,
): Promise<void> {
  await database.query(
    `insert into tenant_rate as rate (tenant_id, paused_until, eased_to) values ($1, $2::timestamptz, $4 / 2)
     on conflict (tenant_id) do update set
       paused_until = greatest(rate.paused_until, excluded.paused_until),
       -- A second answer of the same trouble does not halve it again.
       eased_to = case when rate.paused_until > $3::timestamptz then rate.eased_to
         when rate.paused_until > $3::timestamptz - $5 * interval '1 millisecond'
           then greatest(1, coalesce(rate.eased_to, $4) / 2)
         else excluded.eased_to end`,
    [tenantId, until, now, REQUESTS_PER_SECOND, EASES_FOR_MS],
  );
}

/** Room for what nobody typed for. While nobody chats, all of it. */
function roomBesideReplies(replies: number): number {
  return Math.max(1, REQUESTS_PER_SECOND - (replies === 0 ? 0 : replies + 1));
}

/** Rises from the eased rate to the full one. */
function easedRate({ pausedUntil, easedTo }: RateRow, now: number): number {
  if (pausedUntil === null || easedTo === null) return REQUESTS_PER_SECOND;
  const risen = Math.max(0, now - pausedUntil.getTime()) / EASES_FOR_MS;
  return Math.min(REQUESTS_PER_SECOND, Math.floor(easedTo + (REQUESTS_PER_SECOND - easedTo) * risen));
}

/** One replica at a time reads and writes the leases. */
function withLeases<T>(
  database: Database,
  tenantId: string,
  now: Date,
  change: (row: RateRow) => { leases: Lease[]; result: T },
): Promise<T> {
  return database.transaction(async (transaction) => {
    const { leases, result } = change(await lockedRate(transaction, tenantId, now));
    await transaction.query('update tenant_rate set leases = $2::jsonb where tenant_id = $1', [
      tenantId,
      JSON.stringify(leases),
    ]);
    return result;
  });
}

async function lockedRate(transaction: Database, tenantId: string, now: Date): Promise<RateRow> {
  const [row] = await transaction.query<RateRow>(
    `select leases, paused_until as "pausedUntil", eased_to as "easedTo",
       (select coalesce(max(count), 0) from (
         select count(*) from recent_request
         where tenant_id = $1 and is_reply and at > $2::timestamptz - $3 * interval '1 millisecond'
         group by date_trunc('second', at)) as by_second) as replies
     from tenant_rate where tenant_id = $1 for update`,
    [tenantId, now, REPLIES_SEEN_MS],
  );
  if (row) return row;
  await transaction.query('insert into tenant_rate (tenant_id) values ($1) on conflict do nothing', [
    tenantId,
  ]);
  return lockedRate(transaction, tenantId, now);
}
