/** The people who chat with the assistant in tests. */
import { DEMONSTRATION_PEOPLE } from '../../bot/demo/demonstration-people.ts';

export interface Chatter {
  /** Their id in the channel. */
  id: string;
  aadObjectId: string;
  tenantId: string;
  /** What Teams' roster says of them. */
  roster: Record<string, unknown>;
}

const { tenantId, administrator, staff } = DEMONSTRATION_PEOPLE;

/** @param more what the roster says besides, such as another tenant or a role. */
export function chatter(
  id: string,
  aadObjectId: string,
  userPrincipalName: string,
  more: Record<string, unknown> & { tenantId?: string } = {},
): Chatter {
  const roster = {
    id,
    objectId: aadObjectId,
    userPrincipalName,
    email: userPrincipalName,
    tenantId,
    ...more,
  };
  return { id, aadObjectId, tenantId: more.tenantId ?? tenantId, roster };
}

/** `no account` has an address that no report names; `a colleague` is known to the roster only. */
export const PEOPLE = {
  'a member of staff': chatter('29:staff', staff.aadObjectId, staff.address),
  'an administrator': chatter('29:administrator', administrator.aadObjectId, administrator.address),
  'a colleague': chatter(
    '29:colleague',
    '00000000-0000-0000-0000-0000000000031',
    'Priya.Raman@willowbrook.example',
  ),
  'somebody with no account': chatter(
    '29:newcomer',
    '00000000-0000-0000-0000-0000000000032',
    'new.person@willowbrook.example',
  ),
  'a guest': chatter(
    '29:guest',
    '00000000-0000-0000-0000-0000000000033',
    'grace.okonkwo_willowbrook.example#EXT#@elsewhere.example',
    { email: 'grace.okonkwo@willowbrook.example', userRole: 'guest' },
  ),
} satisfies Record<string, Chatter>;

export type Who = keyof typeof PEOPLE;
