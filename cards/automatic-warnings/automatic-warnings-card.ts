/** Warnings that go out by themselves: whether they are on, and before they are turned on who would get one and why. */
import type { Card } from '../adaptive-card.ts';
import { counted } from '../counted.ts';
import { cardFrom } from '../template.ts';

export interface AutomaticWarningsCardData {
  organisation: string;
  ods: string;
  isOn: boolean;
  /** What has just been done, or empty text. */
  done: string;
  /** How they stand, a sentence or two each. */
  lines: string[];
  /** While they are off: who would be warned now. The card lists ten; the others are counted. */
  recipients: { name: string; address: string; why: string; reach: 'in Teams' | 'cannot be reached here' }[];
  /** How many are not in `recipients`. */
  more: number;
  /** For example `Monday to Friday, 9am to 5pm`. */
  hours: string;
  profileLine: string;
  reportLine: string;
  /** The dry run that is shown. Empty while they are on. */
  sendId: string;
}

const render = cardFrom(import.meta.url, 'Warnings that are sent for you');
const LISTED = 10;

export function automaticWarningsCard(data: AutomaticWarningsCardData): Card {
  const more = data.more + Math.max(0, data.recipients.length - LISTED);
  return render({
    ...data,
    title: data.isOn ? 'Automatic warnings are on' : 'Automatic warnings are off',
    listTitle: data.recipients.some(({ reach }) => reach === 'in Teams')
      ? 'Who would get one now, and why'
      : 'Tell these people yourself',
    canTurnOn: !data.isOn && data.sendId !== '',
    moreLine: more > 0 ? `And ${counted(more, 'other', 'others')}.` : '',
    recipients: data.recipients.slice(0, LISTED).map((recipient) => ({
      ...recipient,
      reach: recipient.reach === 'in Teams' ? 'In Teams' : 'Cannot be reached here',
      colour: recipient.reach === 'in Teams' ? 'Good' : 'Warning',
    })),
  });
}
