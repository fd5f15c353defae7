/** Words about administrators and their access. */

import type { GrantOutcome } from '../../access/grants.ts';
import { CONFIGURATION } from '../../access/held-access.ts';
import type { ListedAccess } from '../../access/list-administrators.ts';
import type { PassedOn } from '../../access/passed-on.ts';
import type { RevokeOutcome } from '../../access/revoke.ts';
import { type Day, lastDayBefore, sayDay } from '../../hygiene/day.ts';

const MENU = { title: 'Menu', say: 'menu' };
const LIST = { title: 'Administrators', say: 'administrators' };

export function untilWords(until: Date | null, timeZone: string): string {
  return until ? `Until ${sayDay(lastDayBefore(timeZone, until))}` : 'No end day';
}

export function limitWords(last: Day | undefined): string {
  return last ? `Yours ends on ${sayDay(last)}, so theirs cannot last longer.` : '';
}

export function givenWords({ grantedBy, giver }: Pick<ListedAccess, 'grantedBy' | 'giver'>): string {
  if (grantedBy === CONFIGURATION) return 'Named in the settings of this service';
  if (giver) return `Given by ${giver}`;
  return grantedBy === 'person' ? 'Given by an administrator' : 'Given by the people who run this service';
}

/** What has to be put right in the form. */
export function problemWords(
  result: Exclude<GrantOutcome, { outcome: 'granted' }> | { outcome: 'no-such-day' },
  timeZone: string,
): string {
  switch (result.outcome) {
    case 'not-known':
      return 'I do not know that address. Ask them to say "is my account at risk" to me once in Teams. Then try again.';
    case 'guest':
      return 'They are a guest in Teams. Guests cannot look after an organisation.';
    case 'yourself':
      return 'That is you. You cannot give access to yourself.';
    case 'nothing-chosen':
      return 'Choose at least one organisation.';
    case 'not-yours':
    case 'no-such-organisation':
      return 'You can only give access to organisations that you look after.';
    case 'configured':
      return 'The settings of this service decide about their access. Ask the people who run it.';
    case 'longer-than-yours':
      return `Your own access ends on ${sayDay(lastDayBefore(timeZone, result.until))}. Choose that day or an earlier one.`;
    case 'in-the-past':
      return 'That day is over. Choose a later one.';
    case 'no-such-day':
      return 'I do not understand that day. Choose another one, or leave it empty.';
  }
}

export function alreadyWords(organisations: readonly string[]): string {
  return `They look after ${organisations.join(', ')} already. Nothing changes there.`;
}

/** @returns one sentence for each person whose access ends too. */
export function passedOnWords(passedOn: readonly PassedOn[]): string[] {
  const names = [...new Set(passedOn.map(({ address }) => address ?? 'a person without an address'))];
  return names.length > 0 ? [`They gave access to ${names.join(', ')}. That ends too.`] : [];
}

export const GIVEN = {
  title: 'Access given',
  text: 'I will tell them here in Teams. You can end it again at any time.',
  buttons: [LIST, MENU],
};

export const HAS_IT_ALREADY = {
  title: 'They have it already',
  text: 'They look after that already, for at least as long. Nothing was changed.',
  buttons: [LIST, MENU],
};

export const ENDED = {
  title: 'Access ended',
  text: 'They no longer see the accounts of that organisation.',
  buttons: [LIST, MENU],
};

type CannotEnd = Exclude<RevokeOutcome['outcome'], 'revoked' | 'none' | 'not-yours'>;

export const CANNOT_END: Record<CannotEnd, { title: string; text: string; buttons: (typeof LIST)[] }> = {
  yourself: {
    title: 'You cannot end your own access',
    text: 'Ask another administrator, or the people who run this service.',
    buttons: [LIST],
  },
  configured: {
    title: 'I cannot end this here',
    text: 'The settings of this service name them. Ask the people who run it.',
    buttons: [LIST],
  },
  'yours-comes-from-theirs': {
    title: 'I cannot end this for you',
    text: 'Your own access came from them. Ask the people who run this service.',
    buttons: [LIST],
  },
  'outlasts-yours': {
    title: 'I cannot end this for you',
    text: 'Theirs lasts longer than yours. Ask an administrator whose access has no end day.',
    buttons: [LIST],
  },
};

export function givenToYou({ organisations, until }: { organisations: string[]; until: string }) {
  const most = 10;
  const more = organisations.length > most ? [`and ${organisations.length - most} more`] : [];
  return {
    title: 'You are now an administrator',
    text: [
      'An administrator gave you access to:',
      ...organisations.slice(0, most),
      ...more,
      `${until}.`,
      'You can see their accounts here and send warnings.',
    ].join('\n\n'),
    buttons: [{ title: 'Hygiene report', say: 'hygiene report' }, LIST, MENU],
  };
}
