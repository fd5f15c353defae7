import assert from 'node:assert/strict';
import { bringIn, RULE, TODAY } from '../../../bench/hygiene/bring-in.ts';
import { codeOf, withPortalFiles } from '../../../bench/hygiene/portal-file.ts';
import { openDatabase } from '../../../bot/database/open-database.ts';
import { hygieneReport } from '../../../hygiene/account-report.ts';
import { undoImport } from '../../../hygiene/report-import/undo-import.ts';

const ACCOUNTS = 50_000;

describe('a report of fifty thousand accounts, on the embedded database', function () {
  this.timeout(120_000);

  it('is brought in, swept, read by an administrator, followed by the next day’s, and taken back', async () => {
    const database = await openDatabase({ dataFolder: 'memory:' });
    const now = new Date(`${TODAY}T10:00:00Z`);
    const page = async () => {
      const filter = { odsCode: codeOf(17) };
      return hygieneReport(database, { reader: 'operator', profile: RULE, day: TODAY, now, filter });
    };
    const count = async (what: string) => {
      const [row] = await database.query<{ count: number }>(`select count(*) as count from ${what}`);
      return row?.count;
    };
    try {
      await withPortalFiles(ACCOUNTS, TODAY, async (first, next) => {
        await bringIn(database, first, TODAY);
        assert.equal(await count('account'), ACCOUNTS);
        assert.equal(await count('organisation'), 500);
        const [flags, before] = [await count('flag where cleared_on is null'), await page()];
        assert.ok(before.total > 50 && before.total < 150);
        await bringIn(database, next, TODAY);
        const gone = await count('gone_account');
        assert.ok(gone && gone > 5, 'some are gone, and as many are new');
        assert.equal(await count('account'), ACCOUNTS);
        const odsCodes = (
          await database.query<{ code: string }>('select ods_code as code from organisation')
        ).map(({ code }) => code);
        const undone = await undoImport(database, { odsCodes, actor: { commandLine: 'test' }, now });
        assert.deepEqual([undone.odsCodes.length, undone.broughtBack, undone.removed], [500, gone, gone]);
        assert.ok(undone.restored > 300);
        const after = await page();
        assert.deepEqual([after.total, after.counts], [before.total, before.counts]);
        assert.ok(flags && flags > 1000);
      });
    } finally {
      await database.close();
    }
  });
});
