import { HOSTILE_MARKUP } from '../hostile-markup.ts';
import type { QuestionChannelCardData } from './question-channel-card.ts';

export const examples = {
  default: { ods: 'VLAXL', replaces: '', channel: 7 },
  another: { ods: 'VLAXL', replaces: 'The channel that you use now is then given up.', channel: 7 },
  empty: { ods: '', replaces: '', channel: 0 },
  hostile: { ods: HOSTILE_MARKUP, replaces: HOSTILE_MARKUP, channel: 0 },
} satisfies Record<string, QuestionChannelCardData>;
