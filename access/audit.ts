/** What administrators and operators did. The table is only added to; the database refuses everything else. */
import type { Database } from '../delivery/database.ts';
import type { TeamsPerson } from './administrators.ts';

/** A person in Teams; `command-line` with whom the machine knows as its user; or the service by itself. */
export type Actor = TeamsPerson | { commandLine: string } | 'service';

export interface AuditEntry {
  actor: Actor;
  /** What was done, as `noun.verb-in-the-past`: `report.imported`, `account.marked`. */
  what: string;
  odsCode?: string;
  /** What it was done to: an address, the id of a send. */
  subject?: string;
  before?: unknown;
  after?: unknown;
  at: Date;
}

/** Writes it down. Call it inside the transaction that makes the change, so that neither stands without the other. */
export function recordAudit(database: Database, entry: AuditEntry): Promise<void> {
  return recordAudits(database, [entry]);
}

/** The same for many at once: an import concerns thousands of organisations. */
export async function recordAudits(database: Database, entries: readonly AuditEntry[]): Promise<void> {
  for (let at = 0; at < entries.length; at += AT_ONCE) await write(database, entries.slice(at, at + AT_ONCE));
}

/** More in one statement need more memory, and take as long. */
const AT_ONCE = 1000;

async function write(database: Database, entries: readonly AuditEntry[]): Promise<void> {
  const person = ({ actor }: AuditEntry) =>
    typeof actor === 'object' && 'aadObjectId' in actor ? actor : undefined;
  await database.query(
    `insert into audit (at, tenant_id, aad_object_id, actor, what, ods_code, subject, before, after)
     select at, tenant_id, aad_object_id, actor, what, ods_code, subject, before::jsonb, after::jsonb
     from unnest($1::timestamptz[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[],
       $9::text[]) as entry (at, tenant_id, aad_object_id, actor, what, ods_code, subject, before, after)`,
    [
      entries.map(({ at }) => at),
      entries.map((entry) => person(entry)?.tenantId ?? null),
      entries.map((entry) => person(entry)?.aadObjectId ?? null),
      entries.map(({ actor }) => nameOfActor(actor)),
      entries.map(({ what }) => what),
      entries.map(({ odsCode }) => odsCode ?? null),
      entries.map(({ subject }) => subject ?? null),
      entries.map(({ before }) => asJson(before)),
      entries.map(({ after }) => asJson(after)),
    ],
  );
}

/** How the audit names who did it: `person`, `command-line:<user>` or `service`. */
export function nameOfActor(actor: Actor): string {
  if (actor === 'service') return actor;
  return 'commandLine' in actor ? `command-line:${actor.commandLine}` : 'person';
}

function asJson(value: unknown): string | null {
  return value === undefined ? null : JSON.stringify(value);
}
