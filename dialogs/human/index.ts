import type { Feature } from '../feature.ts';
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
  owedNow,
};
