/** Every card there is, with every example of it: a new folder is included without being registered. */
import { existsSync, readdirSync } from 'node:fs';
import type { Card } from './adaptive-card.ts';

export interface CardExamples {
  /** The folder's name. */
  name: string;
  examples: Record<string, Card>;
}

const ROOM = new URL('./', import.meta.url);

/**
 * Finds the cards on disk and fills each in with its own examples.
 * @throws Error naming the folder that has no `<card>-card.ts` with a `<name>Card` function, or no `examples.ts`.
 */
export async function everyCard(): Promise<CardExamples[]> {
  const names = readdirSync(ROOM).filter((name) => existsSync(new URL(`${name}/template.json`, ROOM)));
  return Promise.all(names.sort().map(examplesOf));
}

async function examplesOf(name: string): Promise<CardExamples> {
  const module: Record<string, unknown> = await import(`./${name}/${name}-card.ts`);
  const { examples } = (await import(`./${name}/examples.ts`)) as { examples?: Record<string, object> };
  const card = module[`${camelCase(name)}Card`] as ((data: object) => Card) | undefined;
  if (!card || !examples)
    throw new Error(`cards/${name} needs a ${camelCase(name)}Card function and examples`);
  return {
    name,
    examples: Object.fromEntries(Object.entries(examples).map(([title, data]) => [title, card(data)])),
  };
}

function camelCase(name: string): string {
  return name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
}
