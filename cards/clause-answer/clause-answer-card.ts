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
  /** Clauses that belong with this one, and what each adds. */
  twins: { number: string; adds: string }[];
  caution?: string | undefined;
  later: { text: string; source: string }[];
  /** Who confirms what the caution or the later facts leave open. */
  ask: string;
  neighbours: { number: string; title: string }[];
}

const render = cardFrom(import.meta.url, 'An answer from the Acceptable Use Policy');
const SECTION_NUMBER = /^\d+(?:\.\d+)*/;

export function clauseAnswerCard(data: ClauseAnswerCardData): Card {
  return render({
    ...data,
    readAt: data.readAt,
    caution: data.caution,
    label: `${data.number.includes('.') ? 'Clause' : 'Section'} ${data.number}`,
    sectionNumber: SECTION_NUMBER.exec(data.section)?.[0],
    paragraphs: paragraphs(data.text),
  });
}
