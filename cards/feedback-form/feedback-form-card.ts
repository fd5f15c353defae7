/** The form behind a thumb: why the answer helped or not. Words are kept only when the person says so. */
import type { Card } from '../adaptive-card.ts';
import { choiceTitle } from '../choice-title.ts';
import { cardFrom } from '../template.ts';

export interface FeedbackFormCardData {
  title: string;
  /** Reasons to tick; none for a thumb up. */
  reasons: { title: string; value: string }[];
  /** What is kept without the words. */
  kept: string;
  /** How long words are kept that the person agrees to send. */
  days: number;
}

const render = cardFrom(import.meta.url, 'What you think of an answer');

export function feedbackFormCard(data: FeedbackFormCardData): Card {
  const reasons = data.reasons.map(({ title, value }) => ({ title: choiceTitle(title), value }));
  return render({ ...data, reasons });
}
