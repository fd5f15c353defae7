/** The evidence as a table for a spreadsheet: a line for each event. */
import { BYTE_ORDER_MARK, csvLine } from '../../delivery/csv.ts';
import { dayIn } from '../day.ts';
import type { EvidenceEvent } from './evidence.ts';
import { byWhom, detailOf, KIND_WORDS, timeOf } from './evidence-words.ts';

const COLUMNS = [
  'Organisation code',
  'Organisation',
  'Account',
  'Day',
  'Time',
  'What',
  'Detail',
  'By',
  'Rule',
  'State of the warning',
];

/** In parts, each of whole lines. */
export async function* evidenceCsv(
  events: AsyncIterable<EvidenceEvent>,
  timeZone: string,
): AsyncGenerator<string> {
  yield BYTE_ORDER_MARK + csvLine(COLUMNS);
  for await (const event of events) {
    yield csvLine([
      event.odsCode,
      event.organisation,
      event.address,
      dayIn(timeZone, event.at),
      timeOf(event, timeZone),
      KIND_WORDS[event.kind],
      detailOf(event),
      byWhom(event),
      event.profile,
      event.state,
    ]);
  }
}
