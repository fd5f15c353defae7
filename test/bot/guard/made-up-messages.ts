/** Messages for property tests: any text at all, and passwords of many shapes in the wordings of many people. */
import fc from 'fast-check';

const WORDS = [
  'heron',
  'kettle',
  'Puffin',
  'Marble',
  'tractor',
  'Velvet',
  'Bramble',
  'gherkin',
  'Sunflower',
  'otter',
];
const word = fc.constantFrom(...WORDS);
const capital = word.map((each) => each.charAt(0).toUpperCase() + each.slice(1));
const number = fc.integer({ min: 10, max: 9999 });

/** Always with a letter and a digit, at least 8 characters, no space. */
export const madeUpPassword = fc.oneof(
  fc.tuple(capital, capital, number).map(([one, two, digits]) => `${one}-${two}-${digits}`),
  fc
    .tuple(capital, fc.constantFrom('!', '#', '$', '_', '.', '+', '&', '%'), number)
    .map((parts) => parts.join('')),
  fc.tuple(word, number).map(([one, digits]) => `${one}x${digits}`),
  fc
    .tuple(number, capital, fc.constantFrom('!', '?!', '*'))
    .map(([digits, one, end]) => `${one}${digits}${end}z`),
);

const OPENINGS = [
  '',
  'Hi, ',
  'help!! ',
  'morning all. ',
  'on nights and locked out - ',
  'sorry to bother you, ',
];
const ENDINGS = [
  '',
  '.',
  '?',
  ' help',
  ' and it wont let me in',
  ', what do I do now',
  ' but it says incorrect',
  '\nthanks',
];
const WORDINGS: readonly ((secret: string) => string)[] = [
  (secret) => `my password is ${secret}`,
  (secret) => `My Password: ${secret}`,
  (secret) => `password=${secret}`,
  (secret) => `pw ${secret}`,
  (secret) => `my pasword is ${secret}`,
  (secret) => `passwrd was ${secret}`,
  (secret) => `the password for the ward mailbox is ${secret}`,
  (secret) => `${secret} is my password`,
  (secret) => `its ${secret} for my password`,
  (secret) => `I use ${secret} as my password`,
  (secret) => `my password is "${secret}"`,
  (secret) => `ive tried ${secret} and ${secret}1 to log in`,
  (secret) => `I changed my password to ${secret}`,
  (secret) => `reset my pw to ${secret}`,
  (secret) => `temp password they gave me ${secret}`,
  (secret) => `is ${secret} a good password`,
  (secret) => `would ${secret} be accepted`,
  (secret) => `why was ${secret} refused`,
  (secret) => `login sam.jones@nhs.net / ${secret}`,
  (secret) => `username sam.jones@nhs.net password ${secret}`,
];

export const askedWithPassword = fc
  .tuple(
    madeUpPassword,
    fc.constantFrom(...WORDINGS),
    fc.constantFrom(...OPENINGS),
    fc.constantFrom(...ENDINGS),
  )
  .map(([secret, wording, opening, ending]) => ({ secret, text: `${opening}${wording(secret)}${ending}` }));

const PIECES = [
  ...[
    'my password is',
    'pw:',
    'is',
    'as my',
    'pin',
    'code',
    '123 456',
    '943 476 5919',
    'dob 3/4/1950',
    '[hidden]',
  ],
  ...[
    '<b>',
    '</p>',
    '&amp;',
    '&#x41;',
    '"',
    "'",
    '\n',
    '\u200b',
    'Heron-42-Lake',
    'Ann Lee',
    'sam@nhs.net',
    '/',
    'and',
  ],
];

/** Random characters, and random runs of the pieces that detectors look for. */
export const typedByAnyone = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.array(fc.constantFrom(...PIECES), { maxLength: 40 }).map((pieces) => pieces.join(' ')),
  fc
    .array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ maxLength: 6 })), { maxLength: 40 })
    .map((all) => all.join('')),
);
