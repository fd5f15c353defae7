/** The thumbs under an answer: the form that they open, and what is counted of it. */
import { ActivityTypes, type TurnContext } from 'botbuilder';
import { feedbackFormCard } from '../../cards/feedback-form/feedback-form-card.ts';
import { secretMaskedCard } from '../../cards/secret-masked/secret-masked-card.ts';
import type { Database } from '../../delivery/database.ts';
import { feedbackForm } from '../../dialogs/feedback/messages.ts';
import { maskedSteps } from '../../dialogs/masked-steps.ts';
import { rateAnswer } from '../../feedback/shown-answers.ts';
import { dayIn } from '../../hygiene/day.ts';
import type { Incoming } from '../teams/incoming.ts';
import { CARD_TYPE, toActivity } from './send.ts';

/** Answers the invoke. @param masked what was masked in the words, such as `a password`. */
export type TakeFeedback = (
  context: TurnContext,
  incoming: Incoming,
  masked: readonly string[],
  now: Date,
) => Promise<void>;

interface Settings {
  timeZone: string;
  retention: { feedback: number };
}

export function createTakeFeedback(database: Database, { timeZone, retention }: Settings): TakeFeedback {
  return async (context, incoming, masked, now) => {
    const { feedback, kind, conversationId, aadObjectId: speakerId, scope } = incoming;
    if (!feedback) return;
    if (kind === 'feedback-opened') {
      const { title, ...form } = feedbackForm(feedback.said, retention.feedback);
      const card = { contentType: CARD_TYPE, content: feedbackFormCard({ title, ...form }).content };
      const task = { type: 'continue', value: { title, height: 'medium', width: 'medium', card } };
      return respond(context, { task });
    }
    const { about: activityId, said, reasons, words, agreed } = feedback;
    await rateAnswer(
      database,
      { conversationId, activityId, speakerId, said, reasons, words: agreed ? words : undefined },
      dayIn(timeZone, now),
    );
    if (masked.length > 0 && scope === 'personal') {
      const card = secretMaskedCard({ kinds: [...masked], steps: maskedSteps(masked) });
      await context.sendActivities([toActivity({ card })]);
    }
    return respond(context, {});
  };
}

async function respond(context: TurnContext, body: object): Promise<void> {
  await context.sendActivity({ type: ActivityTypes.InvokeResponse, value: { status: 200, body } });
}
