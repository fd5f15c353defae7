/** Offers to ask a person's administrators to note a planned absence, and shows what they would be told. */
import type { Card } from '../adaptive-card.ts';
import { cardFrom } from '../template.ts';

export interface AbsenceOfferCardData {
  /** The person's own address: what the administrators are told, besides the name. */
  address: string;
}

const render = cardFrom(import.meta.url, 'An offer to ask for you');

export function absenceOfferCard(data: AbsenceOfferCardData): Card {
  return render({ ...data });
}
