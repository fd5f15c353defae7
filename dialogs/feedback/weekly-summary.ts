/** The weekly summary for administrators: shown when they ask, sent every week, turned off and on by each. */
import type { Card } from '../../cards/adaptive-card.ts';
import { messageCard } from '../../cards/message/message-card.ts';
import { weeklySummaryCard } from '../../cards/weekly-summary/weekly-summary-card.ts';
import { momentIn } from '../../delivery/moment-in.ts';
import {
  setWeeklySummary,
  type WeeklySummary,
  wantsWeeklySummary,
  weeklySummary,
} from '../../feedback/weekly-summary.ts';
import { addDays, dayIn, sayDay } from '../../hygiene/day.ts';
import { administeredOrRefused } from '../administered.ts';
import type { DialogDeps } from '../feature.ts';
import type { Turn } from '../turn.ts';
import { WEEKLY_OFF, WEEKLY_ON } from './messages.ts';
import { entryTitle } from './titles.ts';

const DAYS = 7;

/** The last seven days, today included. */
export async function showWeek(turn: Turn, deps: DialogDeps): Promise<void> {
  if (!(await administeredOrRefused(turn, deps))) return;
  const { database, knowledge, timeZone } = deps;
  const lastDay = dayIn(timeZone, turn.now);
  const firstDay = addDays(lastDay, 1 - DAYS);
  const period = { firstDay, lastDay, from: momentIn(timeZone, firstDay, 0), to: turn.now };
  const summary = await weeklySummary(database, period, (entry) => entryTitle(knowledge, entry));
  turn.say({ card: summaryCard(summary, await wantsWeeklySummary(database, turn.person)) });
}

export async function sendWeekly(turn: Turn, deps: DialogDeps, wanted: boolean): Promise<void> {
  if (!(await administeredOrRefused(turn, deps))) return;
  await setWeeklySummary(deps.database, turn.person, wanted, turn.now);
  turn.say({ card: messageCard(wanted ? WEEKLY_ON : WEEKLY_OFF) });
}

/** As it is sent: to those who have not turned it off. */
export function owedSummaryCard(content: Readonly<Record<string, unknown>>): Card {
  return summaryCard(content as WeeklySummary, true);
}

function summaryCard(summary: WeeklySummary, isOn: boolean): Card {
  const { firstDay, lastDay } = summary;
  return weeklySummaryCard({ ...summary, firstDay: sayDay(firstDay), lastDay: sayDay(lastDay), isOn });
}
