/** What a content owner has to do after an import, as a list: the words are theirs to write. */
import type { PolicyChanges } from './policy-changes.ts';
import type { PolicyEffects } from './policy-effects.ts';

export interface TaskParts {
  changes: PolicyChanges;
  effects: PolicyEffects;
  /** The folder in the room where files of clauses that are gone are put. */
  aside: string;
}

/** @returns nothing when the new text changes nothing. */
export function tasksAfter({ changes, effects, aside }: TaskParts): string[] {
  const { added, removed, reworded, renumbered } = changes;
  if (added.length + removed.length + reworded.length + renumbered.length === 0) return [];
  const homeless = effects.homeless.reduce((sum, { count }) => sum + count, 0);
  return [
    ...added.map(
      ({ number, section }) =>
        `Write knowledge/entries/aup/${number}.yaml (title, summary, ask) and knowledge/entries/aup/${number}.phrasings.yaml (at least 60 phrasings) for the new clause ${number}, in “${section}”.`,
    ),
    ...removed.map(({ number }) => {
      const count = effects.homeless.find(({ clause }) => clause === number)?.count ?? 0;
      return `Clause ${number} is gone. Give its ${plural(count, 'phrasing')} a home: move each one from knowledge/${aside}/${number}.phrasings.yaml to the clause or known gap that answers it now.`;
    }),
    ...effects.shared.map(
      ({ clause, file, text }) =>
        `In knowledge/${file}, the phrasing “${text}” is shared with clause ${clause}, which is gone. Take aup/${clause} off it.`,
    ),
    ...effects.entries.map(
      ({ file, reasons }) => `Look at knowledge/${moved(file, changes)}: ${reasons.join('; ')}.`,
    ),
    ...evaluationTask(effects),
    ...(removed.length > 0
      ? [
          `Delete knowledge/${aside} when its ${plural(homeless, 'phrasing')} have a home, or have been let go.`,
        ]
      : []),
    'Run npm run knowledge -- train, then npm run eval, then npm test. The assistant does not start before the model is trained.',
  ];
}

/** The list as a file of its own. */
export function taskList(day: string, version: string | undefined, tasks: readonly string[]): string {
  const name = version === undefined ? '' : `, version ${version}`;
  return `# The policy’s text of ${day}${name}: what to do next\n\n${tasks.map((task) => `- [ ] ${task}`).join('\n')}\n`;
}

export function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

function evaluationTask({ evaluation }: PolicyEffects): string[] {
  const files = [...new Set(evaluation.map(({ file }) => file))];
  return files.map((file) => {
    const ids = evaluation.filter((row) => row.file === file).map(({ id }) => id);
    return `Check the accepted clauses of ${plural(ids.length, 'question')} in knowledge/${file}: ${ids.join(', ')}. New numbers are filled in already.`;
  });
}

/** Where a file is after the import. */
function moved(file: string, { renumbered }: PolicyChanges): string {
  const to = renumbered.find(({ from }) => file === `entries/aup/${from}.yaml`)?.to;
  return to === undefined ? file : `entries/aup/${to}.yaml`;
}
