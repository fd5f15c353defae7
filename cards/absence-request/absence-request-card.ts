/** Tells an administrator that somebody asks for a planned absence, and leads to where it is marked. */
import type { Card } from '../adaptive-card.ts';
import { cardFrom } from '../template.ts';

export interface AbsenceRequestCardData {
  name: string;
  address: string;
  organisation: string;
  /** The day of the request, in words. */
  askedOn: string;
  /** The rule on disabled accounts, with its year. */
  rule: string;
  ruleSource: string;
}

const render = cardFrom(import.meta.url, 'A request to you as an administrator');

export function absenceRequestCard(data: AbsenceRequestCardData): Card {
  return render({ ...data });
}
