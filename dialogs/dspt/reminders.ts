/** Reminders of the yearly deadline: for the person who asks, or for all administrators of an organisation. */
import { listAdministrators } from '../../access/list-administrators.ts';
import { dsptRemindersCard } from '../../cards/dspt-reminders/dspt-reminders-card.ts';
import { expiredCard } from '../../cards/expired/expired-card.ts';
import { notAdministratorCard } from '../../cards/not-administrator/not-administrator-card.ts';
import { momentIn } from '../../delivery/moment-in.ts';
import type { Recipient } from '../../delivery/owed-message.ts';
import { cancelReminders, planReminders, remindersFor } from '../../delivery/reminders.ts';
import { nextDeadline } from '../../dspt/deadline.ts';
import { addDays, type Day, dayIn, daysBetween, sayDay } from '../../hygiene/day.ts';
import { administeredBy } from '../administered.ts';
import type { DialogDeps } from '../feature.ts';
import type { Turn } from '../turn.ts';
import { daysLeftWords, deadlineSource } from './day-words.ts';
import { nameAndCode } from './messages.ts';
import { DSPT_REMINDER, type DsptReminder } from './owed-cards.ts';

const DAYS_BEFORE = [90, 30, 14, 7, 1];
/** On the clocks of the configured time zone. */
const HOUR = 9;

export async function remindMe(turn: Turn, deps: DialogDeps): Promise<void> {
  const deadline = deadlineToRemindOf(turn, deps);
  await plan(turn, deps, deps.database, turn.person, deadline, 'You asked for this reminder');
  const planned = await remindersFor(deps.database, turn.person, DSPT_REMINDER);
  const own = await administeredBy(turn, deps);
  turn.say({
    card: dsptRemindersCard({
      headline: planned.length === 1 ? 'I will remind you once' : `I will remind you ${planned.length} times`,
      text:
        turn.scope === 'personal'
          ? 'Each reminder comes here, in our private chat.'
          : 'Each reminder comes in our private chat. Please add me there too, if you have not.',
      dates: planned.map(({ notBefore }) => sayDay(dayIn(deps.timeZone, new Date(notBefore)))),
      ...deadlineWords(turn, deps, deadline),
      organisations: own.map(({ odsCode, name }) => ({ name, ods: odsCode })),
    }),
  });
}

/** Turned on by one administrator for all of the organisation. Each of them can stop their own. */
export async function remindAdministrators(turn: Turn, deps: DialogDeps, odsCode: string): Promise<void> {
  const own = await administeredBy(turn, deps);
  const organisation = own.find((each) => each.odsCode === odsCode);
  if (!organisation) return turn.say({ card: notAdministratorCard() });
  const deadline = deadlineToRemindOf(turn, deps);
  const name = nameAndCode({ name: organisation.name, code: odsCode });
  const people = await deps.database.transaction(async (transaction) => {
    const all = await listAdministrators(transaction, { odsCodes: [odsCode], now: turn.now });
    const administrators = all.filter(({ tenantId }) => tenantId === turn.person.tenantId);
    const why = `An administrator turned this on for the administrators of ${name}`;
    for (const each of administrators) await plan(turn, deps, transaction, each, deadline, why);
    return administrators.length;
  });
  turn.say({
    inPlace: true,
    card: dsptRemindersCard({
      headline: `The administrators of ${name} will be reminded`,
      text: `${people === 1 ? 'That is you alone.' : `${people} people get each reminder in their private chat.`} Each of them can stop their own.`,
      dates: comingDates(turn, deps, deadline).map(({ day }) => sayDay(day)),
      ...deadlineWords(turn, deps, deadline),
      organisations: [],
    }),
  });
}

export async function stopReminders(turn: Turn, deps: DialogDeps): Promise<void> {
  const stopped = await cancelReminders(deps.database, turn.person, DSPT_REMINDER, turn.now);
  if (stopped === 0) {
    return turn.say({ card: expiredCard({ what: 'You have no toolkit reminders to stop.' }), inPlace: true });
  }
  turn.say({
    inPlace: true,
    card: dsptRemindersCard({
      headline: 'Your toolkit reminders are stopped',
      text: 'Nothing more will come. You can turn them on again after a check.',
      dates: [],
      deadline: '',
      source: '',
      organisations: [],
    }),
  });
}

async function plan(
  turn: Turn,
  deps: DialogDeps,
  database: DialogDeps['database'],
  to: Recipient,
  deadline: Day,
  why: string,
): Promise<void> {
  const dates = comingDates(turn, deps, deadline).map(({ daysBefore, notBefore }) => {
    const content: DsptReminder = {
      about: `The toolkit’s deadline, ${sayDay(deadline)}`,
      deadline,
      daysBefore,
      source: deadlineSource(deps.dspt.deadline),
      why,
    };
    return { daysBefore, notBefore, content };
  });
  const { tenantId, aadObjectId } = to;
  await planReminders(database, {
    kind: DSPT_REMINDER,
    to: { tenantId, aadObjectId },
    key: deadline,
    dates,
    askedByThem: aadObjectId === turn.person.aadObjectId,
    now: turn.now,
  });
}

function comingDates(turn: Turn, { timeZone }: DialogDeps, deadline: Day) {
  return DAYS_BEFORE.map((daysBefore) => {
    const day = addDays(deadline, -daysBefore);
    return { daysBefore, day, notBefore: momentIn(timeZone, day, HOUR) };
  }).filter(({ notBefore }) => notBefore > turn.now);
}

/** On the last day or two no reminder is left to come: then it is about the next year. */
function deadlineToRemindOf(turn: Turn, deps: DialogDeps): Day {
  const today = dayIn(deps.timeZone, turn.now);
  const { day } = nextDeadline(today, deps.dspt.deadline);
  return comingDates(turn, deps, day).length > 0
    ? day
    : nextDeadline(addDays(day, 1), deps.dspt.deadline).day;
}

function deadlineWords(turn: Turn, deps: DialogDeps, deadline: Day): { deadline: string; source: string } {
  const days = daysBetween(dayIn(deps.timeZone, turn.now), deadline);
  return {
    deadline: `${sayDay(deadline)}, ${daysLeftWords(days)}`,
    source: deadlineSource(deps.dspt.deadline),
  };
}
