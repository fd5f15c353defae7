import type { Feature } from '../feature.ts';
import { HelpDialog } from './help-dialog.ts';

export const feature: Feature = {
  id: 'help',
  title: 'Help',
  menu: [],
  create: (deps) => new HelpDialog(deps),
};
