import type { Feature } from '../feature.ts';
import { DsptDialog } from './dspt-dialog.ts';
import { hears } from './hears.ts';
import { DSPT_REMINDER, reminderCard } from './owed-cards.ts';

export const feature: Feature = {
  id: 'dspt',
  title: 'DSPT',
  menu: [
    {
      title: 'Check our DSPT stage',
      detail: 'Where you stand with the Data Security and Protection Toolkit (DSPT).',
      say: 'what DSPT stage are we',
    },
  ],
  hears,
  personal: ['dspt.forget', 'dspt.remind', 'dspt.remindall'],
  create: (deps) => new DsptDialog(deps),
  owed: { [DSPT_REMINDER]: reminderCard },
};
