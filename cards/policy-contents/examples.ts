import { HOSTILE_MARKUP } from '../hostile-markup.ts';
import type { PolicyContentsCardData } from './policy-contents-card.ts';

const sourceLine = 'NHSmail Acceptable Use Policy, undated; text copied 21 November 2026';

export const examples = {
  default: {
    title: 'Acceptable Use Policy',
    part: false,
    sections: [
      { number: '1', title: 'Introduction', clauses: 1 },
      { number: '2', title: 'General information', clauses: 16 },
      { number: '4', title: 'Exchanging sensitive information', clauses: 12 },
    ],
    sourceLine,
  },
  longest: {
    title: 'Acceptable Use Policy',
    part: false,
    sections: [
      { number: '1', title: 'Introduction', clauses: 1 },
      { number: '2', title: 'General information about the NHSmail O365 Shared Tenant', clauses: 16 },
      { number: '3.1', title: 'General responsibilities when using NHSmail', clauses: 14 },
      { number: '3.2', title: 'Responsibilities when using the NHSmail service', clauses: 7 },
      { number: '3.3', title: 'Responsibilities when using the NHS Directory service', clauses: 2 },
      { number: '3.4', title: 'Responsibilities when using your calendar', clauses: 3 },
      { number: '3.5', title: 'Information governance considerations', clauses: 8 },
      { number: '4', title: 'Using NHSmail services to exchange sensitive information', clauses: 13 },
    ],
    sourceLine,
  },
  empty: { title: 'Acceptable Use Policy', part: false, sections: [], sourceLine: '' },
  part: {
    title: 'Section 3',
    part: true,
    sections: [
      { number: '3.3', title: 'Responsibilities when using the NHS Directory service', clauses: 2 },
      { number: '3.4', title: 'Responsibilities when using your calendar', clauses: 3 },
    ],
    sourceLine,
  },
  hostile: {
    title: HOSTILE_MARKUP,
    part: false,
    sections: [{ number: HOSTILE_MARKUP, title: HOSTILE_MARKUP, clauses: 1 }],
    sourceLine: HOSTILE_MARKUP,
  },
} satisfies Record<string, PolicyContentsCardData>;
