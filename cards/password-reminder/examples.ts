import { HOSTILE_MARKUP } from '../hostile-markup.ts';
import type { PasswordReminderCardData } from './password-reminder-card.ts';

const portal = { title: 'Open the NHSmail portal', url: 'https://portal.nhs.net' };

export const examples = {
  default: {
    headline: 'Your NHSmail password runs out on 3 March 2027',
    text: 'You chose to hear from me 18 days before. Change it while you can still sign in.',
    rule: 'You can use a new password for up to 365 days.',
    sourceLine: 'NHSmail and DSPT slides, NHS England and NHS Improvement, 2020',
    links: [portal],
  },
  longest: {
    headline: 'Your NHSmail password runs out on Wednesday 24 September 2027',
    text: 'You chose to hear from me 1 day before. Change it while you can still sign in. If the day has passed, you choose a new one when you next sign in.',
    rule: 'You can use a new password for up to 365 days. After that you need a new one.',
    sourceLine: 'NHSmail and DSPT slides, NHS England and NHS Improvement, 2020',
    links: [portal, portal],
  },
  empty: { headline: 'Your NHSmail password', text: '', rule: '', sourceLine: '', links: [] },
  hostile: {
    headline: HOSTILE_MARKUP,
    text: HOSTILE_MARKUP,
    rule: HOSTILE_MARKUP,
    sourceLine: HOSTILE_MARKUP,
    links: [{ title: HOSTILE_MARKUP, url: 'https://portal.nhs.net' }],
  },
} satisfies Record<string, PasswordReminderCardData>;
