/** One account as an administrator looks at it: where it stands, what the report says and what was decided. */
import type { Database } from '../delivery/database.ts';
import { ACCOUNT_COLUMNS, type Account, type AccountKind } from './account.ts';
import { accountsSeenBy, type Reader } from './accounts.ts';
import type { Day } from './day.ts';
import type { Decided } from './decision.ts';
import { decidedFor } from './decisions.ts';
import { decisionsSoFar, decisionToUndo, type PastDecision } from './decisions-so-far.ts';
import { ageOf } from './latest-report.ts';
import type { LifecycleProfile } from './lifecycle-profile.ts';
import { parameters } from './parameters.ts';
import { type Standing, standingOf } from './standing.ts';

export interface AccountView {
  account: Account;
  organisation: string;
  standing: Standing;
  /** What the report says, where a decision says something else. */
  reported: { kind: AccountKind; leaverOn: Day | null };
  reportDate: Day;
  ageInDays: number;
  tooOld: boolean;
  /** What stands decided. */
  decided?: Decided;
  /** The newest first. */
  decisions: PastDecision[];
  /** The decision that an undo would take back. */
  undoable?: PastDecision;
}

export interface ViewQuestion {
  reader: Reader;
  address: string;
  profile: LifecycleProfile;
  /** Today, in the organisation's time zone. */
  day: Day;
  now: Date;
}

type Row = Account & {
  organisation: string;
  reportDate: Day;
  reportedKind: AccountKind;
  reportedLeaverOn: Day | null;
};

/** @returns nothing when there is no such account among those that the reader may see. */
export async function viewAccount(
  database: Database,
  question: ViewQuestion,
): Promise<AccountView | undefined> {
  const { reader, address, profile, day, now } = question;
  const bound = parameters();
  const [row] = await database.query<Row>(
    `select ${ACCOUNT_COLUMNS}, organisation, taken_on as "reportDate", reported_kind as "reportedKind",
       reported_leaver_on as "reportedLeaverOn"
     from ${accountsSeenBy(reader, now, bound)} seen join report using (report_id)
     where address = ${bound.bind(address.toLowerCase())}`,
    bound.values,
  );
  if (!row) return undefined;
  const { organisation, reportDate, reportedKind, reportedLeaverOn, ...account } = row;
  const decided = await decidedFor(database, account.address, account.odsCode);
  const decisions = await decisionsSoFar(database, account.address, account.odsCode);
  const undoable = decisionToUndo(decisions);
  return {
    account,
    organisation,
    standing: standingOf(account, profile, day),
    reported: { kind: reportedKind, leaverOn: reportedLeaverOn },
    reportDate,
    ...ageOf(reportDate, profile, day),
    ...(decided && { decided }),
    decisions,
    ...(undoable && { undoable }),
  };
}
