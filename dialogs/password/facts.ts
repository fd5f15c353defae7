/** The password facts as the cards need them: each with its source, and later ones marked as later. */
import type { PasswordNote } from '../../cards/password-steps/password-steps-card.ts';
import type { Clause, Fact, Source } from '../../knowledge/entry.ts';
import type { Knowledge } from '../../knowledge/knowledge.ts';
import { sourceLine } from '../answers.ts';

/** The slides that this assistant starts from: what was published after them says so. */
const SLIDES_YEAR = 2020;

/** @throws Error when the fact is not there: found at the start, not by a person who is locked out. */
export function factOf(knowledge: Knowledge, id: string): Fact {
  const entry = knowledge.entry(id);
  if (entry?.kind !== 'fact') throw new Error(`The password help needs the fact ${id}.`);
  return entry;
}

/** @throws Error when the policy has no such clause. */
export function clauseOf(knowledge: Knowledge, number: string): Clause {
  const clause = knowledge.clause(number);
  if (!clause) throw new Error(`The password help needs clause ${number}.`);
  return clause;
}

/** A source in one line, which says so when it is later than the slides. */
export function datedLine(source: Source): string {
  const later = typeof source.year === 'number' && source.year > SLIDES_YEAR;
  return later ? `${sourceLine(source)} (published after the slides)` : sourceLine(source);
}

export function noteOf(fact: Fact): PasswordNote {
  return { text: fact.answer, source: datedLine(fact.source) };
}

/** The steps of a fact, under the one line of its source. */
export function stepNotes(fact: Fact): PasswordNote[] {
  return underOneSource(stepsOf(fact).map((text) => ({ text, source: datedLine(fact.source) })));
}

/** What to do, in order: a fact's steps, or the sentences of its answer when it has none. */
export function stepsOf(fact: Fact): string[] {
  return fact.steps.length > 0 ? fact.steps : fact.answer.split(/(?<=\.)\s+(?=[A-Z])/);
}

/** Notes in a row with the same source name it once, under the last of them. */
export function underOneSource(notes: readonly PasswordNote[]): PasswordNote[] {
  return notes.map((note, at) => (notes[at + 1]?.source === note.source ? { ...note, source: '' } : note));
}

/**
 * What later sources say.
 * @param others add only what comes from a source that has not spoken yet: facts of one page repeat each other.
 */
export function laterOf(
  main: readonly (Fact | Clause)[],
  others: readonly (Fact | Clause)[] = [],
): PasswordNote[] {
  const notes = main.flatMap(laterNotes);
  for (const note of others.flatMap(laterNotes)) {
    if (notes.every(({ source }) => source !== note.source)) notes.push(note);
  }
  return notes;
}

function laterNotes({ later }: Fact | Clause): PasswordNote[] {
  return later.map(({ text, source }) => ({ text, source: sourceLine(source) }));
}
