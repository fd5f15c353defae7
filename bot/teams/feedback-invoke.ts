/**
 * What somebody says of an answer with the thumbs that Teams shows under it.
 * Invokes `message/fetchTask` and `message/submitAction`: "Add user feedback controls to agent messages" of the Teams
 * documentation (learn.microsoft.com/microsoftteams/platform/agents-in-teams/integrate-ai/user-feedback-controls).
 */
import { z } from 'zod';
import { isReaction, isReason, LONGEST_WORDS, type Reaction, type Reason } from '../../feedback/feedback.ts';

export interface FeedbackGiven {
  /** Teams' id of the message that holds the answer. */
  about: string;
  said: Reaction;
  reasons: Reason[];
  words: string;
  /** They agreed that their words are kept. */
  agreed: boolean;
}

const LARGEST_FORM = 16_000;
const value = z.looseObject({
  actionName: z.literal('feedback'),
  actionValue: z.looseObject({ reaction: z.custom<Reaction>(isReaction), feedback: z.unknown().optional() }),
});
/** When the form is opened, some clients wrap it. */
const opened = z.union([value, z.looseObject({ data: value }).transform(({ data }) => data)]);
const form = z.looseObject({
  reasons: z.string().optional().catch(undefined),
  words: z.string().optional().catch(undefined),
  /** The form of Teams' own, which clients show that do not know ours. */
  feedbackText: z.string().optional().catch(undefined),
  agree: z.union([z.string(), z.boolean()]).optional().catch(undefined),
});

/** @returns undefined when it is no thumb. */
export function readFeedbackOpened(given: unknown, about = ''): FeedbackGiven | undefined {
  const read = opened.safeParse(given);
  if (!read.success) return undefined;
  return { about, said: read.data.actionValue.reaction, reasons: [], words: '', agreed: false };
}

/** Teams sends the form as JSON in text, or as an object. @returns undefined when it is no thumb. */
export function readFeedback(given: unknown, about = ''): FeedbackGiven | undefined {
  const read = value.safeParse(given);
  if (!read.success) return undefined;
  const { reaction, feedback } = read.data.actionValue;
  const filledIn = form.safeParse(typeof feedback === 'string' ? parsed(feedback) : feedback);
  const { reasons = '', words, feedbackText, agree } = filledIn.success ? filledIn.data : {};
  return {
    about,
    said: reaction,
    reasons: [...new Set(reasons.split(','))].filter(isReason),
    words: (words ?? feedbackText ?? '')
      // A terminal obeys some of these, and others turn the direction of what follows.
      .replace(STEERING, ' ')
      .slice(0, LONGEST_WORDS)
      .toWellFormed()
      .trim(),
    agreed: agree === true || agree === 'true',
  };
}

const STEERING = /[\p{Cc}\u202A-\u202E\u2066-\u2069]/gu;

function parsed(text: string): unknown {
  if (text.length > LARGEST_FORM) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
