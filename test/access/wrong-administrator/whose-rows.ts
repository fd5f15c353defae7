/** What is in the database that is not this person's own: nothing of it may change. */
import type { Database } from '../../../delivery/database.ts';
import type { Chatter } from '../../support/people.ts';

/** Where they are in a conversation, which every message changes. */
const CONVERSATION = [
  'dialog_state',
  'answered_activity',
  'conversation',
  'person',
  'account_seen',
  'shown_answer',
];
/** Counts without anybody in them. */
const NOBODYS = ['turn_record', 'feedback', 'recent_request', 'migration'];

export interface Rows {
  /** A digest of everybody else's rows, by table. */
  others: Record<string, string>;
  /** A digest of their own rows outside their conversation, by table. */
  own: Record<string, string>;
}

export async function rowsOf(
  database: Database,
  { tenantId, aadObjectId, roster }: Chatter,
  conversations: readonly string[],
): Promise<Rows> {
  const tables = await tablesOf(database);
  const digest = (table: string, condition: string) =>
    `select '${table}' as name, md5(coalesce(string_agg(r::text, '|' order by r::text), '')) as digest
     from ${table} r where ${condition}`;
  const parts = (not: boolean) =>
    tables
      .filter(({ name }) => not || !CONVERSATION.includes(name))
      .map(({ name, columns }) =>
        digest(name, `${not ? 'not' : ''} coalesce(${ownRow(name, columns)}, false)`),
      );
  const values = [tenantId, aadObjectId, conversations, String(roster.userPrincipalName).toLowerCase()];
  const read = async (not: boolean) => {
    const rows = await database.query<{ name: string; digest: string }>(
      `with who as (select $1::text as tenant, $2::text as person, $3::text[] as chats, $4::text as address)
       ${parts(not).join(' union all ')}`,
      values,
    );
    return Object.fromEntries(rows.map(({ name, digest }) => [name, digest]));
  };
  return { others: await read(true), own: await read(false) };
}

/** The condition under which a row is the person's own, by what the table says of whose it is. */
function ownRow(table: string, columns: readonly string[]): string {
  const who = (column: string) => `(select ${column} from who)`;
  if (table === 'owed_message_change') {
    return `owed_id in (select owed_id from owed_message where tenant_id = ${who('tenant')}
      and aad_object_id = ${who('person')})`;
  }
  // A dry run belongs to whoever asked for it.
  if (table === 'send_recipient') {
    return `send_id in (select send_id from send where tenant_id = ${who('tenant')}
      and aad_object_id = ${who('person')})`;
  }
  if (columns.includes('aad_object_id')) {
    return `tenant_id = ${who('tenant')} and aad_object_id = ${who('person')}`;
  }
  if (columns.includes('conversation_id')) {
    return `conversation_id in (select unnest(chats) from who union select conversation_id from conversation
      where tenant_id = ${who('tenant')} and aad_object_id = ${who('person')})`;
  }
  return table === 'account_seen' ? `address = ${who('address')}` : 'false';
}

const known = new WeakMap<Database, { name: string; columns: string[] }[]>();

async function tablesOf(database: Database): Promise<{ name: string; columns: string[] }[]> {
  const found = known.get(database);
  if (found) return found;
  const tables = await database.query<{ name: string; columns: string[] }>(
    `select table_name as name, array_agg(column_name::text) as columns
     from information_schema.columns join information_schema.tables using (table_schema, table_name)
     where table_schema = 'public' and table_type = 'BASE TABLE' and not table_name = any($1::text[])
     group by table_name order by table_name`,
    [NOBODYS],
  );
  known.set(database, tables);
  return tables;
}

/** The tables in which something differs. */
export function changed(before: Record<string, string>, after: Record<string, string>): string[] {
  return Object.keys(after).filter((table) => before[table] !== after[table]);
}
