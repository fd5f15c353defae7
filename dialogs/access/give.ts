/** Giving somebody access: a form, what it would do, and a yes. Every step asks again who it is and what they hold. */
import type { Organisation, TeamsPerson } from '../../access/administrators.ts';
import { type GrantOutcome, grantAccess, type NewGrant } from '../../access/grants.ts';
import { peopleWithAddress } from '../../access/list-administrators.ts';
import { rehearse } from '../../access/rehearse.ts';
import { accessChangeCard } from '../../cards/access-change/access-change-card.ts';
import { accessFormCard } from '../../cards/access-form/access-form-card.ts';
import { messageCard } from '../../cards/message/message-card.ts';
import { owe } from '../../delivery/ledger.ts';
import { momentIn } from '../../delivery/moment-in.ts';
import { dayIn, lastDayBefore } from '../../hygiene/day.ts';
import { administeredOrRefused } from '../administered.ts';
import type { DialogDeps } from '../feature.ts';
import type { Turn } from '../turn.ts';
import { addressIn, type Gift, readGift } from './gift.ts';
import { alreadyWords, GIVEN, HAS_IT_ALREADY, limitWords, problemWords, untilWords } from './messages.ts';
import { ACCESS_GIVEN, type AccessGiven } from './owed-cards.ts';
import { soonestEnd } from './soonest-end.ts';

type Data = Readonly<Record<string, unknown>>;

/** @param problem what has to be put right in `gift`, or empty text. */
export async function askWhom(turn: Turn, deps: DialogDeps, gift?: Gift, problem = ''): Promise<void> {
  const organisations = await administeredOrRefused(turn, deps);
  if (!organisations) return;
  const ends = await soonestEnd(deps.database, turn.person, turn.now);
  const last = ends && lastDayBefore(deps.timeZone, ends);
  turn.say({
    card: accessFormCard({
      problem,
      address: gift?.address ?? addressIn(turn.text),
      ods: gift?.odsCodes.join(',') ?? '',
      until: gift?.day ?? '',
      organisations: organisations.map(({ name, odsCode }) => ({ name, ods: odsCode })),
      min: dayIn(deps.timeZone, turn.now),
      max: last ?? '',
      limit: limitWords(last),
    }),
    inPlace: true,
  });
}

/** What the form says, held against the rules: the same ones that decide when it is given. */
export async function checkGift(turn: Turn, deps: DialogDeps, data: Data): Promise<void> {
  const organisations = await administeredOrRefused(turn, deps);
  if (!organisations) return;
  const gift = readGift(data);
  const problem = (outcome: Parameters<typeof problemWords>[0]) =>
    askWhom(turn, deps, gift, problemWords(outcome, deps.timeZone));
  if (gift.day === undefined) return problem({ outcome: 'no-such-day' });
  const to = await personWith(deps, gift.address, turn.person.tenantId);
  if (!to) return problem({ outcome: 'not-known' });
  const grant = grantOf(turn, deps, { ...gift, person: to.aadObjectId });
  const result = await rehearse(deps.database, (transaction) => grantAccess(transaction, grant));
  if (result.outcome !== 'granted') return problem(result);
  const { given, already, until } = result;
  if (given.length === 0) return turn.say({ card: messageCard(HAS_IT_ALREADY), inPlace: true });
  turn.say({
    card: accessChangeCard({
      ends: false,
      who: to.address,
      organisations: namesOf(organisations, given),
      until: untilWords(until ?? null, deps.timeZone),
      notes: already.length > 0 ? [alreadyWords(namesOf(organisations, already))] : [],
      person: to.aadObjectId,
      ods: given.join(','),
      day: until ? lastDayBefore(deps.timeZone, until) : '',
    }),
    inPlace: true,
  });
}

export async function giveAccess(turn: Turn, deps: DialogDeps, data: Data): Promise<void> {
  const organisations = await administeredOrRefused(turn, deps);
  if (!organisations) return;
  const gift = readGift(data);
  if (gift.day === undefined) {
    return askWhom(turn, deps, gift, problemWords({ outcome: 'no-such-day' }, deps.timeZone));
  }
  const grant = grantOf(turn, deps, gift);
  const result = await deps.database.transaction(async (transaction) => {
    const outcome = await grantAccess(transaction, grant);
    if (outcome.outcome === 'granted' && outcome.given.length > 0) {
      const content: AccessGiven = {
        organisations: namesOf(organisations, outcome.given),
        until: untilWords(outcome.until ?? null, deps.timeZone),
      };
      await owe(transaction, toldOf(grant, outcome.given, content), turn.now);
    }
    return outcome;
  });
  return sayResult(turn, deps, gift, result);
}

function sayResult(turn: Turn, deps: DialogDeps, gift: Gift, result: GrantOutcome): void | Promise<void> {
  if (result.outcome !== 'granted') {
    return askWhom(turn, deps, gift, problemWords(result, deps.timeZone));
  }
  if (result.given.length === 0) return turn.say({ card: messageCard(HAS_IT_ALREADY), inPlace: true });
  deps.wakeDelivery();
  return turn.say({ card: messageCard(GIVEN), inPlace: true });
}

/** The message that tells the person; a turn that runs twice owes it once. */
function toldOf({ to, now }: NewGrant, given: readonly string[], content: AccessGiven) {
  const reasonKey = `${ACCESS_GIVEN}:${to.tenantId}:${to.aadObjectId}:${given.join('+')}:${now.toISOString()}`;
  return { reasonKey, kind: ACCESS_GIVEN, to, content: { ...content }, notBefore: now };
}

function grantOf(turn: Turn, { timeZone }: DialogDeps, { person, odsCodes, day }: Gift): NewGrant {
  const { tenantId, aadObjectId } = turn.person;
  return {
    by: { tenantId, aadObjectId },
    // Always of the giver's own tenant, whatever the card brings.
    to: { tenantId, aadObjectId: person },
    odsCodes,
    ...(day && { until: momentIn(timeZone, day, 24) }),
    now: turn.now,
  };
}

/** Of two with one address, as after an account was made anew, the one who was seen last. */
async function personWith(
  { database }: DialogDeps,
  address: string,
  tenantId: string,
): Promise<(TeamsPerson & { address: string }) | undefined> {
  const found = await peopleWithAddress(database, address, tenantId);
  return found.find(({ isGuest }) => !isGuest) ?? found[0];
}

export function namesOf(organisations: readonly Organisation[], odsCodes: readonly string[]): string[] {
  return organisations
    .filter(({ odsCode }) => odsCodes.includes(odsCode))
    .map(({ name, odsCode }) => `${name} (${odsCode})`);
}
