import assert from 'node:assert/strict';
import { parse } from 'csv-parse/sync';
import { exportForOperator } from '../../../bot/command-line/hygiene/export.ts';
import type { Database } from '../../../delivery/database.ts';
import { addDays } from '../../../hygiene/day.ts';
import {
  addOrganisations,
  addReport,
  DECK,
  NOW,
  sampleAccount,
  TODAY,
  unusedFor,
} from '../../hygiene/sample-accounts.ts';
import { forEachDatabase } from '../../support/databases.ts';

const request = { actor: { commandLine: 'sam' }, profile: DECK, timeZone: 'Europe/London', now: NOW };

async function exported(database: Database, more: Partial<Parameters<typeof exportForOperator>[1]> = {}) {
  let table = '';
  for await (const part of exportForOperator(database, { ...request, ...more })) table += part;
  return parse(table, { bom: true, columns: true }) as Record<string, string>[];
}

forEachDatabase('an operator who exports accounts', (open) => {
  it('gets every account with what the report says, what was decided, and by which rule', async () => {
    const database = await open();
    await addOrganisations(database);
    await addReport(database, addDays(TODAY, -20), [
      unusedFor(170, { address: 'away@example.org', displayName: '@Away', absentUntil: '2027-06-01' }),
      sampleAccount({ address: 'who@example.org', odsCode: 'X1', neverUsed: true, setUpComplete: false }),
    ]);
    const [away, who, ...others] = await exported(database);
    assert.deepEqual(others, []);
    assert.deepEqual(
      [away?.Name, away?.Stage, away?.From, away?.['Days left'], away?.['Planned absence until']],
      ["'@Away", 'Due soon', '2026-12-01', '10', '2027-06-01'],
    );
    assert.deepEqual(
      [away?.['Approved by'], away?.['Decided on'], away?.['Report of'], away?.['Too old to act on']],
      ['Sam Lee', '2026-11-21', '2026-11-01', 'yes'],
    );
    assert.deepEqual(
      [who?.Organisation, who?.Stage, who?.['Last used'], who?.['Never used'], who?.['Set-up finished']],
      ['Xanadu', 'Not known', '', 'yes', 'no'],
    );
  });

  it('chooses an organisation or a list, and is in the audit with how many accounts they took', async () => {
    const database = await open();
    await addOrganisations(database);
    await addReport(
      database,
      TODAY,
      Array.from({ length: 2500 }, (_, n) =>
        unusedFor(n % 250, { address: `p${n}@example.org`, odsCode: n % 2 ? 'N1' : 'X1' }),
      ),
    );
    assert.equal((await exported(database)).length, 2500);
    assert.equal((await exported(database, { odsCode: 'N1' })).length, 1250);
    const late = await exported(database, { odsCode: 'N1', list: 'overdue' });
    assert.deepEqual([...new Set(late.map(({ Stage }) => Stage))], ['Past its day']);
    assert.deepEqual(
      await database.query('select actor, ods_code as ods, after from audit order by audit_id'),
      [
        { actor: 'command-line:sam', ods: null, after: { accounts: 2500, stage: 'any', search: '' } },
        { actor: 'command-line:sam', ods: 'N1', after: { accounts: 1250, stage: 'any', search: '' } },
        { actor: 'command-line:sam', ods: 'N1', after: { accounts: 350, stage: 'overdue', search: '' } },
      ],
    );
  });
});
