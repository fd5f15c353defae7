/** Words of the policy's dialog. */
const LOOK = { title: 'Show the policy', say: 'show me the policy' };

export function noSuchClause(number: string) {
  return {
    title: `There is no clause ${number}`,
    text: 'The policy I have runs from clause 2.1 to clause 4.3.10. You can look through its sections.',
    buttons: [LOOK],
  };
}

export function noSuchSection(number: string) {
  return {
    title: `There is no section ${number}`,
    text: 'The policy I have runs from section 1 to section 4. You can look through its sections.',
    buttons: [LOOK],
  };
}
