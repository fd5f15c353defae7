import type { Feature } from '../feature.ts';
import { BenefitsDialog } from './benefits-dialog.ts';

export const feature: Feature = {
  id: 'benefits',
  title: 'What NHSmail gives you',
  menu: [
    {
      title: 'What NHSmail gives you',
      detail: 'The benefits for health and care organisations.',
      say: 'what are the benefits of NHSmail',
    },
  ],
  create: (deps) => new BenefitsDialog(deps),
};
