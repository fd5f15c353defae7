import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { loadConfig } from '../../../bot/config.ts';
import { type Running, startService } from '../../../bot/main.ts';
import { dayIn } from '../../../hygiene/day.ts';
import { type Ended, runProgram } from '../../support/program.ts';
import { graphUsers, startFakeGraph } from '../graph/fake-graph.ts';

const REPORT = 'test/fixtures/portal-report.csv';
const TODAY = dayIn('Europe/London', new Date());

/** The words of `npm run hygiene --`, and what an operator reads. `code` is what the command ends with. */
type Line = [words: string[], code: number, reads: RegExp];

describe('npm run hygiene', function () {
  // Each command is a program of its own.
  this.timeout(180_000);
  let folder: string;
  let settings: Record<string, string>;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'assistant-hygiene-'));
    settings = { DATA_FOLDER: join(folder, 'data') };
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const hygiene = (words: string[], more: Record<string, string> = {}): Promise<Ended> =>
    runProgram('bot/command-line/hygiene.ts', words, { ...settings, ...more });

  async function operator(lines: Line[]): Promise<void> {
    for (const [words, code, reads] of lines) {
      const ended = await hygiene(words);
      assert.match(ended.said + ended.complained, reads, words.join(' '));
      assert.equal(ended.code, code, `${words.join(' ')}\n${ended.complained}`);
      assert.doesNotMatch(ended.complained, /\bat .*:\d+:\d+/, words.join(' '));
    }
  }

  it('brings in a portal report on a new machine: looked at first, then for real, then read and taken back', async () => {
    await operator([
      [['import', REPORT, '--dry-run'], 0, /61 would be new[\s\S]*This was a dry run: nothing was changed/],
      [['report'], 0, /There is no report yet/],
      [
        ['import', REPORT, '--date', TODAY],
        0,
        /2 organisations not known here yet, to be added: A9X4 \(Willowbrook Care \(head office\)\)[\s\S]*Line 21, column “Last Activity Date”: there is no such day as "31\/02\/2026"\n {2}Line 41, column “Account Type”: "Printer"[\s\S]*61 new/,
      ],
      [['report'], 0, /^Together +61$/m],
      [['report', '--list', 'disabled', '--organisation', 'C8T2'], 0, /nia\.prentice@willowbrook\.example/],
      [['report', '--list', 'lost'], 2, /There is no list "lost"/],
      [
        ['explain', 'Nia.Prentice@willowbrook.example'],
        0,
        /Nia Prentice[\s\S]*Disabled[\s\S]*Rule: [\s\S]*Source: [\s\S]*Status: Disabled/,
      ],
      [['explain', 'nobody@willowbrook.example'], 1, /No report in use names nobody@/],
      [['organisations', 'A9X4'], 0, /^A9X4 .*\(run by NAS\): report of .*, 0 days old, can be undone$/m],
      [['undo', '--dry-run'], 0, /61 accounts taken out again[\s\S]*dry run/],
      [['undo'], 0, /Undone: the last import of A9X4, C8T2/],
      [['undo'], 1, /There is no import that can be undone/],
      [['report'], 0, /^Together +0$/m],
    ]);
  });

  it('works beside a running service, and neither loses what the other writes', async () => {
    const running: Running = await startService(
      loadConfig({ ...settings, ASSISTANT_MODE: 'playground', PORT: '0', LOG_LEVEL: 'silent' }, {}),
    );
    try {
      const { database } = running.services;
      const accounts = async () => (await database.query('select address from account')).length;
      const before = await accounts();
      const writing = (async () => {
        for (let each = 0; each < 20; each += 1) {
          await database.query(
            `insert into person (tenant_id, aad_object_id, seen_at) values ('t', $1, now())`,
            [`p${each}`],
          );
        }
      })();
      await operator([
        [['import', REPORT, '--date', TODAY], 0, /2 new, [\s\S]*as before/],
        [
          ['import', REPORT, '--date', '2020-02-01'],
          1,
          /Nothing was changed\.[\s\S]*There is a newer one[\s\S]*--older/,
        ],
      ]);
      await writing;
      assert.equal((await database.query(`select 1 from person where tenant_id = 't'`)).length, 20);
      assert.equal(await accounts(), before + 2);
      const [report] = await database.query<{ importedBy: string }>(
        'select imported_by as "importedBy" from report order by report_id desc limit 1',
      );
      assert.match(report?.importedBy ?? '', /^command-line:/);
    } finally {
      await running.stop();
    }
  });

  it('says what is wrong with a file, and what to type to mend it', async () => {
    const file = (name: string, text: string) => {
      writeFileSync(join(folder, name), text);
      return join(folder, name);
    };
    const strange = file('strange.csv', 'Primary mail,Code,Seen\na@example.org,A1,01/11/2026\n');
    const sheet = file('report.csv', 'PK\u0003\u0004 and so on');
    const bad = join(folder, 'bad.csv');
    await operator([
      [
        ['import', strange],
        1,
        /Nothing was changed\. Its first line has no column that I know for: email address, ODS code, account type\. It has: Primary mail, Code, Seen\.\n.*--map "address=Its name".*--organisation A1B2.*--type user/,
      ],
      [['import', strange, '--map', 'address=Mail'], 1, /It has no column called “Mail”/],
      [['import', strange, '--map', 'adress=Mail'], 2, /The names are: address, displayName/],
      [
        [
          'import',
          strange,
          '--type',
          'user',
          '--map',
          'address=Primary mail',
          '--map',
          'odsCode=Code',
          '--map',
          'lastActiveOn=Seen',
        ],
        0,
        /No column is known to say: account status\.[\s\S]*1 new/,
      ],
      [['import', strange, '--type', 'user'], 0, /1 as before/],
      [['organisations', 'A1'], 0, /column “Primary mail” is address/],
      [
        ['import', strange, '--type', 'user', '--organisation', 'B2'],
        1,
        /None of its rows can be used[\s\S]*it is not of B2/,
      ],
      [['import', sheet], 1, /save it as CSV/],
      [['import', join(folder, 'missing.csv')], 2, /There is no file/],
      [['import'], 2, /Give the path of a CSV file, or --graph/],
      [['import', REPORT, '--date', '2026-02-30'], 2, /is not a day/],
      [['import', REPORT, '--date', '2999-01-01'], 1, /that day is still to come/],
      [['import', REPORT, '--bad-rows', bad], 1, /None of its rows can be used[\s\S]*--add-organisations/],
      [['import', REPORT, '--bad-rows', bad, '--add-organisations'], 0, /2 rows cannot be used: see /],
      [['import', REPORT, '--loud'], 2, /--loud/],
      [['fetch'], 2, /There is no command "fetch"/],
      [['--help'], 0, /hygiene -- import[\s\S]*hygiene -- evidence/],
      [['import', '--help'], 0, /--yes-large/],
    ]);
    const rows = parse(readFileSync(bad), { bom: true, columns: true }) as Record<string, string>[];
    assert.deepEqual(
      rows.map(({ Line, Column }) => [Line, Column]),
      [
        ['21', 'Last Activity Date'],
        ['41', 'Account Type'],
      ],
    );
    assert.equal(statSync(bad).mode & 0o077, 0);
  });

  it('gives programs the same as JSON, and a table of accounts and of what was done to files of their owner', async () => {
    const { said } = await hygiene(['import', REPORT, '--date', TODAY, '--json']);
    const { outcome, weight, problems, swept } = JSON.parse(said);
    assert.deepEqual([outcome, weight.added, problems, swept.accounts], ['used', 61, 2, 61]);
    const csv = join(folder, 'accounts.csv');
    const page = join(folder, 'evidence.html');
    await operator([
      [['export', '--csv', csv, '--organisation', 'C8T2'], 0, /^Wrote /],
      [['evidence', '--page', page], 0, /A9X4 .* flagged[\s\S]*Wrote .*evidence\.html/],
      [['sweep', '--dry-run', '--json'], 0, /"dryRun": true/],
      [['sweep'], 0, /^Swept 61 accounts/],
      [['sweep', 'now'], 2, /one word too many/],
      [['report', '--profile', 'nhsmail-2022'], 0, /Rule: .*2022/],
      [['report', '--profile', 'none'], 2, /There is no rule "none"/],
    ]);
    assert.equal((parse(readFileSync(csv), { bom: true, columns: true }) as unknown[]).length, 21);
    assert.equal(statSync(csv).mode & 0o077, 0);
    assert.match(readFileSync(page, 'utf8'), /<html/);
  });

  it('reads Microsoft Graph, says whom it left out, and forgets what it read once that is in use', async () => {
    const users = graphUsers(300);
    const graph = await startFakeGraph([
      ...users,
      { ...users[0], userPrincipalName: 'guest@x.example', userType: 'Guest' },
      { ...users[0], userPrincipalName: 'nowhere@north.example', companyName: null },
    ]);
    settings = { ...settings, ASSISTANT_MODE: 'playground', GRAPH_URL: graph.url };
    try {
      await operator([
        [
          ['import', '--graph', '--dry-run'],
          0,
          /Microsoft Graph: 300 accounts of 1 organisation.*\n.*\n1 guest left out/,
        ],
        [
          ['import', '--graph', '--complete'],
          0,
          /1 user with nothing that names an organisation left out[\s\S]*300 new/,
        ],
        [['explain', 'person.7@north.example'], 0, /Last used: 2 November 2026/],
      ]);
      const asked = graph.asked.length;
      assert.equal(asked, 3, 'what the dry run read is used');
      await operator([[['import', '--graph'], 0, /300 as before/]]);
      assert.equal(graph.asked.length, 2 * asked, 'and then read anew');
    } finally {
      await graph.stop();
    }
  });
});
