/** What an import changes, in words that a content owner reads in a terminal. */
import type { ImportResult } from './policy-import.ts';
import { plural } from './policy-tasks.ts';
import { showDiff, wordDiff } from './policy-word-diff.ts';

type Taken = Exclude<ImportResult, { outcome: 'refused' }>;

/** @param command what to type to write it, for the last line. */
export function importReport(result: ImportResult, command: string): string {
  if (result.outcome === 'refused') return `${result.reason}\nNothing was changed.`;
  return [...opening(result), ...changesIn(result), ...touched(result), ...closing(result, command)].join(
    '\n',
  );
}

function opening({ finishedEarlier, clauses, changes, version, day }: Taken): string[] {
  const { same, reworded, renumbered, added, removed } = changes;
  const counts = [
    `${same.length} as they were`,
    `${reworded.length} reworded`,
    `${renumbered.length} renumbered`,
    `${added.length} added`,
    `${removed.length} removed`,
  ];
  return [
    ...(finishedEarlier
      ? ['An import before this one had been interrupted. It was finished first.', '']
      : []),
    `The new text has ${plural(clauses.after, 'clause')}, the present one ${clauses.before}: ${counts.join(', ')}.`,
    `It will be cited as ${version === undefined ? 'having no version' : `version ${version}`}, text copied ${day}.`,
  ];
}

function changesIn({ changes }: Taken): string[] {
  const { reworded, renumbered, added, removed, headings } = changes;
  const differences = (before: string, after: string) => `    ${showDiff(wordDiff(before, after))}`;
  return [
    ...block('Added', added, ({ number, section, text }) => [
      `  ${number} (${section})`,
      `    ${oneLine(text)}`,
    ]),
    ...block('Removed', removed, ({ number, text }) => [`  ${number}`, `    ${oneLine(text)}`]),
    ...block('Renumbered', renumbered, ({ from, to, before, after, reworded: words }) => [
      `  ${from} is now ${to}${words ? ', and its words changed' : ''}`,
      ...(words ? [differences(before, after)] : []),
    ]),
    ...block('Reworded: [-gone-] {+new+}', reworded, ({ number, before, after }) => [
      `  ${number}`,
      differences(before, after),
    ]),
    ...block('Headings', headings, ({ before, after }) => [`  ${showDiff(wordDiff(before, after))}`]),
  ];
}

function touched({ effects }: Taken): string[] {
  const { homeless, shared, entries, evaluation } = effects;
  const count = homeless.reduce((sum, each) => sum + each.count, 0);
  const numbers = evaluation.filter(({ onlyNumbers }) => onlyNumbers);
  return [
    ...block(`${plural(count, 'phrasing')} of removed clauses need a home`, homeless, (each) => [
      `  ${each.clause}: ${each.count} in knowledge/${each.file}`,
    ]),
    ...block('Phrasings shared with a removed clause', shared, ({ clause, file, text }) => [
      `  ${clause}: “${text}” in knowledge/${file}`,
    ]),
    ...block('Entries that need another look', entries, ({ file, reasons }) => [
      `  knowledge/${file}`,
      ...reasons.map((reason) => `    ${reason}`),
    ]),
    ...block(
      'Evaluation questions to check',
      evaluation.filter(({ onlyNumbers }) => !onlyNumbers),
      ({ id, question, reasons }) => [`  ${id}: ${question} (${reasons.join('; ')})`],
    ),
    ...(numbers.length > 0
      ? ['', `Evaluation questions that only get new numbers: ${numbers.map(({ id }) => id).join(', ')}`]
      : []),
  ];
}

function closing({ outcome, tasks, files }: Taken, command: string): string[] {
  const toDo = tasks.length > 0 ? block('What to do next', tasks, (task) => [`  - ${task}`]) : [];
  if (outcome === 'shown') {
    const after = tasks.length > 0 ? ` It leaves ${plural(tasks.length, 'task')}, which it lists.` : '';
    return [
      '',
      `Nothing was changed. This writes ${plural(files.length, 'file')}:`,
      `  ${command}`,
      ...(after ? [after.trim()] : []),
    ];
  }
  const list = files.find((file) => file.endsWith('what-to-do.md'));
  return [
    '',
    `${plural(files.length, 'file')} written.`,
    ...toDo,
    ...(list ? ['', `The same list is in knowledge/${list}.`] : []),
  ];
}

function block<T>(title: string, items: readonly T[], lines: (item: T) => string[]): string[] {
  return items.length === 0 ? [] : ['', title, ...items.flatMap(lines)];
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ');
}
