/** What came of questions, by the entry that answered them, worst first: what to mend next. */
import type { Database } from '../delivery/database.ts';
import type { Reason } from './feedback.ts';

export interface EntryOutcome {
  /** The entry's id; empty for questions to which nothing was found. */
  entry: string;
  /** How often it was shown or offered. */
  asked: number;
  answered: number;
  /** Offered among others, because it was not clear what was asked. */
  choice: number;
  notCovered: number;
  needsAPerson: number;
  thumbsUp: number;
  thumbsDown: number;
  notAsked: number;
  /** How often each reason was given for a thumb down. */
  reasons: Partial<Record<Reason, number>>;
}

export interface FeedbackPeriod {
  /** From this moment on, up to the second and not at it. */
  from: Date;
  to: Date;
  /** The same as days, `YYYY-MM-DD`, both included. */
  firstDay: string;
  lastDay: string;
}

export interface FeedbackWords {
  /** `YYYY-MM-DD`. */
  day: string;
  entry: string;
  said: string;
  words: string;
}

/** One row for each entry that was shown or spoken of. A choice counts for each entry that was offered. */
export function feedbackReport(database: Database, period: FeedbackPeriod): Promise<EntryOutcome[]> {
  return database.query<EntryOutcome>(
    `with shown as (
       select outcome, coalesce(each.entry, '') as entry from turn_record
       left join lateral unnest(case when outcome = 'choose' then entries else entries[1:1] end) as each (entry) on true
       where at >= $1::timestamptz and at < $2::timestamptz and feature <> 'feedback'),
     asked as (
       select entry, count(*) as asked,
         count(*) filter (where outcome = 'answered') as answered,
         count(*) filter (where outcome = 'choose') as choice,
         count(*) filter (where outcome = 'not-covered') as not_covered,
         count(*) filter (where outcome = 'needs-a-person') as needs_a_person
       from shown where entry <> '' or outcome = 'not-covered' group by entry),
     said as (
       select entry, count(*) filter (where said = 'like') as likes,
         count(*) filter (where said = 'dislike') as dislikes,
         count(*) filter (where said = 'not-asked') as not_asked
       from feedback where on_day between $3::date and $4::date group by entry),
     given as (
       select entry, jsonb_object_agg(reason, times) as reasons from (
         select entry, reason, count(*) as times from feedback, unnest(reasons) as reason
         where on_day between $3::date and $4::date group by entry, reason) as each
       group by entry)
     select entry, coalesce(asked, 0) as asked, coalesce(answered, 0) as answered, coalesce(choice, 0) as choice,
       coalesce(not_covered, 0) as "notCovered", coalesce(needs_a_person, 0) as "needsAPerson",
       coalesce(likes, 0) as "thumbsUp", coalesce(dislikes, 0) as "thumbsDown",
       coalesce(not_asked, 0) as "notAsked", coalesce(reasons, '{}'::jsonb) as reasons
     from asked full join said using (entry) left join given using (entry)
     order by coalesce(not_covered, 0) + coalesce(dislikes, 0) + coalesce(not_asked, 0) desc,
       choice desc nulls last, asked desc nulls last, entry`,
    [period.from, period.to, period.firstDay, period.lastDay],
  );
}

/** How often the entry did not help. */
export function wentWrong({ notCovered, thumbsDown, notAsked }: EntryOutcome): number {
  return notCovered + thumbsDown + notAsked;
}

/** What people wrote and agreed to send, newest first. */
export function feedbackWords(database: Database, { firstDay, lastDay }: FeedbackPeriod) {
  return database.query<FeedbackWords>(
    `select on_day as day, entry, said, words from feedback_words
     where on_day between $1::date and $2::date order by on_day desc, entry, words`,
    [firstDay, lastDay],
  );
}
