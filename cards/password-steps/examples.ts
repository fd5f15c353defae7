import { HOSTILE_MARKUP } from '../hostile-markup.ts';
import type { PasswordStepsCardData } from './password-steps-card.ts';

const hostileNote = { text: HOSTILE_MARKUP, source: HOSTILE_MARKUP };
const portal = { title: 'Open the NHSmail portal', url: 'https://portal.nhs.net' };
const slides = 'NHSmail and DSPT slides, NHS England and NHS Improvement, 2020';
const helpPages = 'NHSmail password and account help pages, NHSmail support site, July 2023, 2023';
const ready = {
  help: [
    { text: 'Ask your organisation’s NHSmail Local Administrator.', source: '' },
    { text: 'Phone 0333 200 1133 or email helpdesk@nhs.net.', source: slides },
  ],
  details: ['Your name, and a phone number to reach you on.', 'Your NHSmail address.'],
  links: [portal],
};

export const examples = {
  default: {
    ...ready,
    title: 'What to do when your password has expired',
    answer: 'Sign in at the NHSmail portal. You choose a new one there.',
    nobodyIn: {
      text: 'The national helpdesk is open 24 hours a day, 365 days a year. The number is 0333 200 1133.',
      source: slides,
    },
    sourceLine: slides,
    quote: 'You must update your password because your password has expired.',
    stepsTitle: 'What to do',
    steps: [
      'Go to portal.nhs.net yourself and sign in.',
      'On the Update Password page, choose a new password.',
      'Select Submit.',
    ],
    stepsSource: '',
    sections: [
      {
        title: 'What you will see',
        notes: [{ text: 'An Update Password page with Submit and Cancel buttons.', source: slides }],
      },
    ],
    later: [{ text: 'A later help page says to contact your Local Administrator.', source: helpPages }],
  },
  longest: {
    ...ready,
    title: 'Somebody asked me for my password',
    answer: 'No. Nobody should ask for a password, a code or a security answer.',
    sourceLine: 'NHSmail Acceptable Use Policy, NHS England, undated; text copied 21 November 2026',
    quote: '',
    stepsTitle: 'What to do now, in order',
    steps: [
      'Do not tell them. End the call, or leave the message unanswered.',
      'Do not use a link or a number that they gave you.',
      'If it came by email, report it to spamreports@nhs.net.',
      'If you told them already, change your password now. Start from portal.nhs.net.',
      'Tell your Local Administrator if you think they got into your account.',
    ],
    stepsSource: 'Steps in our words, from clauses 3.1.5 and 3.1.6 of the policy.',
    clause: {
      number: '3.1.5',
      text: 'You will never be asked for your NHSmail password. Do not divulge this information to anyone, even if asked.\n\nApplications integrated with NHSmail single sign-on will redirect the user to enter their NHSmail credentials via the NHSmail portal.',
      sourceLine: 'NHSmail Acceptable Use Policy, NHS England, undated; text copied 21 November 2026',
    },
    sections: [
      {
        title: 'Please note',
        notes: [
          { text: 'The sign-in page that you see today may not be on an nhs.net site.', source: '' },
          {
            text: 'A Local Administrator may check three letters of your account secret.',
            source: helpPages,
          },
        ],
      },
      {
        title: 'The rules for a new password',
        notes: [
          { text: 'It has at least 10 characters.', source: '' },
          { text: 'It is not a breached password.', source: slides },
        ],
      },
    ],
    later: [
      { text: 'One user account secret has replaced the security questions.', source: helpPages },
      { text: 'This guide shows a Microsoft sign-in box.', source: 'A guide of a support unit, 2023' },
    ],
  },
  empty: {
    title: 'Password help',
    answer: '',
    sourceLine: '',
    stepsTitle: '',
    steps: [],
    stepsSource: '',
    sections: [],
    later: [],
    help: [],
    details: [],
    links: [],
  },
  hostile: {
    title: HOSTILE_MARKUP,
    answer: HOSTILE_MARKUP,
    sourceLine: HOSTILE_MARKUP,
    quote: HOSTILE_MARKUP,
    stepsTitle: HOSTILE_MARKUP,
    steps: [HOSTILE_MARKUP],
    stepsSource: HOSTILE_MARKUP,
    clause: {
      number: HOSTILE_MARKUP,
      text: `${HOSTILE_MARKUP}\n\n# ${HOSTILE_MARKUP}`,
      sourceLine: HOSTILE_MARKUP,
    },
    sections: [{ title: HOSTILE_MARKUP, notes: [hostileNote] }],
    later: [hostileNote],
    help: [hostileNote],
    details: [HOSTILE_MARKUP],
    links: [{ title: HOSTILE_MARKUP, url: 'https://portal.nhs.net' }],
  },
} satisfies Record<string, PasswordStepsCardData>;
