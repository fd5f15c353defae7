import assert from 'node:assert/strict';
import { accountOfPerson } from '../../hygiene/account-of-person.ts';
import { hygieneReport } from '../../hygiene/account-report.ts';
import { administers, organisationsOf } from '../../hygiene/administrators.ts';
import { addDays } from '../../hygiene/day.ts';
import { forEachDatabase } from '../support/databases.ts';
import {
  addOrganisations,
  addReport,
  DECK,
  grant,
  NOW,
  RULES_2022,
  TODAY,
  unusedFor,
} from './sample-accounts.ts';

const person = { tenantId: 'tenant', aadObjectId: 'alex' };

forEachDatabase('what people see of accounts', (open) => {
  it('counts accounts by stage, the due ones soonest first, for these organisations only', async () => {
    const database = await open();
    await addOrganisations(database);
    await addReport(database, addDays(TODAY, -6), [
      unusedFor(3, { address: 'active@example.org' }),
      unusedFor(150, { address: 'later@example.org', displayName: 'Later' }),
      unusedFor(170, { address: 'sooner@example.org', displayName: 'Sooner' }),
      unusedFor(200, { address: 'late@example.org', displayName: 'Late' }),
      unusedFor(170, { address: 'other@example.org', odsCode: 'X1' }),
    ]);
    const report = await hygieneReport(database, ['N1'], DECK, TODAY);
    assert.equal(report.total, 4);
    assert.deepEqual([report.counts.active, report.counts.due, report.counts.overdue], [1, 2, 1]);
    assert.deepEqual(
      report.dueSoonest.map(({ name, daysLeft, date, what }) => [name, daysLeft, date, what]),
      [
        ['Sooner', 10, addDays(TODAY, 10), 'de-activated'],
        ['Later', 30, addDays(TODAY, 30), 'de-activated'],
      ],
    );
    assert.deepEqual(
      report.overdue.map(({ name, daysLeft }) => [name, daysLeft]),
      [['Late', 0]],
    );
    assert.deepEqual([report.reportDate, report.ageInDays, report.tooOld], [addDays(TODAY, -6), 6, false]);
    assert.deepEqual((await hygieneReport(database, [], DECK, TODAY)).total, 0);
  });

  it('takes the oldest of several organisations for the age, and says when it is too old', async () => {
    const database = await open();
    await addOrganisations(database);
    await addReport(database, addDays(TODAY, -15), [unusedFor(20, { address: 'old@example.org' })]);
    await addReport(database, addDays(TODAY, -1), [
      unusedFor(20, { address: 'new@example.org', odsCode: 'X1' }),
    ]);
    const both = await hygieneReport(database, ['N1', 'X1'], DECK, TODAY);
    assert.deepEqual([both.ageInDays, both.tooOld], [15, true]);
    assert.equal((await hygieneReport(database, ['X1'], DECK, TODAY)).tooOld, false);
  });

  it('tells a person where their account stands, and the earlier day of another rule', async () => {
    const database = await open();
    await addOrganisations(database);
    await addReport(database, addDays(TODAY, -6), [unusedFor(20, { address: 'jo.bloggs@example.org' })]);
    const mine = await accountOfPerson(database, 'Jo.Bloggs@example.org', TODAY, [DECK, RULES_2022]);
    assert.ok(mine.outcome === 'found');
    assert.deepEqual([mine.standing.stage, mine.standing.daysLeft], ['active', 160]);
    assert.deepEqual([mine.earlier?.stage, mine.earlier?.daysLeft], ['due', 10]);
    assert.match(mine.earlierTitle ?? '', /2022/);
    assert.deepEqual([mine.reportDate, mine.reportAgeInDays, mine.tooOld], [addDays(TODAY, -6), 6, false]);
  });

  it('does not offer a later day of another rule', async () => {
    const database = await open();
    await addOrganisations(database);
    await addReport(database, TODAY, [unusedFor(20)]);
    const mine = await accountOfPerson(database, 'jo.bloggs@example.org', TODAY, [RULES_2022, DECK]);
    assert.ok(mine.outcome === 'found');
    assert.equal(mine.earlier, undefined);
  });

  it('says so when a person is in no report', async () => {
    const database = await open();
    assert.deepEqual(await accountOfPerson(database, 'no@example.org', TODAY, [DECK]), {
      outcome: 'not-in-a-report',
    });
  });

  it('knows whose administrator a person is, until the grant runs out', async () => {
    const database = await open();
    await addOrganisations(database);
    await grant(database, person, 'N1', NOW);
    await grant(database, person, 'X1');
    assert.equal(await administers(database, person, 'N1', new Date(NOW.getTime() - 1)), true);
    assert.equal(await administers(database, person, 'N1', NOW), false);
    assert.equal(await administers(database, { ...person, tenantId: 'another' }, 'X1', NOW), false);
    assert.deepEqual(await organisationsOf(database, person, NOW), [
      { odsCode: 'X1', name: 'Xanadu', isNas: false },
    ]);
  });
});
