/** `npm run tickets -- list`: where questions stand. Their words are not shown: an export has them, and is noted. */
import type { Database } from '../../../delivery/database.ts';
import { readTickets } from '../../../tickets/read-tickets.ts';
import { type Period, periodIn, type Told } from '../told.ts';

export interface ListOptions extends Period {
  /** Also those that are closed. */
  all: boolean;
}

/** @throws Mistake for what was mistyped. */
export async function listTickets(
  database: Database,
  options: ListOptions,
  { timeZone, now }: { timeZone: string; now: Date },
): Promise<Told> {
  const { from, to, odsCode } = periodIn(options, timeZone, now);
  const json: object[] = [];
  const lines: string[] = [];
  for await (const row of readTickets(database, { from, to, odsCode, unclosed: !options.all })) {
    const { organisation, number, state, takenName, askedAt, changedAt, toldToRingAt, messages } = row;
    json.push({
      odsCode: row.odsCode,
      organisation,
      number,
      state,
      takenName,
      askedAt,
      changedAt,
      toldToRingAt,
      messages: messages.length,
    });
    const asked = askedAt.toISOString().slice(0, 16).replace('T', ' ');
    const has = takenName ? ` by ${takenName}` : '';
    const rang = toldToRingAt ? ', told whom to ring' : '';
    lines.push(`${row.odsCode}  ${number}  ${asked}  ${state}${has}${rang}`);
  }
  return { well: true, words: lines.join('\n') || 'No questions in that time.', json };
}
