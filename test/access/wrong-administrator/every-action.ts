/** Everything that a person can press or say, found where it is made, so that nothing new is left out. */
import { readdirSync, readFileSync } from 'node:fs';
import type { CardNode, CardValue } from '../../../cards/adaptive-card.ts';
import { everyCard } from '../../../cards/index.ts';
import { features } from '../../../dialogs/index.ts';
import type { Knowledge } from '../../../knowledge/knowledge.ts';

const DIALOGS = new URL('../../../dialogs/', import.meta.url);
/** Enough to reach an opener in the ways that people ask for it. */
const PHRASINGS_EACH = 3;

/** Verbs, and the keys of what each brings: what a card puts in, and what a person fills in on it. */
export async function everyVerb(knowledge: Knowledge): Promise<Map<string, Set<string>>> {
  const verbs = new Map<string, Set<string>>();
  const keysOf = (verb: string) => {
    const keys = verbs.get(verb) ?? new Set<string>();
    verbs.set(verb, keys);
    return keys;
  };
  for (const { examples } of await everyCard()) {
    for (const { content } of Object.values(examples)) {
      const nodes = nodesIn(content);
      const inputs = nodes
        .filter(({ type }) => String(type).startsWith('Input.'))
        .map(({ id }) => String(id));
      for (const { type, verb, data } of nodes) {
        if (type !== 'Action.Execute') continue;
        const keys = keysOf(String(verb));
        for (const key of [...Object.keys((data as CardNode) ?? {}), ...inputs])
          if (key !== 'verb') keys.add(key);
      }
    }
  }
  const ids = features.map(({ id }) => id).join('|');
  // A verb that no card shows can be sent all the same.
  for (const [, verb = ''] of sourceOfDialogs().matchAll(
    new RegExp(`['"\`]((?:${ids})\\.[a-z]+)['"\`]`, 'g'),
  )) {
    keysOf(verb);
  }
  for (const entry of knowledge.contents.entries.values()) if (entry.kind === 'opener') keysOf(entry.opens);
  return verbs;
}

/** What people say: what buttons say for them, what menus offer, and how they ask for what opens a dialog. */
export async function everyCommand(knowledge: Knowledge): Promise<string[]> {
  const { entries, phrasings } = knowledge.contents;
  const openers = [...entries.values()].filter(({ kind }) => kind === 'opener');
  const cards = (await everyCard()).flatMap(({ examples }) => Object.values(examples));
  const said = cards.flatMap(({ content }) => nodesIn(content)).map(({ data }) => (data as CardNode)?.say);
  return [
    ...new Set([
      ...features.flatMap(({ menu }) => menu.map(({ say }) => say)),
      ...[...sourceOfDialogs().matchAll(/\bsay: '([^']+)'/g)].map(([, say = '']) => say),
      ...said.filter((say) => typeof say === 'string'),
      ...openers.flatMap(({ id }) =>
        phrasings
          .filter((phrasing) => phrasing.entries.includes(id))
          .slice(0, PHRASINGS_EACH)
          .map(({ text }) => text),
      ),
    ]),
  ];
}

/** Patterns that are heard without being looked up. */
export const hearings = features.flatMap(({ id, hears = [] }) =>
  hears.map((each) => ({ feature: id, ...each })),
);

function sourceOfDialogs(): string {
  return readdirSync(DIALOGS, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts'))
    .map((path) => readFileSync(new URL(path, DIALOGS), 'utf8'))
    .join('\n');
}

function nodesIn(value: CardValue | undefined): CardNode[] {
  if (Array.isArray(value)) return value.flatMap(nodesIn);
  if (value === null || typeof value !== 'object') return [];
  return [value, ...Object.entries(value).flatMap(([key, child]) => (key === 'data' ? [] : nodesIn(child)))];
}
