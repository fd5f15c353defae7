/** Asks an administrator for a day, and for a name where somebody has to approve. What was typed stays typed. */
import type { Card } from '../adaptive-card.ts';
import type { ReportPlace } from '../hygiene-report/hygiene-report-card.ts';
import { cardFrom } from '../template.ts';

export interface AccountFormCardData {
  title: string;
  name: string;
  address: string;
  help: string;
  /** What was wrong with what was typed. */
  problems: { text: string }[];
  dayLabel: string;
  /** As `YYYY-MM-DD`, or empty. */
  day: string;
  /** The first and the last day that can be chosen, as `YYYY-MM-DD`. */
  min: string;
  max: string;
  /** Empty when nobody has to approve. */
  approverLabel: string;
  approverHelp: string;
  approver: string;
  /** The title of the button that keeps it. */
  submit: string;
  verb: 'hygiene.decide' | 'hygiene.remind';
  decision: string;
  place: ReportPlace;
}

const render = cardFrom(import.meta.url, 'A question for you');

export function accountFormCard(data: AccountFormCardData): Card {
  return render({ ...data, place: { ...data.place } });
}
