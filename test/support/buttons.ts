/** Finds a button on the cards that a person has in front of them. */
import type { AdaptiveCard, CardNode, CardValue } from '../../cards/adaptive-card.ts';

export interface Button {
  title: string;
  verb: string;
  data: Record<string, unknown>;
  /** What clients send that do not know Action.Execute. */
  submitData: Record<string, unknown>;
}

/** @returns the card's buttons, tappable rows included, in their order. */
export function buttonsOf(card: AdaptiveCard): Button[] {
  const found: Button[] = [];
  const walk = (value: CardValue | undefined): void => {
    if (Array.isArray(value)) value.forEach(walk);
    else if (value !== null && typeof value === 'object') {
      if (value.type === 'Action.Execute') found.push(buttonFrom(value));
      else Object.values(value).forEach(walk);
    }
  };
  walk(card.body);
  walk(card.actions);
  return found;
}

function buttonFrom({ title, verb, data, fallback }: CardNode): Button {
  const submit = (fallback as CardNode | undefined)?.data;
  return {
    title: String(title),
    verb: String(verb),
    data: data as Record<string, unknown>,
    submitData: submit as Record<string, unknown>,
  };
}
