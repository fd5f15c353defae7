import { HOSTILE_MARKUP } from '../hostile-markup.ts';
import type { InactivityWarningCardData } from './inactivity-warning-card.ts';

export const examples = {
  default: {
    headline: 'Your NHSmail account needs to be used',
    date: '14 December 2026',
    daysLeft: '23 days left',
    why: 'You last used it on 17 June 2026.',
    rule: 'A National Administration Service (NAS) account that is not used for 180 days is de-activated.',
    ruleSource: 'NHSmail and DSPT slides, 2020',
    profile:
      'NHSmail hygiene process, 2020. Another rule may give an earlier day. Ask me: “is my account at risk”.',
    doNow: ['Log in to the NHSmail Portal.', 'Send an email, or open Teams with this account.'],
    ask: 'Ask the national NHSmail helpdesk: 0333 200 1133 or helpdesk@nhs.net, 24 hours a day.',
    due: '2026-12-14',
  },
  longest: {
    headline: 'Your NHSmail account can be de-activated on any day now',
    date: '2 November 2026',
    daysLeft: '19 days ago',
    why: 'You last used it on 6 May 2026. The mailbox report of 15 November 2026 says so, and it may be out of date.',
    rule: 'A National Administration Service (NAS) account that is not used for 180 days is de-activated. Shared mailboxes are left as they are.',
    ruleSource: 'NHSmail and DSPT slides, 2020',
    profile:
      'NHSmail hygiene process, 2020. Another rule may give an earlier day. Ask me: “is my account at risk”.',
    doNow: [
      'Log in to the NHSmail Portal today. Opening only a shared mailbox may not count.',
      'If you cannot log in, phone the national NHSmail helpdesk on 0333 200 1133.',
      'If you will be away for a long time, ask your Local Administrator to have it disabled, not removed.',
    ],
    ask: 'Ask the national NHSmail helpdesk: 0333 200 1133 or helpdesk@nhs.net, 24 hours a day.',
    due: '2026-12-14',
  },
  empty: {
    headline: 'Your NHSmail account needs to be used',
    date: '',
    daysLeft: '',
    why: '',
    rule: '',
    ruleSource: '',
    profile: '',
    doNow: [],
    ask: '',
    due: '',
  },
  hostile: {
    headline: HOSTILE_MARKUP,
    date: HOSTILE_MARKUP,
    daysLeft: HOSTILE_MARKUP,
    why: HOSTILE_MARKUP,
    rule: HOSTILE_MARKUP,
    ruleSource: HOSTILE_MARKUP,
    profile: HOSTILE_MARKUP,
    doNow: [HOSTILE_MARKUP],
    ask: HOSTILE_MARKUP,
    due: HOSTILE_MARKUP,
  },
} satisfies Record<string, InactivityWarningCardData>;
