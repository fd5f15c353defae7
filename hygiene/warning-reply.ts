/** What a person answers to a warning: kept, and where they want it told to their administrators. Nothing of it is use. */
import type { TeamsPerson } from '../access/administrators.ts';
import type { Database } from '../delivery/database.ts';
import type { AskOutcome } from './ask-administrators.ts';
import type { Day } from './day.ts';
import { INACTIVITY_WARNING } from './inactivity-warning.ts';
import { type TakenBack, takeBackLeaving, tellAdministrators } from './tell-reply.ts';

export type WarningAnswer = 'still-here' | 'leaving' | 'ask';

/** The warning that a button is on. */
export interface AnsweredWarning {
  owedId: number;
  /** The day on which something happens to the account. */
  happensOn: Day;
}

export type WarningOutcome =
  | { outcome: 'open'; warning: AnsweredWarning }
  /** The account is in use again, or stands differently. */
  | { outcome: 'over'; warning: AnsweredWarning }
  /** No such warning to this person, or there is one about another day since. */
  | { outcome: 'expired' };

export interface WarningQuestion {
  person: TeamsPerson;
  /** As Teams' own roster gives it. */
  address: string;
  /**
   * The day on which something happens to the account, as the card says; it may be anything. Cards of an earlier version
   * do not say it: then it is the last warning that is answered.
   */
  due: string;
}

/** The last warning that this person got for the account that is theirs now, if it is the one that they answer. */
export async function answeredWarning(
  database: Database,
  { person, address, due }: WarningQuestion,
): Promise<WarningOutcome> {
  const [last] = await database.query<AnsweredWarning & { isOver: boolean }>(
    `select owed_id as "owedId", (content ->> 'date')::date as "happensOn", ended_at is not null as "isOver"
     from owed_message
     where kind = '${INACTIVITY_WARNING}' and tenant_id = $1 and aad_object_id = $2 and attempts > 0
       and split_part(reason_key, ':', 3) = lower($3)
     order by owed_id desc limit 1`,
    [person.tenantId, person.aadObjectId, address],
  );
  if (!last || (due !== '' && due !== last.happensOn)) return { outcome: 'expired' };
  const { owedId, happensOn, isOver } = last;
  return { outcome: isOver ? 'over' : 'open', warning: { owedId, happensOn } };
}

export interface NewReply extends WarningQuestion {
  answer: WarningAnswer;
  /** Today, in the service's time zone. */
  day: Day;
  now: Date;
}

export type ReplyOutcome =
  | { outcome: 'expired' }
  /** There is nothing to be still here for. Administrators are told what they are to be told all the same. */
  | { outcome: 'over'; takenBack?: TakenBack }
  /** What came of telling the administrators, where that was wanted or where they had been told of leaving. */
  | { outcome: 'recorded'; asked?: AskOutcome; takenBack?: TakenBack };

/**
 * Keeps the answer, once for each warning, and tells the administrators of all but "I'm still here", which takes back
 * that the person is leaving.
 */
export function replyToWarning(database: Database, reply: NewReply): Promise<ReplyOutcome> {
  const { person, address, answer, day, now } = reply;
  return database.transaction(async (transaction) => {
    const found = await answeredWarning(transaction, reply);
    if (found.outcome === 'expired') return found;
    const { owedId } = found.warning;
    const happensOn = found.outcome === 'open' ? found.warning.happensOn : null;
    if (answer === 'still-here') {
      const takenBack = (await hasSaidLeaving(transaction, person))
        ? await takeBackLeaving(transaction, { person, address, happensOn, day, now })
        : undefined;
      if (found.outcome === 'over') return { outcome: 'over', ...(takenBack && { takenBack }) };
      await keep(transaction, reply, owedId);
      return { outcome: 'recorded', ...(takenBack && { takenBack }) };
    }
    await keep(transaction, reply, owedId);
    const asked = await tellAdministrators(transaction, { person, address, answer, happensOn, day, now });
    return { outcome: 'recorded', asked };
  });
}

async function keep(transaction: Database, { person, answer, now }: NewReply, owedId: number): Promise<void> {
  await transaction.query(
    `insert into warning_reply (owed_id, answer, tenant_id, aad_object_id, replied_at)
     values ($1, $2, $3, $4, $5::timestamptz) on conflict do nothing`,
    [owedId, answer, person.tenantId, person.aadObjectId, now],
  );
}

/** Asked first, because it has an index and the ledger has none for it. */
async function hasSaidLeaving(
  transaction: Database,
  { tenantId, aadObjectId }: TeamsPerson,
): Promise<boolean> {
  const said = await transaction.query(
    `select 1 from warning_reply where tenant_id = $1 and aad_object_id = $2 and answer = 'leaving' limit 1`,
    [tenantId, aadObjectId],
  );
  return said.length > 0;
}

/**
 * "No, I am not leaving", whatever has become of the warning since.
 * @returns what came of telling the administrators, or nothing when nobody had been told that the person is leaving.
 */
export function sayNotLeaving(
  database: Database,
  { day, now, ...question }: WarningQuestion & { day: Day; now: Date },
): Promise<TakenBack | undefined> {
  const { person, address } = question;
  return database.transaction(async (transaction) => {
    const found = await answeredWarning(transaction, question);
    const happensOn = found.outcome === 'open' ? found.warning.happensOn : null;
    return takeBackLeaving(transaction, { person, address, happensOn, day, now });
  });
}
