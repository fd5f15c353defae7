/** A card to put into any chat: it can be read, unfolded and followed by its links, and presses nothing of ours. */
import type { AdaptiveCard, Card, CardNode, CardValue } from './adaptive-card.ts';
import { plainText } from './plain-text.ts';

const HARMLESS = ['Action.OpenUrl', 'Action.ToggleVisibility'];

export function toShare({ content, summary }: Card): Card {
  const shared = without(content) as AdaptiveCard;
  const card = { ...shared, fallbackText: '' };
  return { content: { ...card, fallbackText: plainText(card) || summary }, summary };
}

function without(value: CardValue): CardValue {
  if (Array.isArray(value)) return value.filter((each) => !presses(each)).map(without);
  if (value === null || typeof value !== 'object') return value;
  const { selectAction, ...rest } = value;
  const kept: CardNode = Object.fromEntries(
    Object.entries(rest).map(([key, child]) => [key, without(child ?? null)]),
  );
  if (selectAction === undefined) return kept;
  // What can no longer be tapped does not look as if it could.
  return presses(selectAction) ? plain(kept) : { ...kept, selectAction };
}

function presses(value: CardValue): boolean {
  const type = value !== null && typeof value === 'object' && !Array.isArray(value) ? value.type : undefined;
  return typeof type === 'string' && type.startsWith('Action.') && !HARMLESS.includes(type);
}

function plain(value: CardValue): CardValue {
  if (Array.isArray(value)) return value.map(plain);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key, each]) => key !== 'color' || each !== 'Accent')
      .map(([key, each]) => [key, plain(each)]),
  );
}
