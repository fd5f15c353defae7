/** People who added the assistant, and a send to all of them that waits for its yes. */
import type { OpenDatabase } from '../../bot/database/open-database.ts';
import type { Recipient } from '../../delivery/owed-message.ts';
import { confirmProposal, propose } from '../../delivery/send.ts';

export const TENANT = '00000000-0000-0000-0000-00000000be7c';
const ORGANISATION = 'BENCH';
const ASKER: Recipient = { tenantId: TENANT, aadObjectId: 'asker' };
const HOUR_MS = 60 * 60 * 1000;

/** What a warning's card says; any words of that length will do. */
const WARNING = {
  headline: 'Your NHSmail account could be de-activated on 3 December 2026',
  date: '2026-12-03',
  dateInWords: '3 December 2026',
  daysLeft: 12,
  why: 'This account was last used on 6 June 2026. 180 days without use end on 3 December 2026.',
  rule: 'de-activate all email accounts inactive for the last 180 days',
  ruleIsQuote: true,
  ruleSource: 'NHSmail and DSPT slides, 2020',
  profile: 'deck-2020',
  profileTitle: 'deck-2020',
  doNow: ['Log in to the NHSmail portal, or send an email from this account.'],
  ask: 'Ask the owner of your shared mailbox.',
  reportDate: '2026-11-15',
};

/** The conversation of the alert of this number: how the connector's record is held against the ledger. */
export const chatOf = (nth: number) => `a:alert-${nth}`;

/** @returns the id of a send to so many people, all of whom the connector at `url` reaches. */
export async function proposeAlerts(database: OpenDatabase, alerts: number, url: string): Promise<string> {
  await database.query(
    `insert into organisation (ods_code, name, is_nas) values ($1, 'A large organisation', true)`,
    [ORGANISATION],
  );
  await database.query(
    `insert into administrator (tenant_id, aad_object_id, ods_code, granted_by) values ($1, $2, $3, 'bench')`,
    [ASKER.tenantId, ASKER.aadObjectId, ORGANISATION],
  );
  await database.query(
    `insert into conversation
       (conversation_id, tenant_id, aad_object_id, scope, service_url, channel_id, bot_id, person_channel_id)
     select 'a:alert-' || nth, $1, 'person-' || nth, 'personal', $2, 'msteams', '28:assistant', '29:person-' || nth
     from generate_series(1, $3::int) as nth
     union all select 'a:asker', $1, $4, 'personal', $2, 'msteams', '28:assistant', '29:asker'`,
    [TENANT, url, alerts, ASKER.aadObjectId],
  );
  const [report] = await database.query<{ reportId: number }>(
    `insert into report (source, taken_on, imported_by) values ('bench', current_date, 'bench')
     returning report_id as "reportId"`,
  );
  return propose(database, {
    odsCode: ORGANISATION,
    asker: ASKER,
    profile: WARNING.profile,
    reportId: report?.reportId ?? 0,
    now: new Date(),
    recipients: Array.from({ length: alerts }, (_, at) => ({
      name: `Person ${at + 1}`,
      address: `person-${at + 1}@example.org`,
      person: { tenantId: TENANT, aadObjectId: `person-${at + 1}` },
      reasonKey: `alert-${at + 1}`,
      kind: 'inactivity-warning',
      content: WARNING,
    })),
  });
}

/** The administrator says yes: from now on it is sent. */
export async function confirmAlerts(database: OpenDatabase, sendId: string): Promise<void> {
  const yes = async () => true;
  const { outcome } = await confirmProposal(database, {
    sendId,
    asker: ASKER,
    now: new Date(),
    lastsMs: HOUR_MS,
    mayStill: yes,
    isCurrent: yes,
  });
  if (outcome !== 'confirmed') throw new Error(`The send was not confirmed: ${outcome}.`);
}
