/** Words of the feedback dialog and its form. */
import type { FeedbackFormCardData } from '../../cards/feedback-form/feedback-form-card.ts';
import { REASONS, type Reaction, type Reason } from '../../feedback/feedback.ts';

export const REASON_WORDS: Readonly<Record<Reason, string>> = {
  'not-asked': 'It is not what I asked',
  'not-right': 'It is not right',
  'out-of-date': 'It is out of date',
  'too-little': 'It does not say enough',
  'hard-to-follow': 'It is hard to follow',
};
const KEPT =
  'Your answer is counted without your name. Do not write names, passwords, codes or patient details.';

/** @param days for which words are kept that the person agrees to send. */
export function feedbackForm(said: Reaction, days: number): FeedbackFormCardData {
  const isLike = said === 'like';
  return {
    title: isLike ? 'What was good about it?' : 'What was wrong with it?',
    reasons: isLike ? [] : REASONS.map((value) => ({ title: REASON_WORDS[value], value })),
    kept: KEPT,
    days,
  };
}

const SEE_WEEK = { title: 'See the last 7 days', say: 'weekly summary' };

export const WEEKLY_OFF = {
  title: 'The weekly summary is off',
  text: 'I will not send it to you again. You can still ask for it: say "weekly summary".',
  buttons: [SEE_WEEK],
};

export const WEEKLY_ON = {
  title: 'The weekly summary is on',
  text: 'I will send it to you every Monday.',
  buttons: [SEE_WEEK],
};
