/**
 * Gives every "Ask a person" button of a reply what was asked and what answered it, so that the form is filled in. The
 * words travel on the card: they are in the person's own chat already, and nothing of ours keeps them.
 */
import type { CardNode, CardValue } from '../cards/adaptive-card.ts';
import type { Reply } from './turn.ts';

export const ASK_A_PERSON = 'human.ask';
/** In characters: a button's data is part of the card. */
const LONGEST = 600;

/** @param entries ids of what was shown. */
export function carryQuestion(reply: Reply, asked: string, entries: readonly string[]): Reply {
  const { card } = reply;
  const actions = card?.content.actions;
  if (!card || !Array.isArray(actions) || !actions.some(asksAPerson)) return reply;
  const more = { asked: asked.slice(0, LONGEST), entries: entries.slice(0, 3).join(' ') };
  const content = {
    ...card.content,
    actions: actions.map((each) => (asksAPerson(each) ? withData(each, more) : each)),
  };
  return { ...reply, card: { ...card, content } };
}

function asksAPerson(action: CardValue): action is CardNode {
  return (
    action !== null && typeof action === 'object' && !Array.isArray(action) && action.verb === ASK_A_PERSON
  );
}

function withData(action: CardNode, more: CardNode): CardNode {
  const fallback = action.fallback as CardNode;
  return {
    ...action,
    data: { ...(action.data as CardNode), ...more },
    fallback: { ...fallback, data: { ...(fallback.data as CardNode), ...more } },
  };
}
