/** A person in Teams: says things, presses buttons, and reads what comes back. */
import type { Activity } from 'botbuilder';
import type { AdaptiveCard } from '../../cards/adaptive-card.ts';
import { plainText } from '../../cards/plain-text.ts';
import { type Button, buttonsOf } from './buttons.ts';
import { type Chatter, PEOPLE, type Who } from './people.ts';
import type { TeamsConnector } from './teams-connector.ts';

const ASSISTANT = '28:assistant';
/** How Teams says in a message's entities that the assistant was mentioned in it. */
export const MENTION = {
  type: 'mention',
  mentioned: { id: ASSISTANT, name: 'NHSmail assistant' },
  text: '<at>NHSmail assistant</at>',
};
let numbered = 0;

/** What came of one thing that a person did. */
export interface Heard {
  /** Of the request that carried it. */
  status: number;
  /** What the request was answered with. */
  body: unknown;
  /** Everything they read: texts and cards, the card that took another's place included. */
  text: string;
  activities: Partial<Activity>[];
  /** The ids that Teams gave the messages, in the same order. */
  ids: string[];
  cards: AdaptiveCard[];
  /** As it was sent, so that it can be sent again. */
  sent: Record<string, unknown>;
}

export interface PressOptions {
  /** `submit` is what a client does that does not know Action.Execute. */
  how?: 'execute' | 'submit';
  /** Words that stand on the button's card. */
  on?: string;
  /** What they filled in on the card, by the inputs' ids. */
  filledIn?: Record<string, string>;
}

export interface Chat {
  conversationId: string;
  person: Chatter;
  /** In a group the words begin with the assistant's name, as Teams has it. */
  says(text: string, more?: Record<string, unknown>): Promise<Heard>;
  /** Presses the newest button of this title. */
  presses(title: string | RegExp, options?: PressOptions): Promise<Heard>;
  /** A card action with a verb and data of their own making. */
  invents(verb: unknown, data: unknown, how?: 'execute' | 'submit'): Promise<Heard>;
  /** Presses a thumb under a message: Teams asks for the form. */
  opensFeedback(about: string, reaction: unknown): Promise<Heard>;
  /** Sends the form behind a thumb, with what they filled in by the inputs' ids. */
  sendsFeedback(about: string, reaction: unknown, filledIn?: Record<string, string>): Promise<Heard>;
  /** Types into the search box beside the compose box. */
  searches(words: string, options?: { skip: number; count: number }): Promise<Heard>;
  installs(): Promise<Heard>;
  uninstalls(): Promise<Heard>;
  /** Any activity; the person, the conversation and an id are filled in. */
  sends(activity: Record<string, unknown>): Promise<Heard>;
  /** What has come since they last did something, or since this was last asked. */
  received(): Heard;
}

/** A channel of a team. */
export interface Channel {
  id: string;
  teamId: string;
}

