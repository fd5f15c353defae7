/** What the assistant had answered, for the helper who reads the question: by title, never in full. */
import type { Knowledge } from '../../knowledge/knowledge.ts';
import { titleOf } from '../answers.ts';

const MOST = 3;

/** @param ids of entries, as a button brings them; otherwise those shown before. @returns empty text for none. */
export function alreadyAnswered(
  knowledge: Knowledge,
  ids: readonly string[],
  shown: readonly string[],
): string {
  const titles = (ids.length > 0 ? ids : shown).flatMap((id) => {
    const entry = knowledge.entry(id);
    return entry && entry.kind !== 'opener' && entry.kind !== 'small-talk' ? [titleOf(entry)] : [];
  });
  return titles.slice(0, MOST).join('\n');
}
