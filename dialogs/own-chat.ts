/** What is about a person or their organisation is shown in a chat of their own: in a group it says so, and shows the way. */
import type { DialogContext } from 'botbuilder-dialogs';
import { ownChatCard } from '../cards/own-chat/own-chat-card.ts';
import type { FeatureId } from '../knowledge/entry.ts';
import type { Request } from './feature.ts';
import { features } from './index.ts';
import type { Turn } from './turn.ts';

/**
 * Begins a feature's dialog on top of what is in progress, which is asked again when it ends.
 * The dialogs check the scope themselves, too: this is the first door.
 */
export async function begin(
  dialog: DialogContext,
  turn: Turn,
  feature: string,
  request: Request,
): Promise<void> {
  const place = request.action?.verb ?? request.opens ?? '';
  if (turn.scope === 'personal' || !features.some(({ personal = [] }) => personal.includes(place))) {
    await dialog.beginDialog(feature, request);
    return;
  }
  turn.say({ card: ownChatCard({ link: turn.ownChat }) });
  turn.record({ feature: feature as FeatureId, outcome: 'answered', clauses: [], entries: [] });
  await dialog.repromptDialog();
}

/**
 * The address that opens the person's own chat with the assistant: "Deep link to Teams chat" of the Teams documentation
 * (learn.microsoft.com/microsoftteams/platform/concepts/build-and-test/deep-link-teams).
 * @param botId `28:` and the bot's app id, as Teams names it.
 * @returns empty text for an id of another form.
 */
export function ownChatLink(botId: string): string {
  return /^28:[\w-]{1,100}$/.test(botId) ? `https://teams.microsoft.com/l/chat/0/0?users=${botId}` : '';
}
