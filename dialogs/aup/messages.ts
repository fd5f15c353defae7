/** Words of the policy's dialog. */
import type { Section } from '../../knowledge/knowledge.ts';

const LOOK = { title: 'Show the policy', say: 'show me the policy' };

export function noSuchClause(number: string, sections: readonly Section[]) {
  // The introduction is a section without numbered clauses.
  const clauses = sections
    .flatMap((section) => section.clauses)
    .filter((clause) => clause.number.includes('.'));
  return {
    title: `There is no clause ${number}`,
    text: `The policy I have runs from clause ${clauses[0]?.number} to clause ${clauses.at(-1)?.number}. You can look through its sections.`,
    buttons: [LOOK],
  };
}

export function noSuchSection(number: string, sections: readonly Section[]) {
  return {
    title: `There is no section ${number}`,
    text: `The policy I have runs from section ${sections[0]?.number} to section ${sections.at(-1)?.number}. You can look through its sections.`,
    buttons: [LOOK],
  };
}

export const END_OF_POLICY = {
  title: 'That is the end of the policy',
  text: 'There are no more pages. You can look through its sections.',
  buttons: [LOOK],
};
