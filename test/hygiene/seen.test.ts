import assert from 'node:assert/strict';
import type { Database } from '../../delivery/database.ts';
import { addDays } from '../../hygiene/day.ts';
import { recordSeen } from '../../hygiene/seen.ts';
import { proposeWarnings } from '../../hygiene/warnings.ts';
import { forEachDatabase } from '../support/databases.ts';
import {
  addOrganisations,
  addPerson,
  addReport,
  DECK,
  grant,
  NOW,
  RULES_2022,
  TODAY,
  unusedFor,
} from './sample-accounts.ts';

const administrator = { tenantId: 'tenant', aadObjectId: 'alex' };
const seen = (database: Database) =>
  database.query('select address, seen_on as "seenOn" from account_seen order by address');

forEachDatabase('a person who was seen in Teams', (open) => {
  it('is noted for the account that Teams’ own roster gives them, on the last day that it was so', async () => {
    const database = await open();
    await addOrganisations(database);
    await addReport(database, addDays(TODAY, -6), [unusedFor(20, { address: 'ann@example.org' })]);
    const ann = await addPerson(database, 'Ann@Example.org');
    const nobody = { tenantId: 'tenant', aadObjectId: 'not looked up' };
    await recordSeen(database, [ann, ann, nobody], addDays(TODAY, -1));
    await recordSeen(database, [ann], TODAY);
    await recordSeen(database, [ann], addDays(TODAY, -3));
    assert.deepEqual(await seen(database), [{ address: 'ann@example.org', seenOn: TODAY }]);
  });

  it('is not noted as a guest, in another tenant, or without an account in a report', async () => {
    const database = await open();
    await addOrganisations(database);
    await addReport(database, TODAY, [unusedFor(20, { address: 'ann@example.org' })]);
    const guest = await addPerson(database, 'ann@example.org', { isGuest: true });
    await addPerson(database, 'ann@example.org', { aadObjectId: 'same-id', tenantId: 'theirs' });
    const newcomer = await addPerson(database, 'new@example.org');
    await recordSeen(database, [guest, newcomer, { tenantId: 'ours', aadObjectId: 'same-id' }], TODAY);
    assert.deepEqual(await seen(database), []);
  });

  const proposal = async (database: Database, profile = RULES_2022) => {
    const result = await proposeWarnings(database, {
      odsCode: 'N1',
      administrator,
      profile,
      day: TODAY,
      now: NOW,
    });
    assert.ok(result.outcome === 'proposed' || result.outcome === 'nobody-to-warn', result.outcome);
    const recipients = result.outcome === 'proposed' ? result.recipients : [];
    return { warned: recipients.map(({ name }) => name), leftAlone: result.leftAlone };
  };

  async function annWasSeen(database: Database, reportAge: number, seenAgo: number) {
    await addOrganisations(database);
    await addReport(database, addDays(TODAY, -reportAge), [
      unusedFor(20, { address: 'ann@example.org', displayName: 'Ann' }),
      unusedFor(21, { address: 'bob@example.org', displayName: 'Bob' }),
      unusedFor(170, { address: 'cat@example.org', displayName: 'Cat' }),
    ]);
    await grant(database, administrator, 'N1');
    const people = [
      await addPerson(database, 'ann@example.org'),
      await addPerson(database, 'cat@example.org'),
    ];
    await recordSeen(database, people, addDays(TODAY, -seenAgo));
  }

  it('gets no warning while the report is older than that, and the administrator reads why', async () => {
    const database = await open();
    await annWasSeen(database, 6, 2);
    const { warned, leftAlone } = await proposal(database);
    assert.deepEqual(warned, ['Bob']);
    const why = 'Seen in Teams on 19 November 2026, which counts as use.';
    assert.deepEqual(
      leftAlone.map((each) => [each.name, each.why]),
      [
        ['Cat', why],
        ['Ann', why],
      ],
    );
  });

  it('is warned again as soon as a newer report still says so', async () => {
    const database = await open();
    await annWasSeen(database, 1, 2);
    assert.deepEqual((await proposal(database)).warned, ['Cat', 'Bob', 'Ann']);
  });

  it('gets the warnings of rules that do not say what counts as use', async () => {
    const database = await open();
    await annWasSeen(database, 6, 2);
    assert.deepEqual((await proposal(database, DECK)).warned, ['Cat']);
  });
});
