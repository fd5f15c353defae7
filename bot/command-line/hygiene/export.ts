/** `npm run hygiene -- export`: every account, or those of one organisation or list, as a table for a spreadsheet. */
import { type Actor, recordAudit } from '../../../access/audit.ts';
import type { Database } from '../../../delivery/database.ts';
import { stageTitles } from '../../../dialogs/hygiene/messages.ts';
import { exportAccounts } from '../../../hygiene/account-export.ts';
import type { List } from '../../../hygiene/account-filter.ts';
import { type Day, dayIn } from '../../../hygiene/day.ts';
import type { LifecycleProfile } from '../../../hygiene/lifecycle-profile.ts';

export interface ExportRequest {
  /** Whoever runs the command. */
  actor: Actor;
  profile: LifecycleProfile;
  timeZone: string;
  now: Date;
  odsCode?: string | undefined;
  /** Every account when it is left out. */
  list?: List | undefined;
  search?: string | undefined;
  /** Today when it is left out. */
  day?: Day | undefined;
}

/**
 * The table in parts of whole lines: however many accounts there are, a part is all that is held. That somebody took it
 * out is itself written to the audit, with how many accounts it told of, once all of it was read.
 */
export async function* exportForOperator(database: Database, request: ExportRequest): AsyncGenerator<string> {
  const { actor, profile, timeZone, now, odsCode, list: stage = 'any', search = '' } = request;
  const { day = dayIn(timeZone, now) } = request;
  const filter = { odsCode, stage, search };
  const question = { reader: 'operator', profile, day, timeZone, now, filter, stageTitles } as const;
  let accounts = 0;
  for await (const part of exportAccounts(database, question)) {
    accounts += part.accounts;
    yield part.text;
  }
  await recordAudit(database, {
    actor,
    what: 'accounts.exported',
    ...(odsCode !== undefined && { odsCode }),
    after: { accounts, stage, search },
    at: now,
  });
}
