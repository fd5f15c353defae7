/** "My digest": how often, on which day, and the hours in which it stays away. */
import type { Card } from '../../cards/adaptive-card.ts';
import { digestChoiceCard } from '../../cards/digest-choice/digest-choice-card.ts';
import { hygieneDigestCard } from '../../cards/hygiene-digest/hygiene-digest-card.ts';
import type { Digest } from '../../hygiene/digest/digest.ts';
import { chooseDigest, digestChoice } from '../../hygiene/digest/digest-choice.ts';
import type { DigestTimes } from '../../hygiene/digest/digest-times.ts';
import type { DialogDeps } from '../feature.ts';
import type { Turn } from '../turn.ts';
import {
  DIGEST_KEPT,
  DIGEST_NOT_UNDERSTOOD,
  digestWords,
  EVERY_CHOICES,
  nextLine,
} from './digest-messages.ts';
import { hourChoices, WEEKDAYS } from './hour-words.ts';
import { wordsIn } from './place.ts';
import { organisationsFor } from './report.ts';

/** Where people of the service may be, besides where it runs. */
const ZONES = [
  'Europe/London',
  'Europe/Lisbon',
  'Europe/Paris',
  'Europe/Athens',
  'Asia/Dubai',
  'Asia/Kolkata',
  'Australia/Sydney',
  'America/New_York',
];

export async function showDigestChoice(
  turn: Turn,
  deps: DialogDeps,
  { done = '', inPlace = false } = {},
): Promise<void> {
  if (!(await organisationsFor(turn, deps))) return;
  const { times, isChosen } = await digestChoice(deps.database, turn.person, deps.timeZone);
  turn.say({
    inPlace,
    card: digestChoiceCard({
      done,
      next: nextLine(times, isChosen, turn.now),
      every: times.every,
      weekday: String(times.weekday),
      quietFrom: String(times.quietFrom),
      quietUntil: String(times.quietUntil),
      zone: times.timeZone,
      everyChoices: EVERY_CHOICES,
      weekdayChoices: WEEKDAYS.map((title, at) => ({ title, value: String(at + 1) })),
      hourChoices: hourChoices(0, 23),
      zoneChoices: zonesFor(deps).map((value) => ({ title: placeOf(value), value })),
    }),
  });
}

/** @param data comes from the client, so it may be anything. */
export async function keepDigestChoice(
  turn: Turn,
  deps: DialogDeps,
  data: Readonly<Record<string, unknown>>,
): Promise<void> {
  if (!(await organisationsFor(turn, deps))) return;
  const times = timesFrom(data, deps);
  if (!times) return showDigestChoice(turn, deps, { done: DIGEST_NOT_UNDERSTOOD, inPlace: true });
  const timeZone = times.timeZone === deps.timeZone ? undefined : times.timeZone;
  await chooseDigest(deps.database, turn.person, { ...times, timeZone }, turn.now);
  await showDigestChoice(turn, deps, { done: DIGEST_KEPT, inPlace: true });
}

/** The card that arrives. Its data comes from our own ledger. */
export function digestCard(content: Readonly<Record<string, unknown>>): Card {
  return hygieneDigestCard(digestWords(content as Digest));
}

function timesFrom(data: Readonly<Record<string, unknown>>, deps: DialogDeps): DigestTimes | undefined {
  const every = EVERY_CHOICES.find(({ value }) => value === data.every)?.value as
    | DigestTimes['every']
    | undefined;
  const weekday = numberIn(data.weekday, 1, WEEKDAYS.length);
  const quietFrom = numberIn(data.quietfrom, 0, 23);
  const quietUntil = numberIn(data.quietuntil, 0, 23);
  const timeZone = zonesFor(deps).find((zone) => zone === data.zone);
  if (!every || weekday === undefined || quietFrom === undefined || quietUntil === undefined || !timeZone) {
    return undefined;
  }
  return { every, weekday, quietFrom, quietUntil, timeZone };
}

function numberIn(value: unknown, least: number, most: number): number | undefined {
  const text = wordsIn(value);
  const number = /^\d{1,2}$/.test(text) ? Number(text) : Number.NaN;
  return number >= least && number <= most ? number : undefined;
}

function zonesFor({ timeZone }: DialogDeps): string[] {
  return [...new Set([timeZone, ...ZONES])];
}

function placeOf(zone: string): string {
  return zone.split('/').at(-1)?.replaceAll('_', ' ') ?? zone;
}
