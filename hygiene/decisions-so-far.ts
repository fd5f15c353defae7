/** What was decided about an account and by whom, as the audit tells it. */
import type { Database } from '../delivery/database.ts';
import { DECISION_IN_AUDIT, type Decided, UNDONE_IN_AUDIT } from './decision.ts';

export interface PastDecision {
  auditId: number;
  /** One of `DECISION_IN_AUDIT`, or `UNDONE_IN_AUDIT`. */
  what: string;
  at: Date;
  before: Decided | null;
  after: Decided | null;
  tenantId: string | null;
  aadObjectId: string | null;
  /** Of whoever decided, as Teams' roster gives it; nothing while the roster has not been asked. */
  decidedBy: string | null;
}

const KINDS = [...Object.values(DECISION_IN_AUDIT), UNDONE_IN_AUDIT];
/** Longer than anybody reads or undoes. */
const MOST = 100;

/** The newest first. */
export function decisionsSoFar(
  database: Database,
  address: string,
  odsCode: string,
): Promise<PastDecision[]> {
  return database.query<PastDecision>(
    `select audit_id as "auditId", what, at, before, after, tenant_id as "tenantId", aad_object_id as "aadObjectId",
       (select person.address from person
         where person.tenant_id = audit.tenant_id and person.aad_object_id = audit.aad_object_id) as "decidedBy"
     from audit where ods_code = $1 and subject = $2 and what = any($3::text[])
     order by audit_id desc limit $4`,
    [odsCode, address, KINDS, MOST],
  );
}

/**
 * The last decision that has not been undone: each undo takes away the one before it.
 * @param decisions the newest first.
 */
export function decisionToUndo(decisions: readonly PastDecision[]): PastDecision | undefined {
  let undone = 0;
  for (const past of decisions) {
    if (past.what === UNDONE_IN_AUDIT) undone++;
    else if (undone > 0) undone--;
    else return past;
  }
  return undefined;
}
