/** Search in the compose box: clauses and facts as cards to put into any chat. What was typed is kept nowhere. */
import { ActivityTypes, type Attachment, type TurnContext } from 'botbuilder';
import { toShare } from '../../cards/to-share.ts';
import { detailOf, factCard, titleOf } from '../../dialogs/answers.ts';
import { clauseCard } from '../../dialogs/aup/clause-reply.ts';
import { withoutSecrets } from '../../dialogs/without-secrets.ts';
import type { Knowledge } from '../../knowledge/knowledge.ts';
import type { Findable } from '../../knowledge/search.ts';
import type { Incoming } from '../teams/incoming.ts';
import { CARD_TYPE } from './send.ts';

/** Answers the invoke with a list, which is empty for what is no search of ours. */
export async function answerSearch(
  context: TurnContext,
  { search }: Incoming,
  knowledge: Knowledge,
): Promise<void> {
  const found = search ? knowledge.search(withoutSecrets(search.words)) : [];
  const shown = search ? found.slice(search.skip, search.skip + search.count) : [];
  await respondToSearch(context, {
    type: 'result',
    attachmentLayout: 'list',
    attachments: shown.map((entry) => attachmentOf(knowledge, entry)),
  });
}

export async function respondToSearch(context: TurnContext, composeExtension: object): Promise<void> {
  const value = { status: 200, body: { composeExtension } };
  await context.sendActivity({ type: ActivityTypes.InvokeResponse, value });
}

/** An entry says the same to everybody, so its card is made once. */
const made = new WeakMap<Findable, Attachment & { preview: Attachment }>();

function attachmentOf(knowledge: Knowledge, entry: Findable): Attachment & { preview: Attachment } {
  const known = made.get(entry);
  if (known) return known;
  const card = entry.kind === 'clause' ? clauseCard(knowledge, entry, []) : factCard(entry);
  const attachment = {
    contentType: CARD_TYPE,
    content: toShare(card).content,
    preview: {
      contentType: 'application/vnd.microsoft.card.thumbnail',
      content: { title: titleOf(entry), text: detailOf(entry) },
    },
  };
  made.set(entry, attachment);
  return attachment;
}
