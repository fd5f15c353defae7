import type { NotAdministratorCardData } from './not-administrator-card.ts';

/** There is no data, so the hostile example can only be the same. */
export const examples = {
  default: {},
  empty: {},
  hostile: {},
} satisfies Record<string, NotAdministratorCardData>;
