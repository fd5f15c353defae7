/** What to do after typing a secret into a chat: it depends on what the secret opens. */

const DELETE = 'Delete your message in Teams. I have hidden it here, but Teams still shows it.';
/** Policy clause 3.1.5: passwords and security answers are kept confidential. */
const PASSWORD = [
  'If it is your password, change it now at portal.nhs.net.',
  'Tell your Local Administrator if somebody else may have seen it (policy clause 3.1.5).',
];
const CODE = [
  'Do not share the code with anybody. If you did not ask for it, ignore it. It runs out by itself.',
];
/** Policy clause 4.3.5: a local data breach, reported by local processes. */
const PATIENT = [
  'Report it the way your organisation reports data breaches (policy clause 4.3.5).',
  'Tell your information governance lead (the person who looks after how information is used).',
];
const RESET: Readonly<Record<string, string>> = {
  'a PIN (personal identification number)': 'PIN',
  'a security answer': 'security answer or account secret',
  'a recovery key': 'recovery key',
};
const anyOf = new Intl.ListFormat('en-GB', { type: 'conjunction' });

/** @param kinds in words for people, such as `a password`. One that is not known adds nothing. */
export function maskedSteps(kinds: readonly string[]): string[] {
  const reset = kinds.flatMap((kind) => RESET[kind] ?? []);
  return [
    DELETE,
    ...(kinds.includes('a password') ? PASSWORD : []),
    ...(reset.length > 0 ? resetSteps(reset) : []),
    ...(kinds.includes('a sign-in code') ? CODE : []),
    ...(kinds.includes('an NHS number') || kinds.includes('patient details') ? PATIENT : []),
  ];
}

function resetSteps(what: readonly string[]): string[] {
  return [
    `Have your ${anyOf.format(what)} reset. Ask your Local Administrator, or ring the helpdesk on 0333 200 1133.`,
  ];
}
