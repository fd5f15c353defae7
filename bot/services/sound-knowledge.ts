/** What the assistant knows, or one clear fault that says what in it needs attention. */
import { type Knowledge, loadKnowledge } from '../../knowledge/knowledge.ts';
import { AssistantError } from '../errors.ts';

/** @throws AssistantError `KNOWLEDGE_INVALID` that names the entry. */
export function soundKnowledge(): Knowledge {
  try {
    return loadKnowledge();
  } catch (cause) {
    throw new AssistantError('KNOWLEDGE_INVALID', (cause as Error).message, { cause });
  }
}
