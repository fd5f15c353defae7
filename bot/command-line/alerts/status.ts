/** `npm run alerts -- status`: sends and how far they are, all owed messages by state, and scheduled work. */
import type { Database } from '../../../delivery/database.ts';
import { sendProgress } from '../../../delivery/progress-of-send.ts';
import { type KindStatus, listSends, owedByKind, type SendStatus } from '../../../delivery/send-status.ts';
import { timeLeftWords } from '../../../dialogs/hygiene/send-messages.ts';
import { type JobStatus, jobStatus } from '../../jobs/job-status.ts';
import { jobTimes } from '../../jobs/job-times.ts';
import { momentInWords, tableOf } from '../table.ts';
import type { Told } from '../told.ts';

export interface StatusOptions {
  /** Only this send, and why some of it failed. */
  sendId?: string | undefined;
  most: number;
  timeZone: string;
  now: Date;
}

/** `underWay`: something may still change. */
export type Status = Told & { underWay: boolean };

const STATES = { confirmed: 'under way', reported: 'over', proposed: 'dry run', cancelled: 'not sent' };

export async function status(database: Database, options: StatusOptions): Promise<Status> {
  const { sendId, most, timeZone, now } = options;
  const sends = await listSends(database, { ...(sendId !== undefined && { sendId }), most });
  const left = await timeLeft(database, sends, now);
  const underWay = sends.some(({ state }) => state === 'confirmed');
  const sendsInWords =
    sends.length > 0 ? sendsTable(sends, left, timeZone) : 'No warnings have been sent yet.';
  if (sendId !== undefined) {
    return { well: true, underWay, words: sendsInWords, json: { sends: withLeft(sends, left) } };
  }
  const kinds = await owedByKind(database);
  const work = await jobStatus({ database, jobs: jobTimes, clock: () => now, timeZone });
  const words = [
    sendsInWords,
    `Messages that nobody typed for, of every kind:\n${kinds.length > 0 ? kindsTable(kinds) : 'None.'}`,
    `Scheduled work:\n${jobsTable(work, timeZone)}`,
  ].join('\n\n');
  return { well: true, underWay, words, json: { sends: withLeft(sends, left), messages: kinds, jobs: work } };
}

/** Seconds, by the send's id; null while nothing moves. */
type Left = ReadonlyMap<string, number | null>;

async function timeLeft(database: Database, sends: readonly SendStatus[], now: Date): Promise<Left> {
  const left = new Map<string, number | null>();
  for (const { sendId } of sends.filter(({ state }) => state === 'confirmed')) {
    left.set(sendId, (await sendProgress(database, sendId, now))?.secondsLeft ?? null);
  }
  return left;
}

function withLeft(sends: readonly SendStatus[], left: Left) {
  return sends.map((send) => ({ ...send, secondsLeft: left.get(send.sendId) ?? null }));
}

function sendsTable(sends: readonly SendStatus[], left: Left, timeZone: string): string {
  const titles = [
    'send',
    'organisation',
    'started',
    'of',
    'sent',
    'waiting',
    'retrying',
    'failed',
    'cancelled',
  ];
  return tableOf(
    [...titles, 'unclear', 'state'],
    sends.map((send) => [
      send.sendId.slice(0, 8),
      send.odsCode,
      momentInWords(send.startedAt, timeZone),
      send.total,
      send.sent,
      send.planned + send.sending,
      send.retrying + send.ambiguous,
      send.failed,
      send.cancelled,
      send.mayBeRepeated,
      [STATES[send.state], timeLeftWords(left.get(send.sendId) ?? null)].filter(Boolean).join('. '),
    ]),
  );
}

function kindsTable(kinds: readonly KindStatus[]): string {
  return tableOf(
    ['kind', 'all', 'planned', 'sending', 'sent', 'retrying', 'ambiguous', 'failed', 'cancelled'],
    kinds.map((each) => [
      each.kind,
      each.total,
      each.planned,
      each.sending,
      each.sent,
      each.retrying,
      each.ambiguous,
      each.failed,
      each.cancelled,
    ]),
  );
}

function jobsTable(jobs: readonly JobStatus[], timeZone: string): string {
  return tableOf(
    ['work', 'last done', 'next'],
    jobs.map(({ name, finishedAt, nextAt, isDue }) => [
      name,
      momentInWords(finishedAt, timeZone, 'never'),
      isDue ? 'due now' : momentInWords(nextAt, timeZone),
    ]),
  );
}
