/** Finds what a new text of the policy touches: phrasings without a home, entries to read again, labelled questions. */
import { PHRASING_KINDS } from './entry.ts';
import type { PolicyChanges } from './policy-changes.ts';
import { pathAfter, whatBecame } from './policy-fate.ts';
import { columnOf, type EntryFile, type PolicyFiles } from './policy-files.ts';

export interface PolicyEffects {
  /** Phrasings of clauses that are gone, in the file they are in before the import. */
  homeless: { clause: string; file: string; count: number }[];
  /** Phrasings of other entries that say a clause answers them as well which is gone. */
  shared: { clause: string; file: string; text: string }[];
  /** Entries whose words may no longer be true, in the file they are in after the import. */
  entries: { file: string; gap: boolean; reasons: string[] }[];
  /** `onlyNumbers`: the clauses it accepts say the same under other numbers, which are filled in by the import. */
  evaluation: { file: string; id: string; question: string; reasons: string[]; onlyNumbers: boolean }[];
}

/** @param newText the whole new text of the policy. */
export function effectsOf(files: PolicyFiles, changes: PolicyChanges, newText: string): PolicyEffects {
  const removed = new Set(changes.removed.map(({ number }) => number));
  const phrasings = files.entries.filter((file) => file.phrasings);
  const homeless = phrasings
    .filter(({ id }) => removed.has(numberOf(id)))
    .map((file) => ({ clause: numberOf(file.id), file: file.path, count: phrasingsIn(file).length }));
  const shared = phrasings
    .filter(({ id }) => !removed.has(numberOf(id)))
    .flatMap((file) =>
      phrasingsIn(file).flatMap(({ text, clauses }) =>
        clauses
          .filter((clause) => removed.has(clause))
          .map((clause) => ({ clause, file: pathAfter(file.path, changes), text })),
      ),
    );
  return {
    homeless,
    shared,
    entries: entriesToRead(files, changes, newText),
    evaluation: questionsTouched(files, changes),
  };
}

function entriesToRead(files: PolicyFiles, changes: PolicyChanges, newText: string) {
  const became = whatBecame(changes);
  const removed = new Set(changes.removed.map(({ number }) => number));
  const own = new Map([
    ...changes.reworded.map(({ number }) => [number, 'its clause was reworded'] as const),
    ...changes.renumbered
      .filter(({ reworded }) => reworded)
      .map(({ from }) => [from, `its clause was ${from} and was reworded`] as const),
  ]);
  const known = files.policy.map(({ number }) => number);
  return files.entries
    .filter(({ id, phrasings }) => !phrasings && !removed.has(numberOf(id)))
    .map((file) => {
      const number = numberOf(file.id);
      const { fields } = file;
      const why = own.get(number);
      const reasons = why ? [`${why}: read its ${partsOf(fields).join(', ')} again`] : [];
      for (const { clause, as } of linksOf(fields)) {
        const fate = became.get(clause);
        if (fate && !fate.mechanical) reasons.push(`${as} clause ${clause}, which ${fate.words}`);
      }
      if (
        fields.source === 'aup' &&
        typeof fields.quote === 'string' &&
        !plain(newText).includes(plain(fields.quote))
      )
        reasons.push('the words it quotes are not in the new text');
      for (const clause of mentionsIn(file, known)) {
        const fate = became.get(clause);
        if (fate) reasons.push(`its words speak of clause ${clause}, which ${fate.words}`);
      }
      return { file: pathAfter(file.path, changes), gap: file.id.startsWith('gaps/'), reasons };
    })
    .filter(({ reasons }) => reasons.length > 0);
}

function partsOf(fields: Record<string, unknown>): string[] {
  return ['title', 'summary', 'twins', 'caution', 'later'].filter((part) => fields[part] !== undefined);
}

/** Clauses that an entry names in a field, rather than in its words. */
function linksOf({ twins, see }: Record<string, unknown>): { clause: string; as: string }[] {
  const linked = (list: unknown, as: string, clauseOf: (item: unknown) => unknown) =>
    (Array.isArray(list) ? list : []).map((item) => ({ clause: numberOf(String(clauseOf(item) ?? '')), as }));
  return [
    ...linked(
      twins,
      'it names as its twin',
      (twin) => `aup/${(twin as { clause?: unknown } | null)?.clause}`,
    ),
    ...linked(see, 'it points to', (id) => id),
  ].filter(({ clause }) => clause !== '');
}

/** A number of two parts is a clause only where the words say so: `version 2.1` is not. */
function mentionsIn({ fields }: EntryFile, clauses: readonly string[]): string[] {
  const words = JSON.stringify({ ...fields, twins: adds(fields.twins), see: [] });
  const numbers = words.match(/\d+(?:\.\d+)+/g) ?? [];
  const clear = numbers.filter((number) => number.split('.').length > 2 || /\bclause/i.test(words));
  return [...new Set(clear)].filter((number) => clauses.includes(number));
}

function adds(twins: unknown): unknown[] {
  return (Array.isArray(twins) ? twins : []).map((twin) => (twin as { adds?: unknown } | null)?.adds);
}

function questionsTouched({ evaluation }: PolicyFiles, changes: PolicyChanges) {
  const became = whatBecame(changes);
  return evaluation.flatMap(({ path, text }) => {
    const accept = columnOf(text, 'accept');
    const question = columnOf(text, 'question');
    return text
      .split(/\r?\n/)
      .slice(1)
      .flatMap((line) => {
        const cells = line.split('\t');
        const fates = (cells[accept] ?? '').split(',').flatMap((each) => {
          const fate = became.get(each.trim());
          return fate ? [{ ...fate, words: `${each.trim()} ${fate.words}` }] : [];
        });
        if (fates.length === 0) return [];
        const reasons = fates.map(({ words }) => words);
        const onlyNumbers = fates.every(({ mechanical }) => mechanical);
        return [{ file: path, id: cells[0] ?? '', question: cells[question] ?? '', reasons, onlyNumbers }];
      });
  });
}

function phrasingsIn({ fields }: EntryFile): { text: string; clauses: string[] }[] {
  return PHRASING_KINDS.flatMap((kind) => {
    const list = fields[kind];
    return (Array.isArray(list) ? list : []).map((item: unknown) => {
      const { text = item, with: others = [] } = (typeof item === 'object' && item ? item : {}) as {
        text?: unknown;
        with?: unknown;
      };
      return {
        text: String(text),
        clauses: (Array.isArray(others) ? others : []).map((id) => numberOf(String(id))),
      };
    });
  });
}

/** `aup/3.1.12` gives `3.1.12`; anything else gives empty text. */
function numberOf(id: string): string {
  return /^aup\/([\d.]+)$/.exec(id)?.[1] ?? '';
}

function plain(text: string): string {
  return text.replaceAll('**', '').replace(/\s+/g, ' ').trim();
}
