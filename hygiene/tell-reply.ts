/** Tells administrators what somebody answered to a warning, and takes back that they are leaving. */
import type { TeamsPerson } from '../access/administrators.ts';
import type { Database } from '../delivery/database.ts';
import { type AskOutcome, askAdministrators } from './ask-administrators.ts';
import type { Day } from './day.ts';

/** The kind under which administrators are told. */
export const WARNING_REPLY = 'warning-reply';

/** The data of the administrator's card, as the ledger keeps it. */
export type WarningReply = {
  answer: 'leaving' | 'ask' | 'not-leaving';
  name: string;
  address: string;
  /** With its code. */
  organisation: string;
  /** The day on which something happens to the account, as the warning said. Null when the warning is over. */
  happensOn: Day | null;
  repliedOn: Day;
};

export interface Telling {
  person: TeamsPerson;
  /** As Teams' own roster gives it. */
  address: string;
  happensOn: Day | null;
  /** Today, in the service's time zone. */
  day: Day;
  now: Date;
}

/** What came of taking it back. */
export type TakenBack = AskOutcome | { outcome: 'taken-back-before' };

/** Call it in a transaction. The same is told once a day, and again after it was taken back. */
export async function tellAdministrators(
  transaction: Database,
  { person, address, happensOn, day, now, answer }: Telling & { answer: WarningReply['answer'] },
): Promise<AskOutcome> {
  const { takenBack } = await toldSoFar(transaction, person, address);
  return askAdministrators(transaction, {
    person,
    address,
    kind: WARNING_REPLY,
    topic: [WARNING_REPLY, answer, ...(takenBack > 0 && answer !== 'ask' ? [takenBack] : [])].join('-'),
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
}

/**
 * Tells the administrators that the person is not leaving, if what they know last is that they are. Call it in a transaction.
 * @returns what came of it, or nothing when nobody had been told.
 */
export async function takeBackLeaving(
  transaction: Database,
  telling: Telling,
): Promise<TakenBack | undefined> {
  const { person, address } = telling;
  const { last } = await toldSoFar(transaction, person, address);
  if (last === 'not-leaving') return { outcome: 'taken-back-before' };
  return last && tellAdministrators(transaction, { ...telling, answer: 'not-leaving' });
}

/** What the administrators of the person's tenant were told last of leaving, and how often it was taken back. */
async function toldSoFar(database: Database, { tenantId }: TeamsPerson, address: string) {
  const [told] = await database.query<{ last: WarningReply['answer'] | null; takenBack: number }>(
    `select (array_agg(content ->> 'answer' order by owed_id desc))[1] as last,
       count(distinct split_part(reason_key, ':', 1)) filter (where content ->> 'answer' = 'not-leaving') as "takenBack"
     from owed_message
     where kind = '${WARNING_REPLY}' and tenant_id = $1 and content ->> 'address' = lower($2)
       and content ->> 'answer' in ('leaving', 'not-leaving')`,
    [tenantId, address],
  );
  return { last: told?.last ?? undefined, takenBack: Number(told?.takenBack ?? 0) };
}