/** Opens a new conversation; a channel is one that others are in already. */
export function openChat(
  assistantUrl: string,
  connector: TeamsConnector,
  who: Who | Chatter,
  where: string | Channel = 'personal',
): Chat {
  const person: Chatter = typeof who === 'string' ? PEOPLE[who] : who;
  const channel = typeof where === 'string' ? undefined : where;
  const scope = typeof where === 'string' ? where : 'channel';
  const conversationId = channel?.id ?? `a:conversation-${++numbered}`;
  const shown: AdaptiveCard[] = [];
  let read = connector.sent.length;
  let readChanges = connector.changed.length;
  connector.members.set(person.id, person.roster);

  function hear(status: number, body: unknown, sent: Record<string, unknown>): Heard {
    // A thread of a channel is told by the message that it began with.
    const here = (each: { conversationId: string }) => each.conversationId.split(';')[0] === conversationId;
    const arrived = connector.sent
      .map((each, at) => ({ ...each, id: `sent-${at + 1}` }))
      .slice(read)
      .filter(here);
    const changes = connector.changed.slice(readChanges).filter(here);
    const activities = [...arrived, ...changes].flatMap(({ activity }) => activity ?? []);
    read = connector.sent.length;
    readChanges = connector.changed.length;
    const inPlace = cardInPlace(body);
    const cards = [...(inPlace ? [inPlace] : []), ...activities.flatMap(cardsOf)];
    shown.push(...cards);
    const text = [...(inPlace ? [plainText(inPlace)] : []), ...activities.map(readActivity)].join('\n');
    return { status, body, text, activities, ids: arrived.map(({ id }) => id), cards, sent };
  }

  async function sends(activity: Record<string, unknown>): Promise<Heard> {
    const id = `170000000${++numbered}`;
    const sent = { id, ...envelope(person, conversationId, scope, connector.url, channel), ...activity };
    const response = await fetch(`${assistantUrl}/api/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(sent),
    });
    const body = await response.text();
    return hear(response.status, body && JSON.parse(body), sent);
  }

  const invents: Chat['invents'] = (verb, data, how = 'execute') =>
    how === 'submit'
      ? sends({ type: 'message', value: { ...(data as object), verb } })
      : // learn.microsoft.com/adaptive-cards/authoring-cards/universal-action-model, "adaptiveCard/action".
        sends({
          type: 'invoke',
          name: 'adaptiveCard/action',
          value: { action: { type: 'Action.Execute', verb, data }, trigger: 'manual' },
        });

  function button(title: string | RegExp, on: string): Button {
    const fits = (each: Button) =>
      // A row that can be tapped is called all that stands in it; a person says how it begins.
      typeof title === 'string'
        ? each.title === title || `${words(each.title)} `.startsWith(`${words(title)} `)
        : title.test(each.title);
    const found = shown
      .filter((card) => plainText(card).includes(on))
      .flatMap(buttonsOf)
      .findLast(fits);
    if (!found) throw new Error(`No card shows a button ${title}.`);
    return found;
  }

  return {
    conversationId,
    person,
    sends,
    invents,
    says: (words, more) => {
      const isGroup = scope !== 'personal';
      const text = isGroup ? `${MENTION.text} ${words}` : words;
      return sends({
        type: 'message',
        text,
        textFormat: 'plain',
        // Teams repeats the text in an attachment.
        attachments: [{ contentType: 'text/html', content: `<p>${text}</p>` }],
        ...(isGroup && { entities: [MENTION] }),
        ...more,
      });
    },
    presses(title, { how = 'execute', on = '', filledIn = {} } = {}) {
      const { verb, data, submitData } = button(title, on);
      if (how === 'submit') return sends({ type: 'message', value: { ...submitData, ...filledIn } });
      return invents(verb, { ...data, ...filledIn });
    },
    // learn.microsoft.com/microsoftteams/platform/agents-in-teams/integrate-ai/user-feedback-controls
    opensFeedback: (about, reaction) =>
      sends({
        type: 'invoke',
        name: 'message/fetchTask',
        replyToId: about,
        value: { data: { actionName: 'feedback', actionValue: { reaction } } },
      }),
    sendsFeedback: (about, reaction, filledIn = {}) =>
      sends({
        type: 'invoke',
        name: 'message/submitAction',
        replyToId: about,
        value: { actionName: 'feedback', actionValue: { reaction, feedback: JSON.stringify(filledIn) } },
      }),
    // learn.microsoft.com/microsoftteams/platform/messaging-extensions/how-to/search-commands/respond-to-search
    searches: (words, queryOptions = { skip: 0, count: 25 }) =>
      sends({
        type: 'invoke',
        name: 'composeExtension/query',
        value: {
          commandId: 'search',
          parameters: [
            words === '' ? { name: 'initialRun', value: 'true' } : { name: 'words', value: words },
          ],
          queryOptions,
        },
      }),
    installs: () => sends({ type: 'installationUpdate', action: 'add' }),
    uninstalls: () => sends({ type: 'installationUpdate', action: 'remove' }),
    received: () => hear(200, undefined, {}),
  };
}

function envelope(
  person: Chatter,
  conversationId: string,
  conversationType: string,
  serviceUrl: string,
  channel?: Channel,
) {
  const { tenantId } = person;
  return {
    timestamp: '2026-11-21T10:00:00.000Z',
    channelId: 'msteams',
    serviceUrl,
    locale: 'en-GB',
    from: { id: person.id, name: 'A person', aadObjectId: person.aadObjectId },
    recipient: { id: ASSISTANT, name: 'NHSmail assistant' },
    conversation: { id: conversationId, conversationType, tenantId },
    channelData: {
      tenant: { id: tenantId },
      ...(channel && { team: { id: channel.teamId }, channel: { id: channel.id } }),
    },
    entities: [{ type: 'clientInfo', locale: 'en-GB', platform: 'Web' }],
  };
}

/** A title without the marks between its words. */
function words(title: string): string {
  return title.replaceAll(/[.:?]+/g, '');
}

function cardsOf({ attachments }: Partial<Activity>): AdaptiveCard[] {
  return (attachments ?? []).map(({ content }) => content as AdaptiveCard);
}

function readActivity(activity: Partial<Activity>): string {
  return [activity.text ?? '', ...cardsOf(activity).map(plainText)].filter(Boolean).join('\n');
}

function cardInPlace(body: unknown): AdaptiveCard | undefined {
  const { type, value } = (body || {}) as { type?: unknown; value?: unknown };
  return type === 'application/vnd.microsoft.card.adaptive' ? (value as AdaptiveCard) : undefined;
}
