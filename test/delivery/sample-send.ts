/** A send that an administrator has said yes to. */
import type { Database } from '../../delivery/database.ts';
import { confirmProposal, propose } from '../../delivery/send.ts';
import { START } from './sample-delivery.ts';

export const asker = { tenantId: 'tenant', aadObjectId: 'alex' };

/** A confirmed send to these people; a name in capitals cannot be reached. @returns its id. */
export async function confirmedSend(database: Database, names: readonly string[]): Promise<string> {
  await database.query(
    `insert into report (source, taken_on, imported_by) values ('test', '2026-11-15', 'test')`,
  );
  const recipients = names.map((name) => ({
    name,
    address: `${name.toLowerCase()}@example.org`,
    ...(name !== name.toUpperCase() && { person: { tenantId: 'tenant', aadObjectId: name } }),
    reasonKey: `reason-${name}`,
    kind: 'test',
    content: {},
  }));
  const sendId = await propose(database, {
    odsCode: 'N1',
    asker,
    profile: 'deck-2020',
    reportId: 1,
    recipients,
    now: START,
  });
  const yes = async () => true;
  await confirmProposal(database, {
    sendId,
    asker,
    now: START,
    lastsMs: 1000,
    mayStill: yes,
    isCurrent: yes,
  });
  return sendId;
}
