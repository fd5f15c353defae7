/**
 * What is written after a reply went out, and need not hold up the next one: that it was sent, what came of it, which
 * answers in it can be rated, and that its person was in Teams.
 * Gathered for a moment and written together. Lost in a crash, it costs a reply sent twice or a line of statistics.
 */
import type { TeamsPerson } from '../../access/administrators.ts';
import type { Database } from '../../delivery/database.ts';
import type { TurnOutcome } from '../../dialogs/turn.ts';
import type { Rated } from '../../feedback/feedback.ts';
import { recordNotAsked, rememberShown } from '../../feedback/shown-answers.ts';
import { dayIn } from '../../hygiene/day.ts';
import { recordSeen } from '../../hygiene/seen.ts';

const GATHER_MS = 500;

export interface Finished {
  conversationId: string;
  activityId: string;
  at: Date;
  outcome: TurnOutcome;
  /** Answers that can be rated, and the messages that hold them. */
  shown: readonly (Rated & { activityId: string })[];
  masked: boolean;
  latencyMs: number;
  /** Who wrote or pressed a button: nobody when the assistant was added or taken away. */
  person?: TeamsPerson;
}

const MARK_SENT = `
  update answered_activity set sent_at = done.at, reply = null
  from unnest($1::text[], $2::text[], $3::timestamptz[]) as done (conversation_id, activity_id, at)
  where answered_activity.conversation_id = done.conversation_id
    and answered_activity.activity_id = done.activity_id`;
const RECORD = `
  insert into turn_record (at, feature, outcome, entries, masked, latency_ms)
  select at, feature, outcome, string_to_array(entries, ' '), masked, latency_ms
  from unnest($1::timestamptz[], $2::text[], $3::text[], $4::text[], $5::boolean[], $6::real[])
    as done (at, feature, outcome, entries, masked, latency_ms)`;

export interface Afterwards {
  add(finished: Finished): void;
  /** Writes what is gathered. Call before closing the database. */
  flush(): Promise<void>;
}

/**
 * @param timeZone in which days begin and end.
 * @param onError told when writing failed; what was gathered is then dropped.
 */
export function createAfterwards(
  database: Database,
  timeZone: string,
  onError: (error: unknown) => void,
): Afterwards {
  let gathered: Finished[] = [];
  let timer: NodeJS.Timeout | undefined;
  let writing = Promise.resolve();

  async function write(batch: Finished[]): Promise<void> {
    const column = <K extends keyof Finished>(key: K) => batch.map((each) => each[key]);
    await database.query(MARK_SENT, [column('conversationId'), column('activityId'), column('at')]);
    await database.query(RECORD, [
      column('at'),
      batch.map(({ outcome }) => outcome.feature),
      batch.map(({ outcome }) => outcome.outcome),
      batch.map(({ outcome }) => outcome.entries.join(' ')),
      column('masked'),
      column('latencyMs'),
    ]);
    const shown = batch.flatMap(({ conversationId, at, shown }) =>
      shown.map((each) => ({ ...each, conversationId, at })),
    );
    if (shown.length > 0) await rememberShown(database, shown);
    for (const [day, finished] of Map.groupBy(batch, ({ at }) => dayIn(timeZone, at))) {
      const met = finished.flatMap(({ person }) => person ?? []);
      if (met.length > 0) await recordSeen(database, met, day);
      const notAsked = finished.flatMap(({ outcome }) => outcome.notAsked ?? []);
      if (notAsked.length > 0) await recordNotAsked(database, notAsked, day);
    }
  }

  function flush(): Promise<void> {
    clearTimeout(timer);
    timer = undefined;
    const batch = gathered;
    gathered = [];
    if (batch.length > 0) writing = writing.then(() => write(batch)).catch(onError);
    return writing;
  }

  return {
    add(finished) {
      gathered.push(finished);
      timer ??= setTimeout(() => void flush(), GATHER_MS);
    },
    flush,
  };
}
