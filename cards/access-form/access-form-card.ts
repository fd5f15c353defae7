/** Asks whom to give access, to which organisations, and until when. */
import type { Card } from '../adaptive-card.ts';
import { choiceTitle } from '../choice-title.ts';
import { cardFrom } from '../template.ts';

export interface AccessFormCardData {
  /** What has to be put right, or empty text. */
  problem: string;
  /** What was filled in before. `ods` holds codes with commas between. */
  address: string;
  ods: string;
  /** A day, `YYYY-MM-DD`, or empty text. */
  until: string;
  /** What can be chosen. One is not asked about; more than the card can list are typed as codes. */
  organisations: { name: string; ods: string }[];
  /** The first and the last day that can be chosen, or empty text. */
  min: string;
  max: string;
  /** When the giver's own access ends, for example `Yours ends on 31 March 2027.`, or empty text. */
  limit: string;
}

/** Longer lists are hard to choose from, and make the card too large for Teams. */
export const MOST_CHOICES = 12;
const render = cardFrom(import.meta.url, 'Give someone access');

export function accessFormCard(data: AccessFormCardData): Card {
  const { organisations } = data;
  const [only] = organisations;
  return render({
    ...data,
    one: organisations.length === 1,
    only: only ? `${only.name} (${only.ods})` : '',
    onlyCode: only?.ods ?? '',
    choose: organisations.length > 1 && organisations.length <= MOST_CHOICES,
    type: organisations.length > MOST_CHOICES,
    choices: organisations.slice(0, MOST_CHOICES).map(({ name, ods }) => ({
      title: choiceTitle(`${name} (${ods})`),
      ods,
    })),
  });
}
