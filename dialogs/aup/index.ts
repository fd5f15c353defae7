import type { Feature } from '../feature.ts';
import { AupDialog } from './aup-dialog.ts';

export const feature: Feature = {
  id: 'aup',
  title: 'Acceptable Use Policy',
  menu: [
    {
      title: 'What the policy says',
      detail: 'Ask in your own words, or read the Acceptable Use Policy (AUP).',
      say: 'show me the policy',
    },
  ],
  create: (deps) => new AupDialog(deps),
};
