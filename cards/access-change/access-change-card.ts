/** What is about to be given or ended, before it is. */
import type { Card } from '../adaptive-card.ts';
import { cardFrom } from '../template.ts';

export interface AccessChangeCardData {
  /** Access is ended, and not given. */
  ends: boolean;
  who: string;
  /** As `Rosewood Care Home (VLAXL)`. The card lists ten. */
  organisations: string[];
  /** For example `Until 31 March 2027`, or empty text. */
  until: string;
  /** What else should be known. Short sentences. */
  notes: string[];
  /** What the button brings; `ods` holds codes with commas between. */
  person: string;
  ods: string;
  /** A day, `YYYY-MM-DD`, or empty text. */
  day: string;
}

const LISTED = 10;
const GIVES = { question: 'Give this person access?', yes: 'Give access', no: 'Do not give access' };
const ENDS = { question: 'End this person’s access?', yes: 'End access', no: 'Keep their access' };
const render = cardFrom(import.meta.url, 'Something to check about access');

export function accessChangeCard(data: AccessChangeCardData): Card {
  const more = data.organisations.length - LISTED;
  return render({
    ...data,
    ...(data.ends ? ENDS : GIVES),
    organisations: data.organisations.slice(0, LISTED),
    moreLine: more > 0 ? `And ${more} more.` : '',
  });
}
