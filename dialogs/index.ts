/** Every feature of the assistant. Menu, routing and help derive from this list. */
import { feature as access } from './access/index.ts';
import { feature as aup } from './aup/index.ts';
import { feature as benefits } from './benefits/index.ts';
import { feature as dspt } from './dspt/index.ts';
import type { Feature } from './feature.ts';
import { feature as feedback } from './feedback/index.ts';
import { feature as help } from './help/index.ts';
import { feature as human } from './human/index.ts';
import { feature as hygiene } from './hygiene/index.ts';
import { feature as none } from './none/index.ts';
import { feature as password } from './password/index.ts';

export const features: readonly Feature[] = [
  password,
  aup,
  dspt,
  hygiene,
  access,
  benefits,
  help,
  human,
  feedback,
  none,
];
