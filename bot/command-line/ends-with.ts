/** What a command with subcommands ends with, and how it tells what came of it. */
import { AssistantError } from '../errors.ts';
import { Mistake, type Told } from './told.ts';

export const EXIT = { well: 0, refused: 1, mistyped: 2 } as const;

/**
 * Runs a command on what was typed. A fault that we know by name is told in its own words, without a stack trace.
 * @throws any other fault, which is shown in full.
 */
export async function endWith(run: (words: string[]) => Promise<number>): Promise<void> {
  try {
    process.exitCode = await run(process.argv.slice(2));
  } catch (error) {
    const mistyped = error instanceof Mistake || isOption(error);
    if (!mistyped && !(error instanceof AssistantError)) throw error;
    console.error((error as Error).message);
    process.exitCode = mistyped ? EXIT.mistyped : EXIT.refused;
  }
}

/** Tells it as words, or as JSON. @returns what the command ends with. */
export function tellTold({ well, words, json }: Told, { asJson }: { asJson: boolean }): number {
  if (!asJson && words) (well ? console.log : console.error)(words);
  // Absent when it was written as it came.
  if (asJson && json) console.log(JSON.stringify(json, null, 2));
  return well ? EXIT.well : EXIT.refused;
}

/** `parseArgs` did not know an option. */
function isOption(error: unknown): boolean {
  return (error as NodeJS.ErrnoException).code?.startsWith('ERR_PARSE_ARGS') === true;
}
