/** Reads the audit for an export: in the order in which it was written, a page at a time, so that years of it need no more memory than a day. */
import type { Database } from '../delivery/database.ts';
import type { TeamsPerson } from './administrators.ts';

export interface AuditRow {
  auditId: number;
  at: Date;
  /** `person`, `command-line:<user>` or `service`. */
  actor: string;
  tenantId: string | null;
  aadObjectId: string | null;
  /** The address that Teams' roster gives for the person now; null where there is none. */
  address: string | null;
  what: string;
  odsCode: string | null;
  subject: string | null;
  before: unknown;
  after: unknown;
}

export interface AuditQuestion {
  /** From this moment on. */
  from: Date;
  /** Up to this moment, and not at it. */
  to: Date;
  /** Only what concerns this organisation. */
  odsCode?: string | undefined;
  /** Only what this person did. */
  person?: TeamsPerson;
}

const PAGE = 1000;

/** @param page rows a query. */
export async function* readAudit(
  database: Database,
  { from, to, odsCode, person }: AuditQuestion,
  page = PAGE,
): AsyncGenerator<AuditRow> {
  let last = 0;
  while (true) {
    const rows = await database.query<AuditRow>(
      `select audit_id as "auditId", at, actor, audit.tenant_id as "tenantId", audit.aad_object_id as "aadObjectId",
         address, what, ods_code as "odsCode", subject, before, after
       from audit left join person on person.tenant_id = audit.tenant_id
         and person.aad_object_id = audit.aad_object_id
       where at >= $1::timestamptz and at < $2::timestamptz
         and ($3::text is null or ods_code = $3::text)
         and ($4::text is null or (audit.tenant_id = $4::text and audit.aad_object_id = $5::text))
         and audit_id > $6::bigint
       order by audit_id limit $7::int`,
      [from, to, odsCode ?? null, person?.tenantId ?? null, person?.aadObjectId ?? null, last, page],
    );
    yield* rows;
    last = rows.at(-1)?.auditId ?? last;
    if (rows.length < page) return;
  }
}
