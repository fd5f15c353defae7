import assert from 'node:assert/strict';
import { recordAudit } from '../../access/audit.ts';
import { forEachDatabase } from '../support/databases.ts';

const at = new Date('2026-11-22T09:00:00Z');
const grant = { actor: { commandLine: 'operator' }, what: 'administrator.granted', odsCode: 'A1B2', at };

forEachDatabase('what administrators did', (open) => {
  it('is kept with who, what, when, before and after', async () => {
    const database = await open();
    await recordAudit(database, {
      actor: { tenantId: 'care', aadObjectId: 'amina' },
      what: 'account.marked',
      odsCode: 'A1B2',
      subject: 'night.nurse@nhs.net',
      before: { absentUntil: null },
      after: { absentUntil: '2027-06-01' },
      at,
    });
    const [row] = await database.query('select * from audit');
    assert.deepEqual(row, {
      audit_id: 1,
      at,
      tenant_id: 'care',
      aad_object_id: 'amina',
      actor: 'person',
      what: 'account.marked',
      ods_code: 'A1B2',
      subject: 'night.nurse@nhs.net',
      before: { absentUntil: null },
      after: { absentUntil: '2027-06-01' },
    });
  });

  it('cannot be rewritten or removed by anybody', async () => {
    const database = await open();
    await recordAudit(database, grant);
    await assert.rejects(database.query(`update audit set what = 'nothing'`), /only added to/);
    await assert.rejects(database.query('delete from audit'), /only added to/);
    assert.equal((await database.query('select 1 from audit')).length, 1);
  });

  it('is not kept when what it tells of did not happen', async () => {
    const database = await open();
    const work = database.transaction(async (transaction) => {
      await recordAudit(transaction, grant);
      throw new Error('The grant failed.');
    });
    await assert.rejects(work, /grant failed/);
    assert.deepEqual(await database.query('select 1 from audit'), []);
  });
});
