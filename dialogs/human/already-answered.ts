/** What the assistant had answered, for the helper who reads the question: by title, never in full. */
import type { Knowledge } from '../../knowledge/knowledge.ts';
import { titleOf } from '../answers.ts';
import { textIn } from './text-in.ts';

const MOST = 3;

/** @param entries their ids with spaces between, as a button brings them. @returns empty text for none. */
export function alreadyAnswered(knowledge: Knowledge, entries: unknown): string {
  const titles = textIn(entries)
    .split(/\s+/)
    .flatMap((id) => {
      const entry = knowledge.entry(id);
      return entry && entry.kind !== 'opener' && entry.kind !== 'small-talk' ? [titleOf(entry)] : [];
    });
  return titles.slice(0, MOST).join('\n');
}
