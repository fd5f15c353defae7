/** Words of the password help. No text here may invite a password. Facts are not here: they are entries. */
import type { QuestionCardData } from '../../cards/question/question-card.ts';
import type { AskingId } from './problems.ts';

export const VERB = 'password.answer';
const NEVER_TYPE = 'Please never type a password here. Nobody needs it to help you.';

type Question = Pick<QuestionCardData, 'step' | 'question' | 'help' | 'options'>;

export const QUESTIONS: Readonly<Record<AskingId, Question>> = {
  problem: {
    step: '',
    question: 'What is wrong?',
    help: `Choose what fits best, or tell me in your own words. ${NEVER_TYPE}`,
    options: [
      { title: 'It has expired', value: 'expired' },
      { title: 'I forgot it', value: 'forgotten' },
      { title: 'I am locked out', value: 'locked-out' },
      { title: 'New phone, or lost authenticator', value: 'new-phone' },
      { title: 'This is my first log-in', value: 'first-log-in' },
      { title: 'My new password was refused', value: 'refused' },
      { title: 'Someone asked me for it', value: 'asked' },
      { title: 'I think somebody has it', value: 'known' },
      { title: 'A colleague cannot get in', value: 'colleague' },
      { title: 'Something else', value: 'other' },
    ],
  },
  reason: {
    step: 'My new password was refused',
    question: 'What did the page say?',
    help: `Choose the reason that it gave. ${NEVER_TYPE}`,
    options: [
      { title: 'It is too short', value: 'too-short' },
      { title: 'It is one of my last 4', value: 'last-4' },
      { title: 'It is a common password', value: 'common' },
      { title: 'It is a breached password', value: 'breached' },
      { title: 'I am not sure', value: 'reason-unsure' },
    ],
  },
  colleague: {
    step: 'A colleague cannot get in',
    question: 'What is wrong for them?',
    help: `I will show you steps that you can read out to them. ${NEVER_TYPE}`,
    options: [
      { title: 'Theirs has expired', value: 'expired' },
      { title: 'They forgot it', value: 'forgotten' },
      { title: 'They are locked out', value: 'locked-out' },
      { title: 'New phone, or lost authenticator', value: 'new-phone' },
      { title: 'It is their first log-in', value: 'first-log-in' },
      { title: 'I am not sure', value: 'colleague-unsure' },
    ],
  },
};

export const SEE = 'What you will see';
export const RULES = 'The rules for a new password';
export const AFTERWARDS = 'Good to know';
export const NOTE = 'Please note';
export const NOT_SHOWN = 'Our sources do not show these screens. What you see may differ.';

export const STEPS = 'What to do';
export const STEPS_NOW = 'What to do now, in order';
export const STEPS_TO_READ_OUT = 'Read these steps to them';
export const STEPS_FOR_THEM = 'What they can do';

export const ASKED = {
  title: 'Someone asked you for your password',
  steps: [
    'Do not tell them, whoever they say they are. You can just end the call.',
    'Do not use a link, a file or a phone number that they gave you.',
    'If it came by email, report it to spamreports@nhs.net.',
    'If you told them, change your password now. Start from portal.nhs.net.',
    'Report it to your Local Administrator if you told them, or if they may have got in.',
  ],
  stepsSource: 'These steps are in our words, from clauses 3.1.5 and 3.1.6 of the policy.',
};

export const KNOWN = {
  title: 'You think somebody has your password',
  steps: [
    'Change your password now. Start from portal.nhs.net.',
    'If you cannot sign in, phone your Local Administrator straight away.',
    'Report it to your Local Administrator if you think somebody has been in your account.',
    'Put the new password in on every phone and computer you use.',
  ],
  stepsSource: 'These steps are in our words, from clause 3.1.5 and the sources named below.',
};

export const CLICKED = {
  title: 'You clicked or opened something suspicious',
  steps: [
    'Change your password now. Start from portal.nhs.net, not from a link that you were sent.',
    'Tell your local IT team straight away what you clicked or opened.',
    'Tell your Local Administrator too, in case somebody has got into your account.',
    'Do not open it again. Do not enter anything on a page that it opened.',
    'If it came by email, report it to spamreports@nhs.net. Do not forward it to colleagues.',
  ],
  stepsSource: 'These steps are in our words, from clauses 3.1.5 and 3.1.6 of the policy.',
};

/** After any refusal. */
export const REFUSED = {
  steps: [
    'Choose a different one. Check it against each of the rules below.',
    'Enter it on the Update Password page, and again to confirm it. Select Submit.',
    'If it is refused again, note the words on the page. Then ask for help, without telling anyone what you tried.',
  ],
  stepsSource: 'These steps are in our words, from the page that the 2020 slides show.',
};

/** The clause that each shows, word for word. */
export const SECRECY_CLAUSES = { asked: '3.1.5', known: '3.1.5', clicked: '3.1.6' } as const;

/** Asked of whoever phones. The list is ours. */
export const READY = [
  'Your name, and a phone number to reach you on.',
  'Your NHSmail address.',
  'Your organisation, and its Organisation Data Service (ODS) code if you know it.',
  'What you tried, and the exact words on the screen.',
];
export const READY_FOR_A_COLLEAGUE = [
  'Their name, and a phone number to reach them on.',
  'Their NHSmail address.',
  'Their organisation, and its Organisation Data Service (ODS) code if you know it.',
  'What they tried, and the exact words on their screen.',
];
export const NEVER_TELL = 'Nobody who helps you needs your password. Do not tell them.';
