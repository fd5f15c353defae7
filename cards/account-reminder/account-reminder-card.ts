/** A reminder that an administrator asked for. It says nothing of where the account stands: that is looked up afresh. */
import type { Card } from '../adaptive-card.ts';
import { cardFrom } from '../template.ts';

export interface AccountReminderCardData {
  name: string;
  address: string;
}

const render = cardFrom(import.meta.url, 'A reminder you asked for');

export function accountReminderCard(data: AccountReminderCardData): Card {
  return render({ ...data });
}
