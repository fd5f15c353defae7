import { DELIVERY_RESULT } from '../../delivery/send-report.ts';
import { INACTIVITY_WARNING } from '../../hygiene/inactivity-warning.ts';
import type { Feature } from '../feature.ts';
import { HygieneDialog } from './hygiene-dialog.ts';
import { resultCard, warningCard } from './owed-cards.ts';

export const feature: Feature = {
  id: 'hygiene',
  title: 'Inactive accounts',
  menu: [
    {
      title: 'Is my account at risk?',
      detail: 'When your account was last used, and when it could be removed.',
      say: 'is my account at risk',
    },
    {
      title: 'Hygiene report',
      detail: 'Accounts of your organisations by stage, and the ones due soonest.',
      say: 'hygiene report',
      for: 'administrators',
    },
  ],
  create: (deps) => new HygieneDialog(deps),
  owed: { [INACTIVITY_WARNING]: warningCard, [DELIVERY_RESULT]: resultCard },
};
