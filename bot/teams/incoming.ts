/**
 * What Teams sent, rebuilt from the fields we know. Everything else is dropped: Teams repeats a message's text in a
 * `text/html` attachment, so a field that is not listed here cannot carry a secret past the guard.
 */
import type { Activity } from 'botbuilder';
import type { DroppedFile, UploadPlace } from '../../dialogs/person-files.ts';
import type { CardAction, Turn } from '../../dialogs/turn.ts';
import { activityShape } from './activity-shape.ts';
import { actionFrom, LARGEST_ACTION } from './card-action.ts';
import { droppedFiles } from './dropped-files.ts';
import { type FeedbackGiven, readFeedback, readFeedbackOpened } from './feedback-invoke.ts';
import { readFileConsent } from './file-consent.ts';
import { readMentions } from './mentions.ts';
import { readSearch, type SearchAsked } from './search-invoke.ts';

/** Longer messages are cut: nobody's question needs more, and every step stays fast. */
export const LONGEST_MESSAGE = 4000;

export type IncomingKind =
  | 'message'
  | 'action'
  | 'feedback-opened'
  | 'feedback'
  | 'search'
  | 'installed'
  | 'uninstalled'
  | 'unknown-invoke'
  | 'ignored';

/** A message, a pressed button or an event, in our own words. */
export interface Incoming {
  kind: IncomingKind;
  activityId: string;
  conversationId: string;
  /** The team whose channel it is; empty elsewhere. */
  teamId: string;
  scope: Turn['scope'];
  tenantId: string;
  aadObjectId: string;
  text: string;
  action?: CardAction;
  /** Where a file may be written. Its address is a permission, and no step may keep it. */
  upload?: UploadPlace;
  /** What was dropped into the chat. Their addresses are permissions too. */
  files?: DroppedFile[];
  /** The answer to a file that was offered: its card is over. */
  answersOffer?: boolean;
  /** What somebody thinks of an answer. When the form is only opened, the thumb that opened it. */
  feedback?: FeedbackGiven;
  /** Absent when it is no search of ours. */
  search?: SearchAsked;
  /** True when the sender waits for an invoke response. */
  invoke: boolean;
  reference: ReferenceIds;
}

/** What it takes to write to this conversation later: plain ids, no SDK objects. */
export interface ReferenceIds {
  serviceUrl: string;
  channelId: string;
  botId: string;
  personChannelId: string;
}

/** Reads the activity's known fields. It has passed `isActivity`. */
export function readIncoming(activity: Activity): Incoming {
  const known = activityShape.parse(activity);
  const botId = known.recipient.id;
  const common = {
    activityId: known.id ?? '',
    conversationId: known.conversation.id.replace(/;messageid=.*$/, ''),
    teamId: known.channelData?.team?.id ?? '',
    scope: scopeOf(known.conversation.conversationType),
    tenantId: known.conversation.tenantId ?? known.channelData?.tenant?.id ?? '',
    aadObjectId: known.from.aadObjectId ?? '',
    text: '',
    invoke: known.type === 'invoke',
    reference: {
      serviceUrl: known.serviceUrl,
      channelId: known.channelId,
      botId,
      personChannelId: known.from.id,
    },
  };
  switch (known.type) {
    case 'message': {
      const action = actionFrom(known.value);
      if (action) return { ...common, kind: 'action', action };
      const { text: said, mentioned } = readMentions(known.text ?? '', known.entities, botId);
      // In a group people talk to each other: what does not mention the assistant is not meant for it.
      if (common.scope !== 'personal' && !mentioned) return { ...common, kind: 'ignored' };
      const files = droppedFiles(known.attachments);
      const text = said.slice(0, LONGEST_MESSAGE);
      return { ...common, kind: 'message', text, ...(files.length > 0 && { files }) };
    }
    case 'invoke': {
      if (known.name === 'fileConsent/invoke') {
        const answer = readFileConsent(known.value);
        return answer && JSON.stringify(answer.action.data).length <= LARGEST_ACTION
          ? { ...common, kind: 'action', answersOffer: true, ...answer }
          : { ...common, kind: 'unknown-invoke' };
      }
      if (known.name === 'composeExtension/query') {
        const search = readSearch(known.value);
        return { ...common, kind: 'search', ...(search && { search }) };
      }
      if (known.name === 'message/fetchTask' || known.name === 'message/submitAction') {
        const isOpened = known.name === 'message/fetchTask';
        const feedback = (isOpened ? readFeedbackOpened : readFeedback)(known.value, known.replyToId);
        if (!feedback) return { ...common, kind: 'unknown-invoke' };
        return { ...common, kind: isOpened ? 'feedback-opened' : 'feedback', feedback };
      }
      if (known.name !== 'adaptiveCard/action') return { ...common, kind: 'unknown-invoke' };
      const action = actionFrom((known.value as { action?: unknown } | undefined)?.action);
      return action ? { ...common, kind: 'action', action } : { ...common, kind: 'unknown-invoke' };
    }
    case 'installationUpdate':
      if (known.action?.startsWith('add')) return { ...common, kind: 'installed' };
      return { ...common, kind: known.action?.startsWith('remove') ? 'uninstalled' : 'ignored' };
    case 'conversationUpdate':
      if (known.membersAdded?.some((member) => member.id === botId)) return { ...common, kind: 'installed' };
      if (known.membersRemoved?.some((member) => member.id === botId))
        return { ...common, kind: 'uninstalled' };
      return { ...common, kind: 'ignored' };
    default:
      return { ...common, kind: 'ignored' };
  }
}

/** Makes `activity` hold the known fields only, with the guarded text. Nothing later sees what was dropped. */
export function rebuild(activity: Activity, incoming: Incoming): void {
  const { conversation, from, recipient } = activity;
  const kept: Partial<Activity> = {
    type: activity.type,
    id: activity.id,
    name: activity.name,
    channelId: activity.channelId,
    serviceUrl: activity.serviceUrl,
    deliveryMode: activity.deliveryMode,
    locale: activity.locale,
    replyToId: activity.replyToId,
    text: incoming.text,
    from: { id: from.id, aadObjectId: from.aadObjectId, name: '' },
    recipient: { id: recipient.id, name: '' },
    conversation: {
      id: conversation.id,
      conversationType: conversation.conversationType,
      tenantId: conversation.tenantId,
      isGroup: conversation.isGroup,
      name: '',
    },
  };
  for (const key of Object.keys(activity)) delete (activity as unknown as Record<string, unknown>)[key];
  Object.assign(activity, kept);
}

function scopeOf(conversationType: string | undefined): Turn['scope'] {
  // What is not surely a chat with one person is treated as one that others read.
  return conversationType === 'personal' || conversationType === 'channel' ? conversationType : 'groupChat';
}
