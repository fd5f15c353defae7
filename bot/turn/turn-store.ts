/** What a turn reads and writes: one round trip to the database before the answer, one after it. */
import { granted } from '../../access/administrators.ts';
import type { Memory } from '../../dialogs/conversation.ts';
import type { Person, Reply } from '../../dialogs/turn.ts';
import type { OpenDatabase } from '../database/open-database.ts';
import type { Incoming } from '../teams/incoming.ts';

export interface Loaded {
  memory: Memory;
  /** 0 when nothing was remembered yet. Compared when the turn is committed. */
  version: number;
  person: Person;
  /** When they said something here before this; undefined in a new conversation. */
  before: Date | undefined;
  /** Where Teams said this conversation lives, the last time; undefined when it is new to us, or was closed. */
  knownServiceUrl: string | undefined;
  /** Set when this very activity was answered before. */
  answered?: { reply: Reply[] | null; committedAt: Date; sent: boolean } | undefined;
}

interface LoadedRow {
  dialog: { version: number; state: Memory; updated_at: string } | null;
  answered: { reply: Reply[] | null; committed_at: string; sent: boolean } | null;
  person: { address: string | null; is_guest: boolean } | null;
  organisations: string[];
  known_url: string | null;
}

const LOAD = `
  select
    (select json_build_object('version', version, 'state', state, 'updated_at', updated_at) from dialog_state
      where conversation_id = $1 and speaker_id = $2) as dialog,
    (select json_build_object('reply', reply::json, 'committed_at', committed_at, 'sent', sent_at is not null)
      from answered_activity where conversation_id = $1 and activity_id = $3) as answered,
    (select json_build_object('address', address, 'is_guest', is_guest) from person
      where tenant_id = $4 and aad_object_id = $2) as person,
    array(select ods_code from administrator
      where ${granted({ tenantId: '$4', aadObjectId: '$2', now: '$5' })} order by ods_code) as organisations,
    (select service_url from conversation where conversation_id = $1 and closed_at is null) as known_url`;

const COMMIT = `
  with saved as (
    insert into dialog_state as old (conversation_id, speaker_id, version, state, updated_at)
    values ($1, $2, 1, $4::jsonb, $6)
    on conflict (conversation_id, speaker_id) do update
      set version = old.version + 1, state = excluded.state, updated_at = excluded.updated_at
      where old.version = $3 and $3 > 0
    returning version
  ), answered as (
    insert into answered_activity (conversation_id, activity_id, reply, committed_at)
    select $1, $5, $7::text, $6 from saved where $5 <> ''
    on conflict do nothing
  )
  select version from saved`;

const REMEMBER_CONVERSATION = `
  with who as (
    insert into person (tenant_id, aad_object_id, seen_at) values ($2, $3, $9)
    on conflict (tenant_id, aad_object_id) do update set seen_at = excluded.seen_at
  )
  insert into conversation
    (conversation_id, tenant_id, aad_object_id, scope, service_url, channel_id, bot_id, person_channel_id, installed_at)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
  on conflict (conversation_id) do update set service_url = excluded.service_url, bot_id = excluded.bot_id,
    closed_at = null, closed_reason = null`;

export interface TurnStore {
  load(incoming: Incoming, now: Date): Promise<Loaded>;
  /** @returns false when somebody else changed the memory since it was loaded: nothing was written. */
  commit(incoming: Incoming, version: number, memory: Memory, reply: Reply[], now: Date): Promise<boolean>;
  rememberConversation(incoming: Incoming, now: Date): Promise<void>;
  forgetConversation(conversationId: string): Promise<void>;
}

export function createTurnStore(database: OpenDatabase): TurnStore {
  return {
    async load(incoming, now) {
      const { conversationId, aadObjectId, activityId, tenantId } = incoming;
      const [row] = await database.queryOften<LoadedRow>(LOAD, [
        conversationId,
        aadObjectId,
        activityId,
        tenantId,
        now,
      ]);
      if (!row) throw new Error('The turn could not be loaded.');
      return {
        memory: row.dialog?.state ?? { dialogs: { dialogStack: [] } },
        version: row.dialog?.version ?? 0,
        person: {
          tenantId,
          aadObjectId,
          address: row.person?.address ?? undefined,
          guest: row.person?.is_guest ?? false,
          organisations: row.organisations,
        },
        before: row.dialog ? new Date(row.dialog.updated_at) : undefined,
        knownServiceUrl: row.known_url ?? undefined,
        answered: row.answered
          ? {
              reply: row.answered.reply,
              committedAt: new Date(row.answered.committed_at),
              sent: row.answered.sent,
            }
          : undefined,
      };
    },
    async commit(incoming, version, memory, reply, now) {
      const { conversationId, aadObjectId, activityId } = incoming;
      const saved = await database.queryOften(COMMIT, [
        conversationId,
        aadObjectId,
        version,
        JSON.stringify(memory),
        activityId,
        now,
        JSON.stringify(reply),
      ]);
      return saved.length > 0;
    },
    async rememberConversation(incoming, now) {
      const { serviceUrl, channelId, botId, personChannelId } = incoming.reference;
      await database.query(REMEMBER_CONVERSATION, [
        incoming.conversationId,
        incoming.tenantId,
        incoming.aadObjectId,
        incoming.scope,
        serviceUrl,
        channelId,
        botId,
        personChannelId,
        now,
      ]);
    },
    async forgetConversation(conversationId) {
      await database.query('delete from conversation where conversation_id = $1', [conversationId]);
    },
  };
}
