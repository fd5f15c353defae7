/** Which channel in Teams is an organisation's: named there by its administrator, confirmed, and given up again. */
import { administers, type TeamsPerson } from '../access/administrators.ts';
import { type Actor as AuditActor, recordAudit } from '../access/audit.ts';
import type { Database } from '../delivery/database.ts';
import type { ChannelPlace, Unfit } from './teams-channels.ts';
import { tellAdministrators } from './tell-administrators.ts';
import { oweChannelCard } from './ticket-messages.ts';
import { ticketToShow, unclosedIn } from './ticket-rows.ts';

/** A question that was left is asked again. */
const PROPOSAL_LASTS_MS = 60 * 60 * 1000;

export interface HelperChannel extends ChannelPlace {
  helperChannelId: number;
  odsCode: string;
  organisation: string;
  isNas: boolean;
  checkedAt: Date;
}

const COLUMNS = `helper_channel_id as "helperChannelId", ods_code as "odsCode", organisation.name as organisation,
  is_nas as "isNas", tenant_id as "tenantId", conversation_id as "conversationId", team_id as "teamId",
  checked_at as "checkedAt"`;

/** Of these organisations, or of all when none are given: for what the service does by itself. */
export function channelsInUse(
  database: Database,
  odsCodes: readonly string[] | null,
): Promise<HelperChannel[]> {
  return database.query<HelperChannel>(
    `select ${COLUMNS} from helper_channel join organisation using (ods_code)
     where state = 'in-use' and ($1::text[] is null or ods_code = any($1::text[])) order by name, ods_code`,
    [odsCodes],
  );
}

/** Keeps what an administrator asked for until they confirm it. @returns its id. */
export async function proposeChannel(
  database: Database,
  odsCode: string,
  { tenantId, conversationId, teamId }: ChannelPlace,
  now: Date,
): Promise<number> {
  const [row] = await database.query<{ id: number }>(
    `insert into helper_channel (ods_code, tenant_id, conversation_id, team_id, state, proposed_at)
     values ($1, $2, $3, $4, 'proposed', $5) returning helper_channel_id as id`,
    [odsCode, tenantId, conversationId, teamId, now],
  );
  if (!row) throw new Error('The proposal was not kept.');
  return row.id;
}

/** @returns what is to be confirmed here, or undefined when it is over, or was asked for in another channel. */
export async function proposedHere(
  database: Database,
  id: number,
  { tenantId, conversationId }: Omit<ChannelPlace, 'teamId'>,
  now: Date,
): Promise<(ChannelPlace & { odsCode: string }) | undefined> {
  const [row] = await database.query<ChannelPlace & { odsCode: string }>(
    `select ods_code as "odsCode", tenant_id as "tenantId", conversation_id as "conversationId", team_id as "teamId"
     from helper_channel where helper_channel_id = $1::bigint and tenant_id = $2 and conversation_id = $3
       and (state = 'in-use' or (state = 'proposed' and proposed_at > $4::timestamptz))`,
    [
      Number.isSafeInteger(id) ? id : 0,
      tenantId,
      conversationId,
      new Date(now.getTime() - PROPOSAL_LASTS_MS),
    ],
  );
  return row;
}

export interface Confirmation {
  id: number;
  odsCode: string;
  by: TeamsPerson;
  now: Date;
}

/**
 * Takes the channel into use; the one before it is given up, and what is not closed is shown in the new one. Confirmed
 * twice it is confirmed once. @returns false when the person administers the organisation no more.
 */
export function confirmChannel(database: Database, { id, odsCode, by, now }: Confirmation): Promise<boolean> {
  return database.transaction(async (transaction) => {
    await lockOrganisation(transaction, odsCode);
    if (!(await administers(transaction, by, odsCode, now))) return false;
    const [before] = await channelsInUse(transaction, [odsCode]);
    if (before?.helperChannelId === id) return true;
    await endRow(transaction, odsCode, now);
    const [after] = await transaction.query<ChannelPlace>(
      `update helper_channel set state = 'in-use', confirmed_at = $2::timestamptz, checked_at = $2::timestamptz
       where helper_channel_id = $1::bigint and state = 'proposed'
       returning tenant_id as "tenantId", conversation_id as "conversationId", team_id as "teamId"`,
      [id, now],
    );
    if (!after) throw new Error('The proposal was gone between two steps.');
    await recordAudit(transaction, {
      actor: by,
      what: 'helper-channel.confirmed',
      odsCode,
      subject: after.conversationId,
      ...(before && { before: { channel: before.conversationId } }),
      after: { channel: after.conversationId, team: after.teamId },
      at: now,
    });
    for (const { ticketId } of await unclosedIn(transaction, odsCode)) {
      await moveTicket(transaction, ticketId, id, now);
    }
    return true;
  });
}

/** Its card is shown in that channel, which is in use. The caller has locked the ticket. */
export async function moveTicket(
  transaction: Database,
  ticketId: string,
  helperChannelId: number,
  now: Date,
): Promise<void> {
  await transaction.query(
    'update ticket set helper_channel_id = $2::bigint, version = version + 1 where ticket_id = $1::uuid',
    [ticketId, helperChannelId],
  );
  const ticket = await ticketToShow(transaction, ticketId);
  if (ticket) await oweChannelCard(transaction, ticket, now);
}

/** @returns whether there was one. A person has to administer the organisation; the service may always. */
export function endChannel(
  database: Database,
  odsCode: string,
  actor: AuditActor,
  why: Unfit | 'asked',
  now: Date,
): Promise<'ended' | 'none' | 'not-yours'> {
  return database.transaction(async (transaction) => {
    await lockOrganisation(transaction, odsCode);
    const person = typeof actor === 'object' && 'aadObjectId' in actor ? actor : undefined;
    if (person && !(await administers(transaction, person, odsCode, now))) return 'not-yours';
    const ended = await endRow(transaction, odsCode, now);
    if (!ended) return 'none';
    await recordAudit(transaction, {
      actor,
      what: 'helper-channel.ended',
      odsCode,
      subject: ended.conversationId,
      before: { channel: ended.conversationId },
      after: { why },
      at: now,
    });
    if (why !== 'asked') await tellAdministrators(transaction, { ...ended, odsCode }, why, now);
    return 'ended';
  });
}

/** Teams said just now that the channel is still fit. */
export async function noteChecked(database: Database, { helperChannelId }: HelperChannel, now: Date) {
  await database.query('update helper_channel set checked_at = $2 where helper_channel_id = $1::bigint', [
    helperChannelId,
    now,
  ]);
}

async function endRow(transaction: Database, odsCode: string, now: Date) {
  const [row] = await transaction.query<{ id: number; tenantId: string; conversationId: string }>(
    `update helper_channel set state = 'ended', ended_at = $2::timestamptz where ods_code = $1 and state = 'in-use'
     returning helper_channel_id as id, tenant_id as "tenantId", conversation_id as "conversationId"`,
    [odsCode, now],
  );
  return row;
}

/** One change of an organisation's channel, and one new ticket of it, at a time. */
export async function lockOrganisation(transaction: Database, odsCode: string): Promise<void> {
  await transaction.query('select 1 from organisation where ods_code = $1 for no key update', [odsCode]);
}
