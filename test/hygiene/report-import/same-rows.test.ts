import assert from 'node:assert/strict';
import type { BulkDatabase } from '../../../delivery/database.ts';
import { addDays } from '../../../hygiene/day.ts';
import { FACTS } from '../../../hygiene/report-import/staged-sql.ts';
import { undoImport } from '../../../hygiene/report-import/undo-import.ts';
import { forEachDatabase } from '../../support/databases.ts';
import { addOrganisations, NOW, TODAY } from '../sample-accounts.ts';
import { accounts, bring, csv, HEADER, row, staged, use } from './sample-reports.ts';

const many = (count: number, details = {}) =>
  Array.from({ length: count }, (_, at) => row(`person${at}`, details));
const undo = (database: BulkDatabase, odsCodes = ['N1']) =>
  undoImport(database, { odsCodes, actor: { commandLine: 'tester' }, now: NOW });

/** The same table with its columns the other way round. */
function turned(text: string): string {
  return text
    .split('\r\n')
    .map((line) => line.split(',').reverse().join(','))
    .join('\r\n');
}

/** What no row here says, in SQL. */
const OTHER_FACTS = {
  ods_code: `'X1'`,
  display_name: `'Somebody else'`,
  kind: `'shared'`,
  status: `'Locked'`,
  last_active_on: 'null',
  never_used: 'true',
  created_on: `'2019-01-01'`,
  set_up_complete: 'false',
  disabled_on: `'2026-01-01'`,
  deleted_on: `'2026-01-01'`,
  leaver_on: `'2026-01-01'`,
  password_expires_on: `'2026-01-01'`,
};

