/** What has become of an administrator's accounts since the last digest, and whom they have to reach themselves. */
import type { Card } from '../adaptive-card.ts';
import { counted } from '../counted.ts';
import { cardFrom } from '../template.ts';

export interface HygieneDigestCardData {
  /** Names with codes, in a line. */
  organisations: string;
  /** For example `Due soon` with `13, 4 more than last time`. */
  counts: { title: string; value: string }[];
  /** Something that keeps the rest from being true, or empty text. */
  tooOld: string;
  /** How many warnings have reached people, in a sentence, or empty text. */
  arrived: string;
  soonest: { name: string; address: string; when: string }[];
  notReached: { name: string; address: string; reason: string }[];
  /** How many more there are than are named. */
  notReachedMore: number;
  unanswered: { name: string; address: string; when: string }[];
  unansweredMore: number;
  profileLine: string;
  reportLine: string;
}

const render = cardFrom(import.meta.url, 'Your digest of accounts');

export function hygieneDigestCard(data: HygieneDigestCardData): Card {
  const more = (count: number) => (count > 0 ? `And ${counted(count, 'other', 'others')}.` : '');
  return render({
    ...data,
    notReachedMoreLine: more(data.notReachedMore),
    unansweredMoreLine: more(data.unansweredMore),
  });
}
