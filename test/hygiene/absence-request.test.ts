import assert from 'node:assert/strict';
import type { Database } from '../../delivery/database.ts';
import { requestAbsence } from '../../hygiene/absence-request.ts';
import { addDays } from '../../hygiene/day.ts';
import { forEachDatabase } from '../support/databases.ts';
import { addOrganisations, addPerson, addReport, grant, NOW, TODAY, unusedFor } from './sample-accounts.ts';

const rule = { words: 'A disabled account is kept for 18 months.', source: 'A document, 2022' };

async function prepare(database: Database) {
  await addOrganisations(database);
  await addReport(database, TODAY, [
    unusedFor(3, { address: 'ann@example.org', displayName: 'Ann' }),
    unusedFor(3, { address: 'xia@example.org', displayName: 'Xia', odsCode: 'X1' }),
  ]);
  const ann = await addPerson(database, 'ann@example.org', { aadObjectId: 'ann' });
  return { person: ann, address: 'Ann@example.org', day: TODAY, now: NOW, rule };
}
const owed = (database: Database) =>
  database.query<{ to: string; content: Record<string, unknown> }>(
    'select aad_object_id as to, content from owed_message order by owed_id',
  );

forEachDatabase('a request for a planned absence', (open) => {
  it('goes to every administrator of the person’s organisation who can be reached, and to nobody else', async () => {
    const database = await open();
    const request = await prepare(database);
    const can = await addPerson(database, 'can@example.org', { aadObjectId: 'can' });
    const also = await addPerson(database, 'also@example.org', { aadObjectId: 'also' });
    const expired = await addPerson(database, 'expired@example.org', { aadObjectId: 'expired' });
    const noChat = await addPerson(database, 'chat@example.org', { aadObjectId: 'no-chat', scope: 'none' });
    const guest = await addPerson(database, 'guest@example.org', { aadObjectId: 'guest', isGuest: true });
    const closed = await addPerson(database, 'closed@example.org', { aadObjectId: 'closed' });
    await database.query(
      "update conversation set closed_at = now(), closed_reason = 'x' where aad_object_id = 'closed'",
    );
    const other = await addPerson(database, 'other@example.org', { aadObjectId: 'other' });
    const theirs = await addPerson(database, 'theirs@example.org', { tenantId: 'theirs' });
    for (const person of [can, also, noChat, guest, closed, theirs]) await grant(database, person, 'N1');
    await grant(database, expired, 'N1', NOW);
    await grant(database, other, 'X1');
    assert.deepEqual(await requestAbsence(database, request), {
      outcome: 'asked',
      organisation: 'North (N1)',
      administrators: 2,
    });
    const messages = await owed(database);
    assert.deepEqual(messages.map(({ to }) => to).sort(), ['also', 'can']);
    assert.deepEqual(messages[0]?.content, {
      name: 'Ann',
      address: 'ann@example.org',
      organisation: 'North (N1)',
      askedOn: TODAY,
      rule: rule.words,
      ruleSource: rule.source,
    });
  });

  it('is sent once a day, however often the button is pressed', async () => {
    const database = await open();
    const request = await prepare(database);
    await grant(database, await addPerson(database, 'can@example.org'), 'N1');
    const outcomes = [];
    for (const later of [0, 0, 1]) {
      const day = addDays(TODAY, later);
      outcomes.push((await requestAbsence(database, { ...request, day })).outcome);
    }
    assert.deepEqual(outcomes, ['asked', 'asked-before', 'asked']);
    assert.equal((await owed(database)).length, 2);
  });

  it('goes to nobody when there is nobody, and says so', async () => {
    const database = await open();
    const request = await prepare(database);
    assert.deepEqual(await requestAbsence(database, request), {
      outcome: 'no-administrator',
      organisation: 'North (N1)',
      isNas: true,
    });
    await grant(database, request.person, 'N1');
    assert.equal((await requestAbsence(database, request)).outcome, 'own-administrator');
    const stranger = { ...request, address: 'nobody@example.org' };
    assert.deepEqual(await requestAbsence(database, stranger), { outcome: 'not-in-a-report' });
    assert.deepEqual(await owed(database), []);
  });
});
