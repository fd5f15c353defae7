import assert from 'node:assert/strict';
import { administers, organisationsOf } from '../../access/administrators.ts';
import { accountOfPerson } from '../../hygiene/account-of-person.ts';
import { hygieneReport } from '../../hygiene/account-report.ts';
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
const asked = { reader: person, profile: DECK, day: TODAY, now: NOW };

forEachDatabase('what people see of accounts', (open) => {
  it('counts accounts by stage and lists those due next, the soonest first, for these organisations only', async () => {
    const database = await open();
    await addOrganisations(database);
    await addReport(database, addDays(TODAY, -6), [
      unusedFor(3, { address: 'active@example.org' }),
      unusedFor(150, { address: 'later@example.org', displayName: 'Later' }),
      unusedFor(170, { address: 'sooner@example.org', displayName: 'Sooner' }),
      unusedFor(200, { address: 'late@example.org', displayName: 'Late' }),
      unusedFor(170, { address: 'other@example.org', odsCode: 'X1' }),
    ]);
    await grant(database, person, 'N1');
    const report = await hygieneReport(database, asked);
    assert.equal(report.total, 4);
    assert.deepEqual([report.counts.active, report.counts.due, report.counts.overdue], [1, 2, 1]);
    assert.deepEqual(
      report.accounts.map(({ name, daysLeft, date, what }) => [name, daysLeft, date, what]),
      [
        ['Sooner', 10, addDays(TODAY, 10), 'de-activated'],
        ['Later', 30, addDays(TODAY, 30), 'de-activated'],
      ],
    );
    assert.deepEqual(report.organisations, [{ odsCode: 'N1', name: 'North', due: 2, overdue: 1, total: 4 }]);
    assert.deepEqual([report.reportDate, report.ageInDays, report.tooOld], [addDays(TODAY, -6), 6, false]);
    const late = await hygieneReport(database, { ...asked, filter: { stage: 'overdue' } });
    assert.deepEqual(
      late.accounts.map(({ name, daysLeft }) => [name, daysLeft]),
      [['Late', 0]],
    );
  });

  it('shows nothing of an organisation that is not the reader’s, whatever they filter by', async () => {
    const database = await open();
    await addOrganisations(database);
    await addReport(database, TODAY, [
      unusedFor(170),
      unusedFor(170, { address: 'x@example.org', odsCode: 'X1' }),
    ]);
    await grant(database, person, 'X1', NOW);
    await grant(database, { ...person, tenantId: 'another' }, 'X1');
    for (const filter of [{}, { stage: 'any' }, { odsCode: 'X1' }, { search: 'x@' }] as const) {
      const report = await hygieneReport(database, { ...asked, filter });
      assert.deepEqual(
        [report.total, report.matching, report.accounts, report.organisations],
        [0, 0, [], []],
      );
    }
    assert.equal((await hygieneReport(database, { ...asked, reader: 'operator' })).total, 2);
  });

  it('goes page by page, and to the last one when the list has become shorter', async () => {
    const database = await open();
    await addOrganisations(database);
    const names = Array.from({ length: 12 }, (_, at) => `P${String(at).padStart(2, '0')}`);
    await addReport(
      database,
      TODAY,
      names.map((name) =>
        unusedFor(130, { displayName: name, address: `${name.toLowerCase()}@example.org` }),
      ),
    );
    await grant(database, person, 'N1');
    const pages = [1, 2, 3, 9].map((page) => hygieneReport(database, { ...asked, page, pageSize: 5 }));
    const shown = (await Promise.all(pages)).map(({ page, accounts }) => [
      page,
      accounts.map(({ name }) => name),
    ]);
    assert.deepEqual(shown, [
      [1, names.slice(0, 5)],
      [2, names.slice(5, 10)],
      [3, names.slice(10)],
      [3, names.slice(10)],
    ]);
  });

  it('finds accounts by parts of a name or an address, and nothing by what means something to a database', async () => {
    const database = await open();
    await addOrganisations(database);
    await addReport(database, TODAY, [
      unusedFor(3, { displayName: 'Siân O’Neill', address: 'sian.oneill@example.org' }),
      unusedFor(3, { displayName: 'Ann Lee', address: 'ann_lee@example.org', odsCode: 'X1' }),
    ]);
    await grant(database, person, 'N1');
    await grant(database, person, 'X1');
    const found = async (search: string, odsCode?: string) => {
      const filter = { stage: 'any', search, odsCode } as const;
      return (await hygieneReport(database, { ...asked, filter })).accounts.map(({ name }) => name);
    };
    assert.deepEqual(await found('neill SIÂN'), ['Siân O’Neill']);
    assert.deepEqual(await found('ann_'), ['Ann Lee']);
    assert.deepEqual(await found('example.org'), ['Ann Lee', 'Siân O’Neill']);
    assert.deepEqual(await found('example.org', 'N1'), ['Siân O’Neill']);
    for (const nothing of ['%', 's_an', "' or true --", '\\']) assert.deepEqual(await found(nothing), []);
  });

  it('lists planned absences, and those that ended while the account was not used', async () => {
    const database = await open();
    await addOrganisations(database);
    await addReport(database, TODAY, [
      unusedFor(170, { address: 'away@example.org', displayName: 'Away', absentUntil: addDays(TODAY, 30) }),
      unusedFor(170, { address: 'over@example.org', displayName: 'Over', absentUntil: addDays(TODAY, -1) }),
      unusedFor(8, { address: 'back@example.org', displayName: 'Back', absentUntil: addDays(TODAY, -20) }),
    ]);
    await grant(database, person, 'N1');
    const report = await hygieneReport(database, { ...asked, filter: { stage: 'away' } });
    assert.deepEqual([report.away, report.awayEnded], [1, 1]);
    assert.deepEqual(
      report.accounts.map(({ name, absentUntil }) => [name, absentUntil]),
      [
        ['Over', addDays(TODAY, -1)],
        ['Away', addDays(TODAY, 30)],
      ],
    );
  });

  it('takes the oldest of several organisations for the age, and says when it is too old', async () => {
    const database = await open();
    await addOrganisations(database);
    await addReport(database, addDays(TODAY, -15), [unusedFor(20, { address: 'old@example.org' })]);
    await addReport(database, addDays(TODAY, -1), [
      unusedFor(20, { address: 'new@example.org', odsCode: 'X1' }),
    ]);
    await grant(database, person, 'N1');
    await grant(database, person, 'X1');
    const both = await hygieneReport(database, asked);
    assert.deepEqual([both.ageInDays, both.tooOld], [15, true]);
    const one = await hygieneReport(database, { ...asked, filter: { odsCode: 'X1' } });
    assert.equal(one.tooOld, false);
  });

  it('tells a person where their account stands, and the earlier day of another rule', async () => {
    const database = await open();
    await addOrganisations(database);
    await addReport(database, addDays(TODAY, -6), [unusedFor(20, { address: 'jo.bloggs@example.org' })]);
    const mine = await accountOfPerson(database, 'Jo.Bloggs@example.org', TODAY, [DECK, RULES_2022]);
    assert.ok(mine.outcome === 'found');
    assert.deepEqual([mine.standing.stage, mine.standing.daysLeft], ['active', 160]);
    assert.deepEqual([mine.earlier?.stage, mine.earlier?.daysLeft], ['due', 10]);
    assert.equal(mine.earlierProfile, RULES_2022);
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
