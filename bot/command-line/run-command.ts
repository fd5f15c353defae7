/** Runs a command: a fault that we know by name is told in its own words, without a stack trace. */
import { KnowledgeError } from '../../knowledge/knowledge-error.ts';
import { AssistantError } from '../errors.ts';

/** The command ends with 1 after such a fault. @throws any other fault, which is shown in full. */
export async function runCommand(command: () => void | Promise<void>): Promise<void> {
  try {
    await command();
  } catch (error) {
    if (!(error instanceof AssistantError || error instanceof KnowledgeError)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}
