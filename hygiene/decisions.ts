/**
 * Administrators decide about accounts. Whoever decides has to see the account at that moment; each decision and its
 * line in the audit stand or fall together.
 */
import type { TeamsPerson } from '../access/administrators.ts';
import { recordAudit } from '../access/audit.ts';
import type { Database } from '../delivery/database.ts';
import { accountsSeenBy } from './accounts.ts';
import { planAgain } from './automatic/automatic-settings.ts';
import type { Day } from './day.ts';
import {
  afterDecision,
  DECISION_IN_AUDIT,
  type Decided,
  type Decision,
  type DecisionProblem,
  NOTHING_DECIDED,
  problemsWith,
  UNDONE_IN_AUDIT,
} from './decision.ts';
import { decisionsSoFar, decisionToUndo } from './decisions-so-far.ts';
import { parameters } from './parameters.ts';

export interface Decider {
  administrator: TeamsPerson;
  address: string;
  /** Today, in the organisation's time zone. */
  day: Day;
  now: Date;
}

export type DecisionOutcome =
  | { outcome: 'decided' }
  /** The account is none of theirs, or there is no such account: which of the two is not told. */
  | { outcome: 'not-seen' }
  | { outcome: 'refused'; problems: DecisionProblem[] };

export function decide(
  database: Database,
  decider: Decider & { decision: Decision },
): Promise<DecisionOutcome> {
  const { decision, day } = decider;
  return withAccount(database, decider, async (transaction, odsCode) => {
    const problems = problemsWith(decision, day);
    if (problems.length > 0) return { outcome: 'refused', problems };
    const before = await decidedFor(transaction, decider.address, odsCode);
    const after = afterDecision(before ?? NOTHING_DECIDED, decision, day);
    await write(transaction, decider, odsCode, DECISION_IN_AUDIT[decision.kind], before, after);
    return { outcome: 'decided' };
  });
}

export type UndoOutcome =
  | { outcome: 'undone' }
  | { outcome: 'not-seen' }
  /** Something was decided or undone since the button was shown. */
  | { outcome: 'expired' };

/**
 * Puts back what stood before the last decision that has not been undone yet, whoever of the organisation's
 * administrators made it.
 * @param auditId the decision that the administrator was shown as the last.
 */
export function undoDecision(
  database: Database,
  decider: Decider & { auditId: number },
): Promise<UndoOutcome> {
  return withAccount(database, decider, async (transaction, odsCode) => {
    const last = decisionToUndo(await decisionsSoFar(transaction, decider.address, odsCode));
    if (last?.auditId !== decider.auditId) return { outcome: 'expired' };
    const stands = await decidedFor(transaction, decider.address, odsCode);
    await write(transaction, decider, odsCode, UNDONE_IN_AUDIT, stands, last.before ?? undefined);
    return { outcome: 'undone' };
  });
}

/** Runs `work` for an account that this administrator sees, while nobody else decides about it. */
function withAccount<T>(
  database: Database,
  { administrator, address, now }: Decider,
  work: (transaction: Database, odsCode: string) => Promise<T>,
): Promise<T | { outcome: 'not-seen' }> {
  return database.transaction(async (transaction) => {
    await transaction.query('select pg_advisory_xact_lock(hashtext($1))', [`account-decision:${address}`]);
    const bound = parameters();
    const [account] = await transaction.query<{ odsCode: string }>(
      `select ods_code as "odsCode" from ${accountsSeenBy(administrator, now, bound)} seen
       where address = ${bound.bind(address)}`,
      bound.values,
    );
    return account ? work(transaction, account.odsCode) : { outcome: 'not-seen' };
  });
}

/** What stands decided; nothing when no administrator of this organisation decided anything that still stands. */
export async function decidedFor(
  database: Database,
  address: string,
  odsCode: string,
): Promise<Decided | undefined> {
  const [row] = await database.query<Decided>(
    `select absent_until as "absentUntil", approved_by as "approvedBy", leaver_on as "leaverOn",
       still_needed_on as "stillNeededOn", counts_as as "countsAs"
     from account_decision where address = $1 and ods_code = $2`,
    [address, odsCode],
  );
  return row;
}

/** @param after nothing takes the row away. */
async function write(
  database: Database,
  { administrator, address, now }: Decider,
  odsCode: string,
  what: string,
  before: Decided | undefined,
  after: Decided | undefined,
): Promise<void> {
  await database.query('delete from account_decision where address = $1', [address]);
  if (after) {
    await database.query(
      `insert into account_decision (address, ods_code, absent_until, approved_by, leaver_on, still_needed_on,
         counts_as, decided_by_tenant, decided_by, decided_at)
       values ($1, $2, $3::date, $4, $5::date, $6::date, $7, $8, $9, $10::timestamptz)`,
      [
        address,
        odsCode,
        after.absentUntil,
        after.approvedBy,
        after.leaverOn,
        after.stillNeededOn,
        after.countsAs,
        administrator.tenantId,
        administrator.aadObjectId,
        now,
      ],
    );
  }
  await planAgain(database, odsCode);
  await recordAudit(database, {
    actor: administrator,
    what,
    odsCode,
    subject: address,
    before,
    after,
    at: now,
  });
}
