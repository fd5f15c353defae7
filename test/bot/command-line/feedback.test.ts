import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadConfig } from '../../../bot/config.ts';
import { type Running, startService } from '../../../bot/main.ts';
import { runProgram } from '../../support/program.ts';

describe('npm run feedback, beside a running service', function () {
  // Each command is a program of its own.
  this.timeout(120_000);
  const folder = mkdtempSync(join(tmpdir(), 'assistant-feedback-'));
  const settings = { ASSISTANT_MODE: 'playground', DATA_FOLDER: join(folder, 'data'), PORT: '0' };
  let running: Running;
  before(async () => {
    running = await startService(loadConfig({ ...settings, LOG_LEVEL: 'silent' }, {}));
    const { database } = running.services;
    await database.query(
      `insert into turn_record (at, feature, outcome, entries, masked, latency_ms) values
         ('2026-10-05T10:00:00Z', 'aup', 'answered', '{aup/3.1.5}', false, 1),
         ('2026-10-05T10:00:00Z', 'none', 'not-covered', '{}', false, 1)`,
    );
    await database.query(
      `insert into feedback (on_day, feature, entry, outcome, said, reasons) values
         ('2026-10-05', 'aup', 'aup/3.1.5', 'answered', 'dislike', '{out-of-date}'),
         ('2026-10-05', 'aup', 'aup/3.1.5', 'answered', 'not-asked', '{}')`,
    );
    await database.query(
      `insert into feedback_words values ('2026-10-05', 'aup/3.1.5', 'dislike', E'two\\nlines')`,
    );
  });
  after(async () => {
    await running?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const feedback = (...words: string[]) =>
    runProgram('bot/command-line/feedback.ts', words, { DATA_FOLDER: settings.DATA_FOLDER });
  const OCTOBER = ['--from', '2026-10-01', '--to', '2026-10-31'];

  it('lists outcomes by entry with titles, worst first, and words only when asked for', async () => {
    const { code, said } = await feedback('report', ...OCTOBER, '--words');
    assert.equal(code, 0);
    assert.match(said, /From 2026-10-01 to 2026-10-31, worst first\. Went wrong: 3\./);
    assert.match(
      said,
      /aup\/3\.1\.5 {2}.*\(clause 3\.1\.5\)\n {4}It is out of date: 1\n.* {2}Nothing was found/,
    );
    assert.match(said, /^2026-10-05 {2}aup\/3\.1\.5 {2}dislike: two lines$/m);
    assert.doesNotMatch((await feedback('report', ...OCTOBER)).said, /two lines/);
  });

  it('gives the same as JSON, and says so when nothing was asked', async () => {
    const { said } = await feedback('report', ...OCTOBER, '--json');
    const report = JSON.parse(said) as { entries: { entry: string; thumbsDown: number }[] };
    assert.deepEqual(
      report.entries.map(({ entry, thumbsDown }) => [entry, thumbsDown]),
      [
        ['aup/3.1.5', 1],
        ['', 0],
      ],
    );
    const before = await feedback('report', '--from', '2020-01-01', '--to', '2020-01-31');
    assert.match(before.said, /^Nothing was asked from 2020-01-01 to 2020-01-31\./);
  });

  it('says what was mistyped', async () => {
    for (const [words, reads] of [
      [['report', '--from', 'monday'], /"monday" is not a day/],
      [['report', '--from', '2026-10-31', '--to', '2026-10-01'], /first day is after the last/],
      [['reprot'], /npm run feedback -- report/],
      [['report', '--loud'], /loud/],
    ] as const) {
      const { code, said, complained } = await feedback(...words);
      assert.equal(code, 2);
      assert.match(said + complained, reads);
      assert.doesNotMatch(complained, /\bat .*:\d+:\d+/);
    }
  });
});
