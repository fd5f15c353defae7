import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { loadConfig } from '../../../bot/config.ts';
import { DEMONSTRATION_PEOPLE } from '../../../bot/demo/demonstration-people.ts';
import { type Running, startService } from '../../../bot/main.ts';
import { type Ended, runProgram } from '../../support/program.ts';

const { tenantId, administrator, staff } = DEMONSTRATION_PEOPLE;
const MEGAN = { tenantId, aadObjectId: staff.aadObjectId };

/** The words of `npm run admin --`, and what an operator reads. `code` is what the command ends with. */
type Line = [words: string[], code: number, reads: RegExp];

describe('npm run admin, beside a running service', function () {
  // Each command is a program of its own.
  this.timeout(120_000);
  const folder = mkdtempSync(join(tmpdir(), 'assistant-admin-'));
  const settings = { ASSISTANT_MODE: 'playground', DATA_FOLDER: join(folder, 'data'), PORT: '0' };
  let running: Running;
  before(async () => {
    running = await startService(loadConfig({ ...settings, LOG_LEVEL: 'silent' }, {}));
  });
  after(async () => {
    await running?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const admin = (words: string[]): Promise<Ended> =>
    runProgram('bot/command-line/admin.ts', words, { DATA_FOLDER: settings.DATA_FOLDER });
  const holds = () =>
    running.services.database.query(
      `select ods_code from administrator where aad_object_id = $1 order by ods_code`,
      [MEGAN.aadObjectId],
    );

  async function operator(lines: Line[]): Promise<void> {
    for (const [words, code, reads] of lines) {
      const ended = await admin(words);
      assert.match(ended.said + ended.complained, reads, words.join(' '));
      assert.equal(ended.code, code, words.join(' '));
      assert.doesNotMatch(ended.complained, /\bat .*:\d+:\d+/, words.join(' '));
    }
  }

  it('adds an organisation and renames it', () =>
    operator([
      [['organisation', 'add', 'w1l4', 'Willowbrook'], 0, /^Added W1L4, Willowbrook\.$/m],
      [['organisation', 'add', 'W1L4', 'Willow House', '--nas', '--dry-run'], 0, /^This was a dry run/m],
      [
        ['organisation', 'add', 'W1L4', 'Willow House', '--nas'],
        0,
        /^Changed Willowbrook to W1L4, Willow House \(run by NAS\)/,
      ],
      [['organisation', 'add', 'W1L4', 'Willow House'], 0, /is known already/],
      [['organisation', 'list'], 0, /^W1L4 {2}Willow House \(run by NAS\), 0 administrators$/m],
      [['organisation', 'add', 'not a code!', 'X'], 2, /is not an ODS code/],
    ]));

  it('gives access by the address that Teams knows, and ends it', async () => {
    await operator([
      [
        ['grant', 'Megan.Bowen@willowbrook.example', 'a9x4', '--until', '2099-03-31', '--dry-run'],
        0,
        /would administer A9X4 until 31 March 2099\.\nThis was a dry run/,
      ],
      [['grant', 'stranger@willowbrook.example', 'A9X4'], 2, /does not know stranger@/],
      [
        ['grant', 'Megan.Bowen@willowbrook.example', 'ZZ99'],
        1,
        /Nothing was changed\. There is no organisation ZZ99/,
      ],
      [['grant', 'Megan.Bowen@willowbrook.example', 'A9X4', '--until', '2020-01-01'], 1, /over already/],
      [['grant', 'Megan.Bowen@willowbrook.example', 'A9X4', '--until', 'Friday'], 2, /"Friday" is not a day/],
      [['revoke', 'Megan.Bowen@willowbrook.example'], 1, /does not administer it now/],
    ]);
    assert.deepEqual(await holds(), []);
    await operator([
      [
        ['grant', 'Megan.Bowen@willowbrook.example', 'A9X4', 'C8T2', '--until', '2099-03-31'],
        0,
        /administers A9X4, C8T2 until 31 March 2099/,
      ],
      [
        ['list', 'C8T2'],
        0,
        /^C8T2 .*: megan\.bowen@willowbrook\.example, until 31 March 2099, given by command-line:/m,
      ],
      [['revoke', 'megan.bowen@willowbrook.example', 'C8T2'], 0, /no longer administers C8T2/],
    ]);
    assert.deepEqual(await holds(), [{ ods_code: 'A9X4' }]);
    const { said } = await admin(['list', '--json']);
    const listed = JSON.parse(said) as { aadObjectId: string; until: string | null }[];
    assert.deepEqual(
      listed.map(({ aadObjectId, until }) => [aadObjectId, until]),
      [
        [administrator.aadObjectId, null],
        [staff.aadObjectId, '2099-03-31T23:00:00.000Z'],
        [administrator.aadObjectId, null],
      ],
    );
  });

  it('writes the audit to a file for its owner only, and notes that it did', async () => {
    const csv = join(folder, 'audit.csv');
    await operator([
      [['organisation', 'add', 'EV11', '=HYPERLINK("https://evil.example")'], 0, /Added EV11/],
      [['audit', '--csv', csv, '--organisation', 'EV11'], 0, /^Wrote 1 rows/],
      [['audit', '--organisation', 'EV11'], 0, /command-line:\S+ {2}audit\.exported {2}EV11/],
      [['audit', '--from', '2026-02-30'], 2, /is not a day/],
      [['audit', '--from', '2026-03-02', '--to', '2026-03-01'], 2, /first day is after/],
      [['audit', '--csv', join(folder, 'no', 'such', 'folder.csv')], 2, /cannot be written/],
    ]);
    const [row] = parse(readFileSync(csv), { bom: true, columns: true }) as Record<string, string>[];
    assert.equal(row?.what, 'organisation.added');
    assert.match(row?.after ?? '', /HYPERLINK/);
    assert.equal(statSync(csv).mode & 0o077, 0);
  });

  it('shows how it is used, and ends with 2 for what it does not know', () =>
    operator([
      [['--help'], 0, /npm run admin -- grant/],
      [[], 2, /npm run admin -- grant/],
      [['give', 'x'], 2, /npm run admin -- grant/],
      [['grant', 'megan.bowen@willowbrook.example'], 2, /npm run admin -- grant/],
      [['list', '--loud'], 2, /--loud/],
    ]));

  it('leaves alone what the configuration decides', async () => {
    const file = join(folder, 'administrators.yaml');
    const id = '22222222-2222-4222-8222-222222222222';
    writeFileSync(file, `- { tenant: ${id}, person: ${id}, organisations: [A9X4] }`);
    await running.stop();
    running = await startService(
      loadConfig({ ...settings, LOG_LEVEL: 'silent', ADMINISTRATORS_FILE: file }, {}),
    );
    await operator([
      [['list', 'A9X4'], 0, new RegExp(`${id}, with no end day, given by configuration`)],
      [['revoke', `${id}/${id}`], 1, /from the file that ADMINISTRATORS_FILE names/],
    ]);
    await running.stop();
    running = await startService(loadConfig({ ...settings, LOG_LEVEL: 'silent' }, {}));
    assert.doesNotMatch((await admin(['list'])).said, new RegExp(id), 'no longer named');
  });
});
