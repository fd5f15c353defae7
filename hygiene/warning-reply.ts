/** What a person answers to a warning: kept, and where they want it told to their administrators. Nothing of it is use. */
import type { TeamsPerson } from '../access/administrators.ts';
import type { Database } from '../delivery/database.ts';
import { type AskOutcome, askAdministrators } from './ask-administrators.ts';
import type { Day } from './day.ts';
import { INACTIVITY_WARNING } from './inactivity-warning.ts';

/** The kind under which administrators are told. */
export const WARNING_REPLY = 'warning-reply';

export type WarningAnswer = 'still-here' | 'leaving' | 'ask';

/** The data of the administrator's card, as the ledger keeps it. */
export type WarningReply = {
  answer: Exclude<WarningAnswer, 'still-here'>;
  name: string;
  address: string;
  /** With its code. */
  organisation: string;
  /** The day on which something happens to the account, as the warning said. Null when the warning is over. */
  happensOn: Day | null;
  repliedOn: Day;
};

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
  | { outcome: 'over' }
  /** `asked` is what came of telling the administrators, where that was wanted. */
  | { outcome: 'recorded'; asked?: AskOutcome };

/** Keeps the answer, once for each warning, and tells the administrators of all but "I'm still here". */
export function replyToWarning(database: Database, reply: NewReply): Promise<ReplyOutcome> {
  const { person, address, answer, day, now } = reply;
  return database.transaction(async (transaction) => {
    const found = await answeredWarning(transaction, reply);
    if (found.outcome === 'expired') return found;
    if (found.outcome === 'over' && answer === 'still-here') return { outcome: 'over' };
    const { owedId } = found.warning;
    const happensOn = found.outcome === 'open' ? found.warning.happensOn : null;
    await transaction.query(
      `insert into warning_reply (owed_id, answer, tenant_id, aad_object_id, replied_at)
       values ($1, $2, $3, $4, $5::timestamptz) on conflict do nothing`,
      [owedId, answer, person.tenantId, person.aadObjectId, now],
    );
    if (answer === 'still-here') return { outcome: 'recorded' };
    const asked = await askAdministrators(transaction, {
      person,
      address,
      kind: WARNING_REPLY,
      topic: `${WARNING_REPLY}-${answer}`,
      content: ({ name, address: theirs, organisation }): WarningReply => ({
        answer,
        name,
        address: theirs,
        organisation,
        happensOn,
        repliedOn: day,
      }),
      day,
      now,
    });
    return { outcome: 'recorded', asked };
  });
}
