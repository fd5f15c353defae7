/** What an entry is called where outcomes are listed. */
import type { Knowledge } from '../../knowledge/knowledge.ts';
import { titleOf } from '../answers.ts';

const NOTHING_FOUND = 'Nothing was found';
/** A later version of the sources may have it no longer. */
const GONE = 'No longer in the sources';

/** @param id of an entry, or empty where nothing was found. */
export function entryTitle(knowledge: Pick<Knowledge, 'entry'>, id: string): string {
  if (id === '') return NOTHING_FOUND;
  const entry = knowledge.entry(id);
  return entry ? titleOf(entry) : GONE;
}
