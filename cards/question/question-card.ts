/** One question of a guided check, with its answers to press. */
import type { Card } from '../adaptive-card.ts';
import { cardFrom } from '../template.ts';

export interface QuestionCardData {
  /** What the questions are about. */
  title: string;
  /** For example `Question 2 of 3`. */
  step: string;
  question: string;
  help: string;
  options: { title: string; value: string }[];
  /** The verb of every answer; its data is `{ answer: value, tag }`. */
  verb: string;
  /** Names this question, so that a press on an older card is known. */
  tag: string;
  /** Whether it has a button to stop. It has, unless an option says so. */
  stop?: boolean;
}

const render = cardFrom(import.meta.url, 'A question for you');

export function questionCard(data: QuestionCardData): Card {
  return render({ ...data, stop: data.stop ?? true });
}
