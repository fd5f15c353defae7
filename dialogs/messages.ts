/** Words that belong to no single feature. */

export const STOPPED = {
  title: 'Stopped',
  text: 'Nothing was saved. You can ask me something else.',
  buttons: [{ title: 'Menu', say: 'menu' }],
};

/** What to do after typing a secret into a chat. Policy clause 3.1.5. */
export const MASKED_STEPS = [
  'Delete your message in Teams. I have hidden it here, but Teams still shows it.',
  'If it was a password, change it now at portal.nhs.net.',
  'Tell your Local Administrator if somebody else may have seen it.',
];

/** Said when something broke. The reference is in the log. */
export function calmWords(reference: string): string {
  return `Sorry, something went wrong and I could not answer. Please try again. If it keeps happening, give your IT team this reference: ${reference}.`;
}
