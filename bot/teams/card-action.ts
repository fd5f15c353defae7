/** A button that was pressed, as a client sends it. */
import type { CardAction } from '../../dialogs/turn.ts';

/** A button of ours carries a few ids and a form's answers; anything larger is not ours. In characters. */
export const LARGEST_ACTION = 16_000;

/** Action.Execute has `{verb, data}`; Action.Submit has the verb among its data. */
export function actionFrom(value: unknown): CardAction | undefined {
  if (value === null || typeof value !== 'object') return undefined;
  const { verb, data } = value as { verb?: unknown; data?: unknown };
  if (typeof verb !== 'string' || verb.length > 100) return undefined;
  const own = data && typeof data === 'object' ? data : value;
  if (JSON.stringify(own).length > LARGEST_ACTION) return undefined;
  return { verb: keepable(verb), data: plainData(own) };
}

/** Our buttons and forms send words, numbers and yes or no. Anything nested is somebody else's. */
function plainData(data: object): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(data)
      .filter(([, value]) => ['string', 'number', 'boolean'].includes(typeof value))
      .map(([key, value]) => [key, typeof value === 'string' ? keepable(value) : value]),
  );
}

/** Without zero characters and halves of characters: no database can keep these. */
function keepable(text: string): string {
  return text.replaceAll('\u0000', '').toWellFormed();
}
