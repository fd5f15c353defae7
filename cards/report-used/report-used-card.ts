/** A report is in use: what it changed, and how to take it back. */
import type { Card } from '../adaptive-card.ts';
import { cardFrom } from '../template.ts';

export interface ReportUsedCardData {
  report: number;
  figures: { title: string; value: string }[];
  /** How many accounts are flagged now, in a sentence, or empty text. */
  sweptLine: string;
}

const render = cardFrom(import.meta.url, 'A report is in use');

export function reportUsedCard(data: ReportUsedCardData): Card {
  return render({ ...data });
}
