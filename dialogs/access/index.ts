import type { Feature } from '../feature.ts';
import { AccessDialog } from './access-dialog.ts';
import { hears } from './hears.ts';
import { ACCESS_GIVEN, accessGivenCard } from './owed-cards.ts';

export const feature: Feature = {
  id: 'access',
  title: 'Administrators',
  menu: [
    {
      title: 'Administrators',
      detail: 'Who else looks after your organisations, and giving somebody access.',
      say: 'administrators',
      for: 'administrators',
    },
  ],
  hears,
  personal: ['check', 'end', 'endnow', 'give', 'givenow', 'list'].map((place) => `access.${place}`),
  create: (deps) => new AccessDialog(deps),
  owed: { [ACCESS_GIVEN]: accessGivenCard },
};
