/** "I'm still here" on a warning. It says plainly that only using the account counts. */
import { messageCard } from '../../cards/message/message-card.ts';
import type { Turn } from '../turn.ts';
import { STILL_HERE } from './messages.ts';

export function acknowledge(turn: Turn): void {
  turn.say({ card: messageCard(STILL_HERE), inPlace: true });
}
