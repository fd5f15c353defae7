import assert from 'node:assert/strict';
import { accountOfPerson } from '../../../hygiene/account-of-person.ts';
import { addDays } from '../../../hygiene/day.ts';
import { oldestLatestReport } from '../../../hygiene/latest-report.ts';
import { discardStaged } from '../../../hygiene/report-import/staged-report.ts';
import { undoImport } from '../../../hygiene/report-import/undo-import.ts';
import { forEachDatabase } from '../../support/databases.ts';
import { addOrganisations, grant, NOW, RULES_2022, TODAY } from '../sample-accounts.ts';
import { accounts, bring, csv, row, stage, staged, use } from './sample-reports.ts';

const tomorrow = addDays(TODAY, 1);
const many = (count: number, details = {}) =>
  Array.from({ length: count }, (_, at) => row(`person${at}`, details));
const alex = { tenantId: 'tenant', aadObjectId: 'alex' };
const HOUR = 60 * 60_000;

forEachDatabase('a report', (open) => {
  async function prepared() {
    const database = await open();
    await addOrganisations(database);
    return database;
  }

  it('changes nothing until it is put in use', async () => {
    const database = await prepared();
    const { stagedId, rows } = await staged(database, csv(row('ann'), row('bob')));
    assert.equal(rows, 2);
    assert.deepEqual(await accounts(database), []);
    const weighed = await use(database, stagedId, { dryRun: true });
    assert.ok(weighed.outcome === 'weighed');
    assert.equal(weighed.weight.added, 2);
    assert.deepEqual(await accounts(database), []);
    assert.equal((await use(database, stagedId)).outcome, 'used');
    assert.deepEqual(await accounts(database), ['ann N1 Active 2026-11-16', 'bob N1 Active 2026-11-16']);
  });

  it('tells what is new, changed and the same, and writes only what has changed', async () => {
    const database = await prepared();
    const first = await bring(database, csv(row('ann'), row('bob'), row('cat')));
    const second = await bring(database, csv(row('ann'), row('bob', { used: '21/11/2026' }), row('dan')), {
      takenOn: tomorrow,
      day: tomorrow,
    });
    const { added, changed, unchanged, missing, gone } = second.weight;
    assert.deepEqual(
      { added, changed, unchanged, missing, gone },
      { added: 1, changed: 1, unchanged: 1, missing: 1, gone: 0 },
    );
    const writtenIn = await database.query(
      `select split_part(address, '@', 1) as name, changed_in as "in" from account order by address`,
    );
    assert.deepEqual(writtenIn, [
      { name: 'ann', in: first.reportId },
      { name: 'bob', in: second.reportId },
      { name: 'cat', in: first.reportId },
      { name: 'dan', in: second.reportId },
    ]);
  });

  it('is the last word on an account that it does not change, and not on one that it does not name', async () => {
    const database = await prepared();
    await bring(database, csv(row('ann'), row('cat')));
    await bring(database, csv(row('ann')), { takenOn: tomorrow, day: tomorrow });
    const dateFor = async (name: string) => {
      const found = await accountOfPerson(database, `${name}@example.org`, tomorrow, [RULES_2022]);
      return found.outcome === 'found' && found.reportDate;
    };
    assert.deepEqual([await dateFor('ann'), await dateFor('cat')], [tomorrow, TODAY]);
    assert.equal((await oldestLatestReport(database, ['N1'], RULES_2022, tomorrow))?.reportDate, tomorrow);
  });

  it('takes accounts away only where it is declared to be the whole list', async () => {
    const database = await prepared();
    await bring(database, csv(...many(10), row('cat', { ods: 'X1' }), ...many(0)));
    const kept = await bring(database, csv(...many(9)));
    assert.deepEqual([kept.weight.missing, kept.weight.gone], [1, 0]);
    const whole = await bring(database, csv(...many(9)), { complete: 'all' });
    assert.deepEqual([whole.weight.missing, whole.weight.gone], [1, 1]);
    assert.equal((await accounts(database)).length, 10);
    assert.ok((await accounts(database)).includes('cat X1 Active 2026-11-16'));
    assert.deepEqual(await accountOfPerson(database, 'person9@example.org', TODAY, [RULES_2022]), {
      outcome: 'not-in-a-report',
    });
    await bring(database, csv(row('person9')));
    assert.deepEqual(await database.query('select address from gone_account'), []);
  });

  it('does not take away an account whose row has something wrong', async () => {
    const database = await prepared();
    await bring(database, csv(...many(5)));
    const wrong = row('person4', { used: 'last week' });
    const next = await bring(database, csv(...many(4), wrong), { complete: 'all' });
    assert.deepEqual([next.weight.missing, next.weight.gone], [1, 0]);
    assert.equal((await accounts(database)).length, 5);
  });

  it('cannot be the whole list when of a row not even the account is known', async () => {
    const database = await prepared();
    const { stagedId } = await staged(database, csv(...many(3), ',Nobody,N1,User,Active,,,'));
    assert.deepEqual(await use(database, stagedId, { complete: 'all' }), {
      outcome: 'cannot-be-complete',
      nameless: 1,
    });
    assert.equal((await use(database, stagedId)).outcome, 'used');
  });

  it('cannot be the whole list of an organisation that it does not name', async () => {
    const database = await prepared();
    const { stagedId } = await staged(database, csv(row('ann')));
    assert.deepEqual(await use(database, stagedId, { complete: ['N1', 'X1'] }), {
      outcome: 'not-in-the-file',
      odsCodes: ['X1'],
    });
  });

  it('needs a second yes when more than a fifth of the accounts is gone', async () => {
    const database = await prepared();
    await bring(database, csv(...many(10)));
    const { stagedId } = await staged(database, csv(...many(7)));
    const asked = await use(database, stagedId, { complete: 'all' });
    assert.ok(asked.outcome === 'needs-another-yes');
    assert.deepEqual(asked.weight.large, [{ odsCode: '', accounts: 10, gone: 3, newlyFlagged: 0 }]);
    assert.equal((await accounts(database)).length, 10);
    const used = await use(database, stagedId, { complete: 'all', acceptsLargeChange: true });
    assert.equal(used.outcome, 'used');
    assert.equal((await accounts(database)).length, 7);
  });

  it('needs a second yes when more than a fifth would be flagged, also of one organisation among many', async () => {
    const database = await prepared();
    const small = Array.from({ length: 30 }, (_, at) => row(`x${at}`, { ods: 'X1' }));
    await bring(database, csv(...many(200), ...small));
    const idle = small.map((each) => each.replace('16/11/2026', '01/10/2026'));
    const { stagedId } = await staged(database, csv(...many(200), ...idle));
    const asked = await use(database, stagedId);
    assert.ok(asked.outcome === 'needs-another-yes');
    assert.deepEqual(asked.weight.large, [{ odsCode: 'X1', accounts: 30, gone: 0, newlyFlagged: 30 }]);
  });

  it('does not count accounts as newly flagged that already were, or that are new', async () => {
    const database = await prepared();
    await bring(database, csv(...many(4, { used: '01/10/2026' })));
    const again = await bring(
      database,
      csv(...many(4, { used: '02/10/2026' }), ...many(9, { used: '01/09/2026' }).slice(4)),
    );
    assert.deepEqual([again.weight.changed, again.weight.added, again.weight.newlyFlagged], [4, 5, 0]);
  });

  it('is refused when a newer one is there, unless it is told to be right', async () => {
    const database = await prepared();
    await bring(database, csv(row('ann', { used: '21/11/2026' })), { takenOn: TODAY });
    const { stagedId } = await staged(database, csv(row('ann')), { takenOn: addDays(TODAY, -7) });
    assert.deepEqual(await use(database, stagedId), {
      outcome: 'older-than-last',
      newer: [{ odsCode: 'N1', takenOn: TODAY }],
      count: 1,
    });
    assert.equal((await use(database, stagedId, { takesOlder: true })).outcome, 'used');
    assert.deepEqual(await accounts(database), ['ann N1 Active 2026-11-16']);
  });

  it('is put in use once, however often it is asked for, and by nobody but who brought it', async () => {
    const database = await prepared();
    await grant(database, alex, 'N1');
    const { stagedId } = await staged(database, csv(row('ann')), { by: alex, odsCodes: ['N1'] });
    const request = { actor: alex, by: alex };
    assert.equal((await use(database, stagedId)).outcome, 'not-waiting');
    const other = { ...alex, aadObjectId: 'sam' };
    assert.equal((await use(database, stagedId, { actor: other, by: other })).outcome, 'not-waiting');
    const outcomes = await Promise.all(Array.from({ length: 4 }, () => use(database, stagedId, request)));
    const [first, ...again] = outcomes;
    assert.equal(first?.outcome, 'used');
    for (const same of again) assert.deepEqual(same, first, 'who asks again hears what the first yes did');
    assert.equal((await database.query('select 1 from report')).length, 1);
    assert.equal((await use(database, stagedId, { actor: other, by: other })).outcome, 'not-waiting');
  });

  it('waits for an hour, and is thrown away by the next one after that', async () => {
    const database = await prepared();
    const { stagedId } = await staged(database, csv(row('ann')));
    const late = new Date(NOW.getTime() + HOUR);
    assert.equal((await use(database, stagedId, { now: late })).outcome, 'not-waiting');
    await staged(database, csv(row('ann')), { now: late });
    const tables = await database.query(
      `select 1 from pg_tables where schemaname = 'staging' and tablename = 'rows_${stagedId}'`,
    );
    assert.deepEqual(tables, []);
  });

  it('makes the earliest of one person’s give way when five wait already', async () => {
    const database = await prepared();
    const ids: number[] = [];
    for (let nth = 1; nth <= 6; nth++) {
      ids.push((await staged(database, csv(row('ann')), { by: alex, odsCodes: ['N1'] })).stagedId);
    }
    const waiting = await database.query<{ id: number }>(
      'select staged_id as id from staged_report order by 1',
    );
    assert.deepEqual(
      waiting.map(({ id }) => id),
      ids.slice(1),
    );
  });

  it('can be thrown away', async () => {
    const database = await prepared();
    const { stagedId } = await staged(database, csv(row('ann')));
    assert.equal(await discardStaged(database, stagedId, alex), false);
    assert.equal(await discardStaged(database, stagedId, undefined), true);
    assert.equal((await use(database, stagedId)).outcome, 'not-waiting');
  });

  it('is refused to an administrator who has lost one of its organisations since', async () => {
    const database = await prepared();
    await grant(database, alex, 'N1');
    await grant(database, alex, 'X1', NOW);
    const { stagedId } = await staged(database, csv(row('ann'), row('bob', { ods: 'X1' })), {
      by: alex,
      odsCodes: ['N1', 'X1'],
    });
    assert.equal((await use(database, stagedId, { actor: alex, by: alex })).outcome, 'not-yours');
    assert.deepEqual(await accounts(database), []);
  });

  it('leaves the rows of other organisations out, line by line, and takes nobody’s accounts from them', async () => {
    const database = await prepared();
    await bring(database, csv(row('xavier', { ods: 'X1' })));
    const staging = await stage(database, csv(row('ann'), row('zoe', { ods: 'X1' }), row('xavier')), {
      by: alex,
      odsCodes: ['N1'],
    });
    assert.ok(staging.outcome === 'staged');
    assert.deepEqual(staging.firstProblems, [
      { line: 3, column: 'ODS Code', reason: 'you do not administer this organisation' },
      {
        line: 4,
        column: 'Email Address',
        reason: 'another organisation holds this account: ask your service team to move it',
      },
    ]);
    assert.deepEqual([staging.rows, staging.odsCodes], [1, ['N1']]);
  });

  it('takes nobody’s accounts that came while it waited', async () => {
    const database = await prepared();
    await grant(database, alex, 'N1');
    const { stagedId } = await staged(database, csv(row('ann'), row('bob')), { by: alex, odsCodes: ['N1'] });
    await bring(database, csv(row('ann', { ods: 'X1' })));
    const used = await use(database, stagedId, { actor: alex, by: alex });
    assert.ok(used.outcome === 'used');
    assert.deepEqual(await accounts(database), ['ann X1 Active 2026-11-16', 'bob N1 Active 2026-11-16']);
  });

  it('moves an account that has gone to another organisation, decisions and all', async () => {
    const database = await prepared();
    await bring(database, csv(row('ann'), row('bob')));
    await database.query(
      `insert into account_decision (address, ods_code, leaver_on, decided_at) values ('ann@example.org', 'N1', $1, $2)`,
      [TODAY, NOW],
    );
    const moved = await bring(database, csv(row('ann', { ods: 'X1' })));
    assert.deepEqual([moved.weight.changed, moved.weight.moved], [1, 1]);
    assert.deepEqual(await accounts(database), ['ann X1 Active 2026-11-16', 'bob N1 Active 2026-11-16']);
    assert.equal((await database.query('select 1 from account_decision')).length, 1);
  });

  it('names each account once: the first row counts, and the others are told', async () => {
    const database = await prepared();
    const staging = await staged(database, csv(row('ann'), row('ANN', { status: 'Inactive' }), row('bob')));
    assert.deepEqual(staging.firstProblems, [
      { line: 3, column: 'Email Address', reason: 'this account is on line 2 already' },
    ]);
    await use(database, staging.stagedId);
    assert.deepEqual(await accounts(database), ['ann N1 Active 2026-11-16', 'bob N1 Active 2026-11-16']);
  });

  it('adds organisations that are not known only when it is told to', async () => {
    const database = await prepared();
    const text = csv(row('ann', { ods: 'NEW1' }), row('bob'));
    const without = await staged(database, text);
    assert.deepEqual(without.firstProblems, [
      { line: 2, column: 'ODS Code', reason: 'this organisation is not known here' },
    ]);
    const { stagedId } = await staged(database, text, { addsOrganisations: true });
    await use(database, stagedId);
    const added = await database.query(
      `select name, is_nas as nas from organisation where ods_code = 'NEW1'`,
    );
    assert.deepEqual(added, [{ name: 'NEW1', nas: false }]);
  });

  it('is written down for each of its organisations, with what it changed', async () => {
    const database = await prepared();
    const { reportId } = await bring(database, csv(row('ann'), row('bob', { ods: 'X1' })), {
      complete: ['X1'],
    });
    const lines = await database.query(
      'select actor, what, ods_code as ods, subject, after from audit order by ods_code',
    );
    const after = { takenOn: TODAY, source: 'test', inAll: { added: 2, changed: 0, gone: 0 } };
    const line = { actor: 'command-line:tester', what: 'report.imported', subject: `report:${reportId}` };
    assert.deepEqual(lines, [
      { ...line, ods: 'N1', after: { ...after, complete: false } },
      { ...line, ods: 'X1', after: { ...after, complete: true } },
    ]);
  });

  it('remembers what its columns are called, for its organisations', async () => {
    const database = await prepared();
    const text = csv(row('ann')).replace('ODS Code', 'Practice');
    assert.deepEqual(await stage(database, text), {
      outcome: 'columns-missing',
      missing: ['odsCode'],
      found: csv(row('ann')).replace('ODS Code', 'Practice').split('\r\n')[0]?.split(','),
    });
    const mapping = { Practice: 'odsCode' } as const;
    const { stagedId } = await staged(database, text, { mapping });
    await use(database, stagedId, { mapping });
    assert.equal((await stage(database, text)).outcome, 'staged');
    assert.equal((await stage(database, text, { by: alex, odsCodes: ['N1'] })).outcome, 'staged');
    assert.equal((await stage(database, text, { by: alex, odsCodes: ['X1'] })).outcome, 'columns-missing');
  });

  describe('undone', () => {
    const undo = (database: Parameters<typeof undoImport>[0], odsCodes: string[]) =>
      undoImport(database, { odsCodes, actor: { commandLine: 'tester' }, now: NOW });

    it('leaves everything as it was: changed, new, gone and not named', async () => {
      const database = await prepared();
      await bring(database, csv(...many(10), row('xavier', { ods: 'X1' })));
      const before = await database.query('select * from account order by address');
      const reports = await database.query(
        'select ods_code, report_id from organisation_report order by ods_code',
      );
      await bring(
        database,
        csv(...many(6), row('person6', { used: '20/11/2026' }), row('xavier'), row('new')),
        {
          complete: 'all',
          acceptsLargeChange: true,
        },
      );
      assert.deepEqual(await undo(database, ['N1']), {
        odsCodes: ['N1'],
        removed: 1,
        restored: 2,
        broughtBack: 3,
      });
      assert.deepEqual(await database.query('select * from account order by address'), before);
      assert.deepEqual(
        await database.query('select ods_code, report_id from organisation_report order by ods_code'),
        reports,
      );
      assert.deepEqual(await database.query('select 1 from gone_account'), []);
    });

    it('is undone before or after another is used, never between its looking and its writing', async () => {
      const database = await prepared();
      await bring(database, csv(row('ann'), row('bob'), row('cat')));
      const { stagedId } = await staged(database, csv(row('ann'), row('bob'), row('cat')), {
        takenOn: tomorrow,
        today: tomorrow,
      });
      const undo = { odsCodes: ['N1'], actor: { commandLine: 'tester' }, now: NOW };
      await Promise.all([use(database, stagedId, { day: tomorrow }), undoImport(database, undo)]);
      // Whichever came first, one of the two reports is in use, and both name all three.
      assert.equal((await accounts(database)).length, 3);
    });

    it('is undone once, and only for the organisations that are named', async () => {
      const database = await prepared();
      await bring(database, csv(row('ann'), row('bob', { ods: 'X1' })));
      await bring(
        database,
        csv(row('ann', { status: 'Inactive' }), row('bob', { ods: 'X1', status: 'Inactive' })),
        {
          acceptsLargeChange: true,
        },
      );
      assert.deepEqual((await undo(database, ['N1'])).odsCodes, ['N1']);
      assert.deepEqual(await accounts(database), ['ann N1 Active 2026-11-16', 'bob X1 Inactive 2026-11-16']);
      assert.deepEqual((await undo(database, ['N1'])).odsCodes, []);
    });

    it('of the first report leaves an organisation without accounts and without a report', async () => {
      const database = await prepared();
      await bring(database, csv(row('ann')));
      await undo(database, ['N1']);
      assert.deepEqual(await accounts(database), []);
      assert.equal(await oldestLatestReport(database, ['N1'], RULES_2022, TODAY), undefined);
    });

    it('does not touch what a later report of another organisation has taken over', async () => {
      const database = await prepared();
      await bring(database, csv(row('ann'), row('bob')));
      await bring(database, csv(row('ann', { status: 'Inactive' }), row('bob')), {
        acceptsLargeChange: true,
      });
      await bring(database, csv(row('ann', { ods: 'X1', status: 'Locked' })));
      await undo(database, ['N1']);
      assert.deepEqual(await accounts(database), ['ann X1 Locked 2026-11-16', 'bob N1 Active 2026-11-16']);
    });
  });

  it('that is broken off leaves everything as it was, and the next one goes through', async () => {
    const database = await prepared();
    await bring(database, csv(row('ann')));
    async function* brokenOff() {
      yield Buffer.from(csv(...many(5000)));
      throw new Error('the disk was taken out');
    }
    await assert.rejects(stage(database, '', { content: brokenOff() }), /disk/);
    assert.deepEqual(await accounts(database), ['ann N1 Active 2026-11-16']);
    assert.equal((await bring(database, csv(row('ann'), row('bob')))).weight.added, 1);
  });

  it('of many thousand accounts builds the indexes afresh, and leaves the table with all of them', async () => {
    const database = await prepared();
    const shape = () =>
      database.query(
        `select conname as name, pg_get_constraintdef(oid) as definition from pg_constraint where conrelid = 'account'::regclass
         union all select indexname, indexdef from pg_indexes where tablename = 'account' order by 1`,
      );
    const before = await shape();
    const { weight } = await bring(database, csv(...many(20_000)));
    assert.equal(weight.added, 20_000);
    assert.deepEqual(await shape(), before);
  });
});
