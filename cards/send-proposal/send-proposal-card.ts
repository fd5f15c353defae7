/** The dry run: who would be warned and why, before anybody is. */
import type { Card } from '../adaptive-card.ts';
import { counted } from '../counted.ts';
import { cardFrom } from '../template.ts';

export interface SendProposalCardData {
  sendId: string;
  organisation: string;
  profileLine: string;
  reportLine: string;
  /** The card lists ten; the others are counted. */
  recipients: { name: string; address: string; why: string; reach: 'in Teams' | 'cannot be reached here' }[];
  reachable: number;
  unreachable: number;
  /** How many are not in `recipients`. */
  more: number;
  /** When the last warning would be sent, for example `09:05 today`, or empty text. */
  finishBy: string;
}

const render = cardFrom(import.meta.url, 'Something to check before it is sent');
const LISTED = 10;

export function sendProposalCard(data: SendProposalCardData): Card {
  const more = data.more + Math.max(0, data.recipients.length - LISTED);
  return render({
    ...data,
    reachLine:
      data.reachable > 0
        ? `${counted(data.reachable, 'person', 'people')} would get a warning in Teams.`
        : 'Nobody in this list can get a warning in Teams.',
    unreachableLine: `${counted(data.unreachable, 'person', 'people')} cannot be reached here. Please tell them another way.`,
    moreLine: more > 0 ? `And ${counted(more, 'other', 'others')}.` : '',
    finishLine:
      data.finishBy && data.reachable > 0 ? `The last warning would be sent by ${data.finishBy}.` : '',
    sendTitle: `Send ${counted(data.reachable, 'warning')}`,
    recipients: data.recipients.slice(0, LISTED).map((recipient) => ({
      ...recipient,
      reach: recipient.reach === 'in Teams' ? 'In Teams' : 'Cannot be reached here',
      colour: recipient.reach === 'in Teams' ? 'Good' : 'Warning',
    })),
  });
}
