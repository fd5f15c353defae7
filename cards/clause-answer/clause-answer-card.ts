/** A clause of the policy: what it means in a sentence of ours, then word for word. */
import type { Card } from '../adaptive-card.ts';
import { paragraphs } from '../paragraphs.ts';
import { cardFrom } from '../template.ts';

export interface ClauseAnswerCardData {
  /** `3.1.12`; the introduction is `1`. */
  number: string;
  /** The heading it stands under, as the policy writes it. */
  section: string;
  title: string;
  /** Ours, and marked as such. */
  summary: string;
  /** Word for word; a blank line parts paragraphs. */
  text: string;
  sourceTitle: string;
  /** For example `undated; text copied 21 November 2026`. */
  sourceDate: string;
  readAt?: string | undefined;
  /** Clauses that belong with this one, and what each adds. The first two can be read on the card, word for word. */
  twins: { number: string; title: string; adds: string; text: string }[];
  caution?: string | undefined;
  later: { text: string; source: string }[];
  /** What stands over `later`: whether it was published later, or is another source. */
  laterTitle?: string | undefined;
  /** Who confirms what the caution or the later facts leave open. */
  ask: string;
  neighbours: { number: string; title: string }[];
}

const render = cardFrom(import.meta.url, 'An answer from the Acceptable Use Policy');
const SECTION_NUMBER = /^\d+(?:\.\d+)*/;

/** So that the card stays short. The others open as cards of their own. */
const TWINS_IN_FULL = 2;

export function clauseAnswerCard(data: ClauseAnswerCardData): Card {
  const twins = data.twins.map((twin, at) => ({
    ...twin,
    id: `twin-${at + 1}`,
    paragraphs: at < TWINS_IN_FULL ? paragraphs(twin.text) : [],
  }));
  const { content, summary } = render({
    ...data,
    laterTitle: data.laterTitle ?? 'Other sources say',
    readAt: data.readAt,
    caution: data.caution,
    twins,
    label: `${data.number.includes('.') ? 'Clause' : 'Section'} ${data.number}`,
    sectionNumber: SECTION_NUMBER.exec(data.section)?.[0],
    paragraphs: paragraphs(data.text),
  });
  // A client that draws no cards has nothing to press: it says the twins' words too.
  const hidden = twins
    .filter((twin) => twin.paragraphs.length > 0)
    .map((twin) => `Clause ${twin.number}, word for word\n${twin.text}`);
  return { content: { ...content, fallbackText: [content.fallbackText, ...hidden].join('\n') }, summary };
}
