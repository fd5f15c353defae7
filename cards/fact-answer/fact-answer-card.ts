/** An answer in words of ours, with what to do and the source it comes from. */
import type { Card } from '../adaptive-card.ts';
import { cardFrom } from '../template.ts';

export interface FactAnswerCardData {
  title: string;
  answer: string;
  /** Numbered on the card. */
  steps: string[];
  /** Word for word from the source. */
  quote?: string | undefined;
  /** For example `NHSmail and DSPT slides, 2020`. */
  sourceLine: string;
  later: { text: string; source: string }[];
  /** What stands over `later`: whether it was published later, or is another source. */
  laterTitle?: string | undefined;
  /** Buttons; the card shows the first three. */
  links: { title: string; url: string }[];
  ask: string;
  /** The feature's id, so that "Ask a person" knows what it is about. */
  feature: string;
  /** The entry's id, so that "Not what I asked" knows which answer it is about. Without one it is not offered. */
  entry?: string | undefined;
}

const render = cardFrom(import.meta.url, 'An answer to your question');

export function factAnswerCard(data: FactAnswerCardData): Card {
  return render({
    ...data,
    laterTitle: data.laterTitle ?? 'Published later',
    quote: data.quote,
    entry: data.entry,
    links: data.links.slice(0, 3),
  });
}
