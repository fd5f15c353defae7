import { HOSTILE_MARKUP } from '../hostile-markup.ts';
import type { UrgentHelpCardData } from './urgent-help-card.ts';

export const examples = {
  default: {
    title: 'In danger now? Call 999',
    lines: [
      'I am sorry things are so hard.',
      'You can talk to a person now: call 111 and choose the mental health option.',
      'Please also tell someone you trust.',
    ],
  },
  longest: {
    title: 'Is a child or an adult in danger now? Call 999',
    lines: [
      'If somebody is hurt and it is not an emergency, call 111.',
      'Tell your manager or your organisation’s safeguarding lead now. Do not wait, and do not wait to be sure.',
      'I cannot take a report, so please do not give names or details here.',
    ],
  },
  empty: { title: 'Call 999', lines: [] },
  hostile: { title: HOSTILE_MARKUP, lines: [HOSTILE_MARKUP] },
} satisfies Record<string, UrgentHelpCardData>;
