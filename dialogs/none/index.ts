import type { Feature } from '../feature.ts';
import { SmallTalkDialog } from './small-talk-dialog.ts';

export const feature: Feature = {
  id: 'none',
  title: 'Small talk',
  menu: [],
  create: (deps) => new SmallTalkDialog(deps),
};
