import { HOSTILE_MARKUP } from '../hostile-markup.ts';
import type { ClauseAnswerCardData } from './clause-answer-card.ts';

const source = {
  sourceTitle: 'NHSmail Acceptable Use Policy',
  sourceDate: 'undated; text copied 21 November 2026',
  readAt: 'https://support.nhs.net/',
};

export const examples = {
  default: {
    ...source,
    number: '3.1.12',
    section: '3.1 General responsibilities when using NHSmail',
    title: 'Using your own devices',
    summary: 'You need your organisation’s permission before you use your own phone, tablet or computer.',
    text: 'If you are accessing your NHSmail O365 services from a non-corporate device i.e. a home computer, personally owned laptop or in an internet cafe, you must gain explicit permission from your organisation to confirm this is acceptable use.',
    twins: [
      {
        number: '4.3.9',
        title: 'Own devices and sensitive information',
        adds: 'Says the same again for sensitive information.',
        text: 'If you are accessing your NHSmail O365 services from a non-corporate device i.e. a home computer, personally owned laptop or in an internet cafe, you must gain explicit permission from your organisation to confirm this is acceptable use.',
      },
    ],
    caution: '',
    later: [],
    ask: 'Ask your organisation’s NHSmail Local Administrator.',
    neighbours: [
      { number: '3.1.11', title: 'Looking at records' },
      { number: '3.1.13', title: 'Keeping your mailbox small' },
    ],
  },
  longest: {
    ...source,
    number: '3.1.5',
    section: '3.1 General responsibilities when using NHSmail',
    title: 'Keeping your password and security answers to yourself',
    summary:
      'Keep your password and security answers to yourself. Nobody will ask for them. Tell your Local Administrator if somebody may have got in.',
    text: 'You must ensure your password and answers to your security questions for the NHSmail services are always kept confidential and secure. You should notify your Local Administrator if you become aware of any unauthorised access to your NHSmail account or believe your account to be compromised. You must never input your NHSmail password into any websites other than nhs.net sites, including social media sites. You will never be asked for your NHSmail password. Do not divulge this information to anyone, even if asked.\n\nApplications integrated with NHSmail single sign-on will redirect the user to enter their NHSmail credentials via the NHSmail portal.',
    twins: [
      {
        number: '2.4',
        title: 'When somebody else may see your mailbox',
        adds: 'Another person may see your mailbox if they are authorised to.',
        text: 'There may be circumstances under which it is necessary for a designated and authorised person other than you, to view the contents of your files and folders within NHSmail. For example, if you have a secretary or PA that organises your diary.',
      },
      {
        number: '3.2.1',
        title: 'Sending as yourself, and for others',
        adds: 'Someone can send for you by delegation, without your password.',
        text: 'You must not attempt to disguise your identity, your sending address or send email from other systems pretending to originate from the NHSmail service. Where there is a need to provide someone else with the ability to send email on your behalf, this should be done via the delegation controls within the service.\n\nWhere an organisation wishes to send email on behalf of its staff the organisation may request the ability to do this via Impersonation accounts.',
      },
    ],
    caution:
      'Real sign-in pages are now on Microsoft’s sites. Start from the NHSmail Portal, and ask if a page looks wrong.',
    later: [
      {
        text: 'Security questions were replaced by one user account secret.',
        source: 'NHSmail password and account help pages, 2023',
      },
      {
        text: 'Multi-factor authentication (MFA) is needed by everyone, social care included.',
        source: 'Notice of the Hertfordshire Care Providers Association, not an NHS source, 2025',
      },
    ],
    ask: 'Ask your organisation’s NHSmail Local Administrator.',
    neighbours: [
      { number: '3.1.4', title: 'Saying who you are' },
      { number: '3.1.6', title: 'Viruses, spam and attachments you do not expect' },
    ],
  },
  empty: {
    ...source,
    readAt: undefined,
    number: '1',
    section: '1. Introduction',
    title: 'Introduction',
    summary: '',
    text: 'This document explains how the NHSmail service should be used.',
    twins: [],
    later: [],
    ask: '',
    neighbours: [],
  },
  hostile: {
    number: HOSTILE_MARKUP,
    section: HOSTILE_MARKUP,
    title: HOSTILE_MARKUP,
    summary: HOSTILE_MARKUP,
    text: `${HOSTILE_MARKUP}\n\n# ${HOSTILE_MARKUP}`,
    sourceTitle: HOSTILE_MARKUP,
    sourceDate: HOSTILE_MARKUP,
    readAt: 'https://support.nhs.net/',
    twins: [{ number: HOSTILE_MARKUP, title: HOSTILE_MARKUP, adds: HOSTILE_MARKUP, text: HOSTILE_MARKUP }],
    caution: HOSTILE_MARKUP,
    later: [{ text: HOSTILE_MARKUP, source: HOSTILE_MARKUP }],
    ask: HOSTILE_MARKUP,
    neighbours: [{ number: HOSTILE_MARKUP, title: HOSTILE_MARKUP }],
  },
} satisfies Record<string, ClauseAnswerCardData>;
