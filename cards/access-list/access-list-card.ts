/** Who administers an administrator's organisations, and until when. */
import type { Card } from '../adaptive-card.ts';
import { cardFrom } from '../template.ts';

export interface AccessListRow {
  /** Their address, or empty text while Teams has not told it. */
  who: string;
  organisation: string;
  /** For example `Until 31 March 2027`. */
  until: string;
  /** For example `Given by bola.ade@nhs.net`. */
  given: string;
  /** What the button brings; empty text where it cannot be ended here. */
  person: string;
  ods: string;
}

export interface AccessListCardData {
  /** A page of them. */
  rows: AccessListRow[];
  /** For example `1 to 6 of 14`, or empty text when all are shown. */
  range: string;
  /** The number of the page before and after this one, or 0. */
  previous: number;
  next: number;
}

const render = cardFrom(import.meta.url, 'Who looks after your organisations');

export function accessListCard(data: AccessListCardData): Card {
  return render({
    ...data,
    rows: data.rows.map((row) => ({
      ...row,
      who: row.who || 'Somebody who has not used the assistant yet',
      canEnd: row.person !== '',
      tooltip: `End access for ${row.who || 'this person'} to ${row.organisation}`,
    })),
  });
}
