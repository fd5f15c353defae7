import { CHANNEL_GIVEN_UP } from '../../tickets/tell-administrators.ts';
import type { Feature } from '../feature.ts';
import { channelGivenUpCard } from './given-up-card.ts';
import { hears } from './hears.ts';
import { HumanDialog } from './human-dialog.ts';
import { owedNow } from './ticket-cards.ts';

export const feature: Feature = {
  id: 'human',
  title: 'A person',
  menu: [
    {
      title: 'Ask a person',
      detail: 'Who can help, and how to reach them.',
      say: 'I want to speak to a person',
    },
  ],
  hears,
  create: (deps) => new HumanDialog(deps),
  owed: { [CHANNEL_GIVEN_UP]: channelGivenUpCard },
  owedNow,
};
