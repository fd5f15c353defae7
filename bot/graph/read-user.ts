/** What a report needs of one of Graph's users: what is not there stays unknown. */
import { type Day, dayIn } from '../../hygiene/day.ts';

/** As it is kept between two runs. */
export type ReadUser =
  | {
      kind: 'account';
      address: string;
      displayName: string;
      /** `Disabled` when Graph says so. Otherwise Graph has no word for what the portal calls a status. */
      status: 'Disabled' | null;
      lastActiveOn: Day | null;
      /** Graph knows no successful sign-in, only an attempt, which may have failed. */
      attemptOnly: boolean;
      neverUsed: boolean;
      createdOn: Day | null;
      /** What the organisation is told by, or null when the user has no such value. */
      organisation: string | null;
    }
  | { kind: 'guest' }
  | { kind: 'unusable'; property: string; problem: string };

interface GraphUser {
  [property: string]: unknown;
  signInActivity?: Record<string, unknown> | null;
}

/** The properties that are asked for, besides the one that names the organisation. */
export const PROPERTIES = [
  'userPrincipalName',
  'displayName',
  'userType',
  'accountEnabled',
  'createdDateTime',
  'signInActivity',
];

/**
 * From then on Entra has kept sign-ins: a younger account without any was never signed in to. Of an older one that
 * cannot be said. learn.microsoft.com/graph/api/resources/user, `signInActivity`.
 */
const SIGN_INS_SINCE: Day = '2020-06-01';

/** @param organisationOf what in a user tells the organisation. @param timeZone in which days begin and end. */
export function readUser(
  value: unknown,
  organisationOf: (user: Readonly<Record<string, unknown>>) => string | null,
  timeZone: string,
): ReadUser {
  if (typeof value !== 'object' || value === null) return unusable('value', 'is not a user');
  const user = value as GraphUser;
  if (textOf(user.userType)?.toLowerCase() === 'guest') return { kind: 'guest' };
  const address = textOf(user.userPrincipalName)?.toLowerCase();
  if (!address?.includes('@')) return unusable('userPrincipalName', 'is not an address');
  const day = (moment: unknown) => dayOf(moment, timeZone);
  const createdOn = day(user.createdDateTime);
  const { signInActivity: activity } = user;
  const succeededOn = day(activity?.lastSuccessfulSignInDateTime);
  const attemptedOn = later(
    day(activity?.lastSignInDateTime),
    day(activity?.lastNonInteractiveSignInDateTime),
  );
  const lastActiveOn = succeededOn ?? attemptedOn;
  return {
    kind: 'account',
    address,
    displayName: textOf(user.displayName) ?? address,
    status: user.accountEnabled === false ? 'Disabled' : null,
    lastActiveOn,
    attemptOnly: succeededOn === null && attemptedOn !== null,
    neverUsed: lastActiveOn === null && createdOn !== null && createdOn >= SIGN_INS_SINCE,
    createdOn,
    organisation: organisationOf(user),
  };
}

function unusable(property: string, problem: string): ReadUser {
  return { kind: 'unusable', property, problem };
}

export function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
}

/** Graph writes the year 1 for "never". */
function dayOf(moment: unknown, timeZone: string): Day | null {
  const date = new Date(textOf(moment) ?? Number.NaN);
  return Number.isNaN(date.getTime()) || date.getUTCFullYear() < 1990 ? null : dayIn(timeZone, date);
}

function later(one: Day | null, other: Day | null): Day | null {
  return (one ?? '') >= (other ?? '') ? one : other;
}
