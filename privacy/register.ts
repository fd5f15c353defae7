/**
 * Every table that this service fills, and what becomes of its rows. A table that is not here fails a test, so nothing
 * is kept that nobody thought about. In the order in which rows are deleted.
 */
import type { Kept } from './kept.ts';

const ORGANISATION = 'it comes from your organisation, so ask your Local Administrator';
const EVIDENCE = 'your organisation has to be able to show who was warned, and when';
const GRANTED = 'it says what you may see. An administrator can take it back';
const TICKET =
  'it belongs to a question that somebody else asked. What is in your own questions goes with them';
const AUDIT = 'the record of what administrators did must stay whole';

const PERSON = 'tenant_id = $1 and aad_object_id = $2';
const OWN_CHAT = `conversation_id in (select conversation_id from conversation where ${PERSON} and scope = 'personal')`;

export const register: readonly Kept[] = [
  {
    table: 'dialog_state',
    what: 'where you are in a conversation, such as a question that waits for your answer',
    why: 'a conversation goes on where it stopped',
    ends: { after: 'conversations', from: 'updated_at' },
    about: `speaker_id = $2 and conversation_id in (select conversation_id from conversation where tenant_id = $1)`,
    onRequest: 'deleted',
  },
  {
    table: 'answered_activity',
    what: 'which of your messages were answered. The answer itself only until it was sent',
    why: 'Teams sometimes delivers a message twice',
    ends: { after: 'conversations', from: 'committed_at' },
    about: OWN_CHAT,
    onRequest: 'deleted',
  },
  {
    table: 'shown_answer',
    what: 'which of my answers stand in our chat, and which you have rated. Not what you said of them',
    why: 'you can rate an answer, and each person counts once',
    ends: { after: 'conversations', from: 'shown_at' },
    about: `${OWN_CHAT} or ($2 = any(rated_by) and conversation_id in (select conversation_id from conversation where tenant_id = $1))`,
    onRequest: 'deleted',
  },
  {
    table: 'weekly_summary_off',
    what: 'that you do not want the weekly summary for administrators',
    why: 'it is not sent to you again',
    ends: {
      after: 'people',
      from: `coalesce((select seen_at from person where person.tenant_id = weekly_summary_off.tenant_id
        and person.aad_object_id = weekly_summary_off.aad_object_id), since)`,
    },
    about: PERSON,
    onRequest: 'deleted',
  },
  {
    table: 'owed_message',
    what: 'reminders, warnings and reports that I sent you or am going to send you',
    why: 'each is sent once, and it can be shown what became of it',
    ends: { after: 'messages', from: 'changed_at', only: `state in ('sent', 'failed', 'cancelled')` },
    about: PERSON,
    deleteOnly: 'series is not null',
    onRequest: { kept: EVIDENCE },
  },
  {
    table: 'owed_message_change',
    what: 'each change of such a message',
    why: 'it can be shown what became of it',
    ends: { by: 'the message it belongs to' },
  },
  {
    table: 'card_update',
    what: 'that a warning on your screen is to be changed, once your account is in use again',
    why: 'a warning that is over does not stay on your screen',
    ends: { by: 'the message it belongs to' },
  },
  {
    table: 'warning_reply',
    what: 'what you answered to a warning, such as that you are still here',
    why: 'your administrators see who has not answered',
    ends: { by: 'the warning it belongs to' },
    about: PERSON,
    onRequest: 'deleted',
  },
  {
    table: 'ticket_message',
    what: 'answers and replies that you wrote in questions to helpers',
    why: 'a question and its answers stay together',
    ends: { by: 'the question it belongs to' },
    about: PERSON,
    onRequest: { kept: TICKET },
  },
  {
    table: 'ticket',
    what: 'questions that you sent to your organisation’s helpers, with the answers',
    why: 'helpers can answer them, and you can write back',
    ends: { after: 'tickets', from: 'changed_at' },
    about: PERSON,
    onRequest: 'deleted',
  },
  {
    table: 'helper_channel',
    what: 'which channel in Teams gets the questions of which organisation',
    why: 'questions reach the organisation’s own helpers',
    ends: {
      after: 'audit',
      from: 'coalesce(ended_at, proposed_at)',
      only: `state <> 'in-use' and not exists (select 1 from ticket
        where ticket.helper_channel_id = helper_channel.helper_channel_id)`,
    },
  },
  {
    table: 'send_recipient',
    what: 'whom a dry run of warnings named',
    why: 'exactly these people are written to',
    ends: { by: 'the send it belongs to' },
    about: PERSON,
    onRequest: { kept: EVIDENCE },
  },
  {
    table: 'send',
    what: 'sends of warnings that you asked for as an administrator',
    why: 'it can be shown who sent them',
    ends: {
      after: 'messages',
      from: 'coalesce(reported_at, confirmed_at, proposed_at)',
      only: `state <> 'confirmed' and not exists (select 1 from owed_message where owed_message.send_id = send.send_id)`,
    },
    about: PERSON,
    onRequest: { kept: AUDIT },
  },
  {
    table: 'automatic_warnings',
    what: 'that you turned on automatic warnings of your organisation',
    why: 'it can be shown who did, and people of your tenant are written to',
    ends: { by: 'an administrator who turns them on again' },
    about: 'tenant_id = $1 and turned_on_by = $2',
    onRequest: { kept: AUDIT },
  },
  {
    table: 'digest_choice',
    what: 'when you want your digest as an administrator',
    why: 'it comes when you want it, and not in your quiet hours',
    ends: { by: 'your next choice' },
    about: PERSON,
    onRequest: 'deleted',
  },
  {
    table: 'account_seen',
    what: 'the last day on which you used the assistant',
    why: 'using Teams counts as using your account',
    ends: { after: 'conversations', from: 'seen_on' },
    about: 'address = lower($3)',
    onRequest: 'deleted',
  },
  {
    table: 'account_decision',
    what: 'what an administrator decided about your account, such as a planned absence. Never why',
    why: 'you are not warned while you are away',
    ends: { by: 'an administrator, or with the account when a report no longer has it' },
    about: 'address = lower($3)',
    onRequest: { kept: ORGANISATION },
  },
  {
    table: 'account',
    what: 'what the last report of your organisation says about your account',
    why: 'you can be told before your account is removed',
    ends: { by: 'the next report of the organisation' },
    about: 'address = lower($3)',
    onRequest: { kept: ORGANISATION },
  },
  {
    table: 'account_before',
    what: 'your account as it was before the last report',
    why: 'a report that was loaded by mistake can be taken back',
    ends: { by: 'the next report of the organisation' },
    about: 'address = lower($3)',
    onRequest: { kept: ORGANISATION },
  },
  {
    table: 'gone_account',
    what: 'that your account is no longer in the list of your organisation, and since when',
    why: 'whoever asks after it can be told',
    ends: { after: 'messages', from: 'gone_on' },
    about: 'address = lower($3)',
    onRequest: { kept: ORGANISATION },
  },
  {
    table: 'staged_report',
    what: 'a report that you brought and that is not in use yet',
    why: 'you see what it would change before it does',
    ends: { by: 'an hour, or by being put in use' },
    about: PERSON,
    onRequest: 'deleted',
  },
  {
    table: 'graph_reading',
    what: 'how far a reading of your organisation’s accounts from Microsoft Graph has come',
    why: 'it goes on after it was broken off',
    ends: { after: 'conversations', from: 'started_at' },
  },
  {
    table: 'graph_page',
    what: 'what Microsoft Graph says of your account, until a report is made of it',
    why: 'a reading that was broken off need not begin again',
    ends: { by: 'the report that is made of it, or the reading it belongs to' },
    about: `users @> jsonb_build_array(jsonb_build_object('address', lower($3)))`,
    onRequest: { kept: ORGANISATION },
  },
  {
    table: 'flag',
    what: 'the days on which your account was found at risk',
    why: 'it can be shown that inactive accounts are looked after',
    ends: { after: 'audit', from: 'cleared_on', only: 'cleared_on is not null' },
    about: 'address = lower($3)',
    onRequest: { kept: EVIDENCE },
  },
  {
    table: 'sweep',
    what: 'counts of the daily look at all accounts',
    why: 'it can be shown that it was made',
    ends: { after: 'audit', from: 'day' },
  },
  {
    table: 'report',
    what: 'the day and the source of each report',
    why: 'the age of what is known is shown',
    ends: { by: 'nothing: it holds no personal detail but who loaded it' },
  },
  {
    table: 'organisation_report',
    what: 'which report is the last one of each organisation',
    why: 'the age of what is known is shown',
    ends: { by: 'the next report of the organisation' },
  },
  {
    table: 'column_mapping',
    what: 'what the reports of each organisation call their columns',
    why: 'it has to be said only once',
    ends: { by: 'being said anew' },
  },
  {
    table: 'administrator',
    what: 'which organisations you administer here',
    why: 'each administrator sees their own organisations only',
    ends: { by: 'its own end date, or an administrator' },
    about: PERSON,
    onRequest: { kept: GRANTED },
  },
  {
    table: 'audit',
    what: 'what you did here as an administrator',
    why: 'organisations can see who changed what',
    ends: { after: 'audit', from: 'at' },
    about: PERSON,
    onRequest: { kept: AUDIT },
  },
  {
    table: 'conversation',
    what: 'the address of our chat in Teams',
    why: 'without it no warning and no reminder can reach you',
    ends: {
      after: 'people',
      from: `coalesce((select seen_at from person where person.tenant_id = conversation.tenant_id
        and person.aad_object_id = conversation.aad_object_id), installed_at)`,
      // Without it no question could reach the channel.
      only: `not exists (select 1 from helper_channel where helper_channel.conversation_id = conversation.conversation_id
        and helper_channel.state = 'in-use')`,
    },
    about: `${PERSON} and scope = 'personal'`,
    onRequest: 'deleted',
  },
  {
    table: 'person',
    what: 'your address as Teams gives it, and when you were last here',
    why: 'it links you to your account, and to nobody else’s',
    ends: { after: 'people', from: 'seen_at' },
    about: PERSON,
    onRequest: 'deleted',
  },
  {
    table: 'recent_request',
    what: 'how many requests were made to a chat in the last hour',
    why: 'Teams limits how many a chat may get',
    ends: { by: 'an hour has passed' },
  },
  {
    table: 'tenant_rate',
    what: 'how many messages were sent in the last moments, in all',
    why: 'Teams limits how many may be sent in a second',
    ends: { by: 'nothing: it is one row with counts' },
  },
  {
    table: 'turn_record',
    what: 'the topic of each answer and how long it took. Not your words, and not who you are',
    why: 'we see what does not work',
    ends: { after: 'statistics', from: 'at' },
  },
  {
    table: 'feedback',
    what: 'how often each answer helped or did not, and why. Not who said so',
    why: 'we see which answers to mend',
    ends: { after: 'statistics', from: 'on_day' },
  },
  {
    table: 'feedback_words',
    what: 'what people wrote about an answer and agreed to send. Not who wrote it',
    why: 'we see which answers to mend',
    ends: { after: 'feedback', from: 'on_day' },
  },
  {
    table: 'organisation',
    what: 'names and codes of organisations',
    why: 'accounts belong to organisations',
    ends: { by: 'an operator' },
  },
  {
    table: 'dspt_status_file',
    what: 'the public file of toolkit statuses',
    why: 'the DSPT check shows published statuses',
    ends: { by: 'the next file' },
  },
  {
    table: 'dspt_status_block',
    what: 'the content of that file: organisations, no people',
    why: 'the DSPT check shows published statuses',
    ends: { by: 'the next file' },
  },
  {
    table: 'scheduled_job',
    what: 'up to when each piece of daily work is done',
    why: 'work that was missed is caught up once',
    ends: { by: 'nothing' },
  },
  {
    table: 'migration',
    what: 'which version of the tables this is',
    why: 'tables are brought up to date once',
    ends: { by: 'nothing' },
  },
];
