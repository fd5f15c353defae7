/** Which answer stands in which message, and what was said of it: counted once a person, and kept without them. */
import type { Database } from '../delivery/database.ts';
import type { Rated, Reaction, Reason } from './feedback.ts';

/** A message in a chat that holds an answer. */
export interface ShownAnswer extends Rated {
  conversationId: string;
  /** Teams' id of the message. */
  activityId: string;
  at: Date;
}

/** Written after the answer was sent. An answer that is not known here cannot be rated. */
export async function rememberShown(database: Database, answers: readonly ShownAnswer[]): Promise<void> {
  const column = <K extends keyof ShownAnswer>(key: K) => answers.map((each) => each[key]);
  await database.query(
    `insert into shown_answer (conversation_id, activity_id, feature, entry, outcome, shown_at)
     select * from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::timestamptz[])
     on conflict do nothing`,
    [
      column('conversationId'),
      column('activityId'),
      column('feature'),
      column('entry'),
      column('outcome'),
      column('at'),
    ],
  );
}

export interface Rating {
  conversationId: string;
  /** Empty when the client did not say, as the playground does not: then it is the newest answer there. */
  activityId: string;
  /** Kept for as long as the answer can be rated, so that they count once; never beside what they said. */
  speakerId: string;
  said: Reaction;
  reasons: readonly Reason[];
  /** Only what they agreed to send, with secrets masked. */
  words?: string | undefined;
}

/**
 * Counts what somebody thinks of an answer.
 * @param day `YYYY-MM-DD`.
 * @returns `again` when they rated it before, `unknown` when no such answer is remembered: nothing was counted then.
 */
export async function rateAnswer(
  database: Database,
  { conversationId, activityId, speakerId, said, reasons, words }: Rating,
  day: string,
): Promise<'counted' | 'again' | 'unknown'> {
  const [row] = await database.query<{ counted: boolean; known: boolean }>(
    `with meant as (
       select activity_id from shown_answer where conversation_id = $1 and $2::text in (activity_id, '')
       order by shown_at desc limit 1),
     rated as (
       update shown_answer set rated_by = array_append(rated_by, $3::text)
       from meant where conversation_id = $1 and shown_answer.activity_id = meant.activity_id
         and not $3::text = any(rated_by)
       returning feature, entry, outcome),
     counted as (
       insert into feedback (on_day, feature, entry, outcome, said, reasons)
       select $4::date, feature, entry, outcome, $5::text, $6::text[] from rated returning 1),
     kept as (
       insert into feedback_words (on_day, entry, said, words)
       select $4::date, entry, $5::text, $7::text from rated where $7::text is not null)
     select exists (select 1 from counted) as counted,
       exists (select 1 from meant) as known`,
    [conversationId, activityId, speakerId, day, said, reasons, words || null],
  );
  if (row?.counted) return 'counted';
  return row?.known ? 'again' : 'unknown';
}

/** Counts answers that were not what was asked for. @param day `YYYY-MM-DD`. */
export async function recordNotAsked(
  database: Database,
  answers: readonly Rated[],
  day: string,
): Promise<void> {
  await database.query(
    `insert into feedback (on_day, feature, entry, outcome, said, reasons)
     select $1::date, feature, entry, outcome, 'not-asked', '{}'
     from unnest($2::text[], $3::text[], $4::text[]) as answer (feature, entry, outcome)`,
    [
      day,
      answers.map(({ feature }) => feature),
      answers.map(({ entry }) => entry),
      answers.map(({ outcome }) => outcome),
    ],
  );
}
