import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type OpenDatabase, openDatabase } from '../../../bot/database/open-database.ts';
import { createGraphClient } from '../../../bot/graph/graph-client.ts';
import { organisationRule } from '../../../bot/graph/organisation-of.ts';
import { readDirectory } from '../../../bot/graph/read-directory.ts';
import { emptySummary, reportOfUsers } from '../../../bot/graph/report-of-users.ts';
import { type FakeGraph, graphUsers, startFakeGraph } from './fake-graph.ts';

describe('a report that is made of what Graph says', () => {
  let database: OpenDatabase;
  let graph: FakeGraph;
  let folder: string;
  before(async () => {
    database = await openDatabase({ dataFolder: 'memory:' });
    folder = mkdtempSync(join(tmpdir(), 'graph-report-'));
  });
  beforeEach(async () => {
    await database.query('delete from graph_reading');
    graph = await startFakeGraph([]);
  });
  afterEach(() => graph.stop());
  after(async () => {
    await database.close();
    rmSync(folder, { recursive: true });
  });

  async function report(users: Record<string, unknown>[], list?: string) {
    graph.users = users;
    const { url } = graph;
    const rule = organisationRule('companyName', list);
    const client = createGraphClient({ url, credential: undefined, wait: async () => {} });
    const clock = () => new Date('2026-11-21T10:00:00Z');
    const reading = await readDirectory({
      database,
      client,
      url,
      organisation: rule,
      timeZone: 'Europe/London',
      clock,
    });
    const summary = emptySummary();
    const chunks: Uint8Array[] = [];
    for await (const chunk of reportOfUsers(database, reading, rule, summary)) chunks.push(chunk);
    return { csv: Buffer.concat(chunks).toString(), summary, chunks: chunks.length };
  }
  const [ordinary] = graphUsers(1);
  const user = (more: Record<string, unknown>) => ({ ...ordinary, ...more });

  it('has a row for each account, with what is known and nothing else', async () => {
    const { csv } = await report([
      user({ displayName: 'Jo "JB" Bloggs, Dr' }),
      user({ userPrincipalName: 'new@north.example', signInActivity: undefined, accountEnabled: false }),
      user({
        userPrincipalName: 'old@north.example',
        signInActivity: undefined,
        createdDateTime: '2018-01-01T00:00:00Z',
      }),
    ]);
    assert.deepEqual(csv.split('\r\n'), [
      '"User principal name","Display name","ODS code","Account status","Last sign in","Created date"',
      '"person.0@north.example","Jo ""JB"" Bloggs, Dr","N1","","2026-11-02","2022-03-01"',
      '"new@north.example","Person 0","N1","Disabled","Never","2022-03-01"',
      '"old@north.example","Person 0","N1","","","2018-01-01"',
      '',
    ]);
  });

  it('leaves out whom it cannot place, and counts them by what they have instead of a code', async () => {
    const list = join(folder, 'organisations.yaml');
    writeFileSync(list, 'North: N1\n');
    const { csv, summary } = await report(
      [
        user({ companyName: 'north' }),
        user({ companyName: 'Northern' }),
        user({ companyName: 'Northern' }),
        user({ companyName: null }),
        user({ userType: 'Guest' }),
        user({ userPrincipalName: undefined }),
      ],
      list,
    );
    assert.equal(csv.trim().split('\r\n').length, 2);
    assert.deepEqual(summary, {
      users: 6,
      accounts: 1,
      guests: 1,
      unusable: 1,
      attemptsOnly: 0,
      withoutOrganisation: 1,
      unknownOrganisations: new Map([['Northern', 2]]),
    });
  });

  it('counts the accounts of which only an attempt is known', async () => {
    const { summary } = await report([
      user({}),
      user({ signInActivity: { lastSignInDateTime: '2023-02-01T08:00:00Z' } }),
    ]);
    assert.deepEqual([summary.accounts, summary.attemptsOnly], [2, 1]);
  });

  it('comes a part at a time, however many there are', async () => {
    const { csv, chunks } = await report(graphUsers(1300));
    assert.equal(csv.trim().split('\r\n').length, 1301);
    assert.equal(chunks, 3);
  });
});