forEachDatabase('a row that says what the last report said', (open) => {
  async function holding(...rows: string[]) {
    const database = await open();
    await addOrganisations(database);
    await bring(database, csv(...rows));
    return database;
  }

  /** How many rows of a report are written down to be compared, and how many it has. */
  async function written(database: BulkDatabase, text: string, more = {}) {
    const { stagedId, rows } = await staged(database, text, more);
    const [counted] = await database.query<{ count: number }>(
      `select count(*) as count from staging.rows_${stagedId}`,
    );
    return { stagedId, rows, written: counted?.count };
  }

  it('is counted and not written down again, and the others are', async () => {
    const database = await holding(...many(10));
    const report = await written(
      database,
      csv(...many(9), row('person9', { used: '20/11/2026' }), row('new')),
    );
    assert.deepEqual([report.rows, report.written], [11, 2]);
    const used = await use(database, report.stagedId);
    assert.ok(used.outcome === 'used');
    const { rows, added, changed, unchanged, missing } = used.weight;
    assert.deepEqual(
      { rows, added, changed, unchanged, missing },
      { rows: 11, added: 1, changed: 1, unchanged: 9, missing: 0 },
    );
  });

  it('is known by what it says, in whichever order and under whichever names the columns come', async () => {
    const database = await holding(...many(3));
    assert.equal((await written(database, turned(csv(...many(3))))).written, 0);
    const renamed = csv(...many(3)).replace('ODS Code', 'Practice');
    const mapping = { Practice: 'odsCode' } as const;
    assert.equal((await written(database, renamed, { mapping })).written, 0);
  });

  it('is known where a file lacks a column that is empty in another', async () => {
    const database = await holding(...many(3));
    const [, ...rows] = csv(...many(3)).split('\r\n');
    const wider = [`${HEADER},Leaving Date`, ...rows.map((each) => `${each},`)].join('\r\n');
    assert.equal((await written(database, wider)).written, 0);
  });

  it('is not known when a column is told to mean something else', async () => {
    const database = await holding(row('ann'));
    const mapping = { 'Created Date': 'lastActiveOn', 'Last Activity Date': 'createdOn' } as const;
    const { stagedId } = await staged(database, csv(row('ann')), { mapping });
    const used = await use(database, stagedId, { acceptsLargeChange: true });
    assert.ok(used.outcome === 'used');
    assert.equal(used.weight.changed, 1);
    assert.deepEqual(await accounts(database), ['ann N1 Active 2020-02-01']);
  });

  it('is new again after the report that said it was taken back', async () => {
    const database = await holding(row('ann'), row('bob'));
    const next = csv(row('ann', { used: '20/11/2026' }), row('bob'), row('new'));
    await bring(database, next);
    await undo(database);
    assert.equal((await written(database, csv(row('ann'), row('bob')))).written, 0);
    const again = await bring(database, next);
    assert.deepEqual([again.weight.changed, again.weight.added, again.weight.unchanged], [1, 1, 1]);
    assert.deepEqual(await accounts(database), [
      'ann N1 Active 2026-11-20',
      'bob N1 Active 2026-11-16',
      'new N1 Active 2026-11-16',
    ]);
  });

  it('is told apart from one that was said before the last, so what changes back does', async () => {
    const database = await holding(row('ann'));
    await bring(database, csv(row('ann', { status: 'Disabled' })));
    const back = await bring(database, csv(row('ann')));
    assert.equal(back.weight.changed, 1);
    assert.deepEqual(await accounts(database), ['ann N1 Active 2026-11-16']);
  });

  it('adds an account that was gone and comes back as it was', async () => {
    const database = await holding(...many(10));
    await bring(database, csv(...many(9)), { complete: 'all' });
    const back = await bring(database, csv(...many(10)), { complete: 'all' });
    assert.deepEqual([back.weight.added, back.weight.unchanged, back.weight.gone], [1, 9, 0]);
    assert.deepEqual(await database.query('select address from gone_account'), []);
    assert.equal((await accounts(database)).length, 10);
  });

  it('keeps its account when the report is the whole list, however few or many such rows there are', async () => {
    for (const same of [2, 18]) {
      const database = await holding(...many(20));
      const changed = many(20, { used: '20/11/2026' }).slice(same);
      const { weight } = await bring(database, csv(...many(same), ...changed.slice(1)), {
        complete: 'all',
      });
      assert.deepEqual([weight.unchanged, weight.changed, weight.gone], [same, 19 - same, 1]);
      assert.equal((await accounts(database)).length, 19);
    }
  });

  it('makes its report the last that names the account, where the report before did not', async () => {
    const database = await holding(row('ann'), row('cat'));
    const day = addDays(TODAY, 1);
    await bring(database, csv(row('ann')), { takenOn: day, day });
    const last = await bring(database, csv(row('ann'), row('cat')), { takenOn: day, day });
    assert.deepEqual([last.weight.changed, last.weight.missing], [1, 0]);
    assert.deepEqual(await database.query('select 1 from account where named_in is not null'), []);
  });

  it('counts once when it comes twice, and the line of the first is told', async () => {
    const database = await holding(row('ann'), row('bob'));
    const { rows, firstProblems } = await staged(database, csv(row('ann'), row('bob'), row('ann')));
    assert.equal(rows, 2);
    assert.deepEqual(firstProblems, [
      { line: 4, column: 'Email Address', reason: 'this account is on line 2 already' },
    ]);
  });

  it('counts before a later row about the account, and not after an earlier one', async () => {
    const later = row('ann', { status: 'Locked' });
    for (const others of [[], many(5)]) {
      const database = await holding(row('ann'), row('bob'), ...many(5));
      const before = await staged(database, csv(row('ann'), later, ...others));
      assert.deepEqual([before.rows, before.firstProblems.map(({ line }) => line)], [1 + others.length, [3]]);
      await use(database, before.stagedId);
      assert.ok((await accounts(database)).includes('ann N1 Active 2026-11-16'));
      const after = await staged(database, csv(later, row('ann'), ...others, row('bob')));
      assert.deepEqual(after.firstProblems, [
        { line: 3, column: 'Email Address', reason: 'this account is on line 2 already' },
      ]);
      assert.equal(after.rows, 2 + others.length);
      await use(database, after.stagedId);
      assert.ok((await accounts(database)).includes('ann N1 Locked 2026-11-16'));
    }
  });

  it('is not relied on when its account has changed before the report is used', async () => {
    const database = await holding(row('ann'), row('bob'));
    const waiting = await staged(database, csv(row('ann'), row('bob')));
    await bring(database, csv(row('ann', { status: 'Locked' })));
    assert.equal((await use(database, waiting.stagedId)).outcome, 'not-waiting');
    assert.deepEqual(await accounts(database), ['ann N1 Locked 2026-11-16', 'bob N1 Active 2026-11-16']);
    const again = await bring(database, csv(row('ann'), row('bob')));
    assert.equal(again.weight.changed, 2);
  });

  it('of a person who may think about it for an hour is written down all the same', async () => {
    const database = await holding(row('ann'));
    const by = { tenantId: 'tenant', aadObjectId: 'alex' };
    assert.equal((await written(database, csv(row('ann')), { by, odsCodes: ['N1'] })).written, 1);
  });

  it('is learnt from an account of before there were fingerprints, and changes nothing of it', async () => {
    const database = await holding(row('ann'), row('bob'));
    await database.query('update account set fingerprint = null');
    const first = await written(database, csv(row('ann'), row('bob')));
    assert.equal(first.written, 2);
    const used = await use(database, first.stagedId);
    assert.ok(used.outcome === 'used');
    assert.equal(used.weight.unchanged, 2);
    assert.equal((await written(database, csv(row('ann'), row('bob')))).written, 0);
  });

  it('is compared again when somebody has changed the account beside any report', async () => {
    const database = await holding(row('ann'), row('bob'));
    const text = csv(row('ann'), row('bob'));
    for (const [fact, value] of Object.entries(OTHER_FACTS)) {
      await database.query(`update account set ${fact} = ${value} where address like 'ann%'`);
      assert.equal((await written(database, text)).written, 1, fact);
      await bring(database, text, { acceptsLargeChange: true });
      assert.equal((await written(database, text)).written, 0, fact);
    }
    assert.deepEqual(Object.keys(OTHER_FACTS).sort(), FACTS.toSorted());
    assert.deepEqual(await accounts(database), ['ann N1 Active 2026-11-16', 'bob N1 Active 2026-11-16']);
  });

  it('does not name one of two accounts that happen to have one fingerprint', async () => {
    const database = await holding(row('ann'), row('bob'), row('cat'));
    await database.query(
      `update account set fingerprint = (select fingerprint from account where address like 'bob%') where address like 'ann%'`,
    );
    const { stagedId, written: rows } = await written(database, csv(row('bob'), row('cat')));
    assert.equal(rows, 1);
    const used = await use(database, stagedId, { complete: 'all', acceptsLargeChange: true });
    assert.ok(used.outcome === 'used');
    assert.deepEqual(await accounts(database), ['bob N1 Active 2026-11-16', 'cat N1 Active 2026-11-16']);
  });
});
