import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { loadConfig } from '../../../bot/config.ts';
import { type Running, startService } from '../../../bot/main.ts';
import type { SendStatus } from '../../../delivery/send-status.ts';
import { type Chat, openChat } from '../../support/chat.ts';
import { type Ended, runProgram } from '../../support/program.ts';
import { startTeamsConnector, type TeamsConnector } from '../../support/teams-connector.ts';

/** The words of `npm run alerts --`, and what an operator reads. `code` is what the command ends with. */
type Line = [words: string[], code: number, reads: RegExp];

describe('npm run alerts, beside a running service', function () {
  // Each command is a program of its own.
  this.timeout(120_000);
  const folder = mkdtempSync(join(tmpdir(), 'assistant-alerts-'));
  const settings = { ASSISTANT_MODE: 'playground', DATA_FOLDER: join(folder, 'data'), PORT: '0' };
  let running: Running;
  let connector: TeamsConnector;
  let administrator: Chat;
  before(async () => {
    connector = await startTeamsConnector();
    running = await startService(loadConfig({ ...settings, LOG_LEVEL: 'silent' }, {}));
    administrator = openChat(`http://127.0.0.1:${running.port}`, connector, 'an administrator');
    const staff = openChat(`http://127.0.0.1:${running.port}`, connector, 'a member of staff');
    await administrator.installs();
    await staff.installs();
  });
  after(async () => {
    await running?.stop();
    await connector?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const alerts = (words: string[]): Promise<Ended> =>
    runProgram('bot/command-line/alerts.ts', words, { DATA_FOLDER: settings.DATA_FOLDER });
  async function operator(lines: Line[]): Promise<void> {
    for (const [words, code, reads] of lines) {
      const ended = await alerts(words);
      assert.match(ended.said + ended.complained, reads, words.join(' '));
      assert.equal(ended.code, code, words.join(' '));
      assert.doesNotMatch(ended.complained, /\bat .*:\d+:\d+/, words.join(' '));
    }
  }
  const newest = async (): Promise<SendStatus> => {
    const { sends } = JSON.parse((await alerts(['status', '--json'])).said) as { sends: SendStatus[] };
    assert.ok(sends[0]);
    return sends[0];
  };
  const query = (sql: string) => running.services.database.query<{ what: string }>(sql);

  it('shows how it is used, and ends with 2 for what it does not know', () =>
    operator([
      [['--help'], 0, /npm run alerts -- status/],
      [[], 2, /npm run alerts -- status/],
      [['stop', 'x'], 2, /npm run alerts -- status/],
      [['cancel'], 2, /npm run alerts -- status/],
      [['status', '--loud'], 2, /--loud/],
      [['report', 'no id'], 2, /"no id" is not the id of a send/],
      [['cancel', '00000000'], 2, /No send begins with 00000000/],
    ]));

  it('shows that nothing was sent yet, and which scheduled work was done', async () => {
    const { said } = await alerts(['status']);
    assert.match(said, /^No warnings have been sent yet\./);
    assert.match(said, /^expired-reports +\d{4}-\d\d-\d\d \d\d:\d\d +\d{4}-\d\d-\d\d \d\d:\d\d$/m);
    assert.match(said, /^retention +/m);
  });

  it('follows a send to its end, cancels what has not left, and tries it again', async () => {
    await administrator.says('hygiene report');
    await administrator.presses(/head office/);
    await administrator.presses('Send warnings');
    // One of the two is asked to come back in an hour.
    connector.failWith({ status: 412, retryAfter: '3600' }, 1);
    await administrator.presses('Send 2 warnings');
    let send = await newest();
    while (send.sent + send.retrying < 2) send = await newest();
    assert.deepEqual([send.total, send.sent, send.retrying, send.state], [2, 1, 1, 'confirmed']);
    const id = send.sendId.slice(0, 8);
    const watched = alerts(['status', id, '--watch']);
    await operator([
      [['status'], 0, new RegExp(`^${id} +A9X4 .* 2 +1 +0 +1 +0 +0 +0 +under way`, 'm')],
      [['cancel', id, '--dry-run'], 0, /^Would cancel 1 message;[\s\S]*dry run: nothing was changed/],
    ]);
    assert.equal((await newest()).retrying, 1, 'still on its way');
    await operator([[['cancel', id], 0, /^Cancelled 1 message; 0 were with Teams/]]);
    const { said, code } = await watched;
    assert.equal(code, 0);
    assert.match(said, /under way[\s\S]* over$/m);
    assert.ok(!said.includes('\u001b'), 'nothing is drawn over where nobody looks');
    await operator([
      [['cancel', id], 1, /not under way/],
      [['retry', id], 0, /There is nothing to try again/],
    ]);
    assert.deepEqual(await query(`select what from audit where what like 'send.%'`), [
      { what: 'send.stopped' },
    ]);
  });

  it('tries again what failed, and what Teams refused for good only when it is told to', async () => {
    const { sendId } = await newest();
    await query(
      `update owed_message set state = 'failed', failure = 'Teams was too busy, 5 times.', last_status = 429
       where send_id is not null and state = 'cancelled'`,
    );
    await query(
      `update owed_message set state = 'failed', failure = 'Gone.', last_status = 404 where send_id is not null and state = 'sent'`,
    );
    await operator([
      [['report', sendId], 0, /Not delivered: 2\n[\s\S]* {2}1: Gone\.\n {2}1: Teams was too busy/],
      [
        ['retry', sendId, '--dry-run'],
        0,
        /^Would try 1 message again\.\n1 that Teams refused for good would be/,
      ],
      [['retry', sendId], 0, /^Trying 1 message again\.\n1 that Teams refused for good were left alone/],
    ]);
    while ((await newest()).state !== 'reported');
    assert.equal((await newest()).sent, 1);
    await operator([[['retry', sendId, '--all'], 0, /^Trying 1 message again\.$/m]]);
    while ((await newest()).state !== 'reported');
    assert.deepEqual([(await newest()).sent, (await newest()).failed], [2, 0]);
  });

  it('does not repeat a warning that may no longer be true', async () => {
    const { sendId } = await newest();
    await query(`update send set confirmed_at = confirmed_at - interval '2 days'`);
    await operator([[['retry', sendId], 1, /more than a day old[\s\S]*Nothing was changed/]]);
    await query(`update send set confirmed_at = confirmed_at + interval '2 days'`);
    await query(
      `with newer as (insert into report (source, taken_on, imported_by) values ('t', current_date, 't') returning report_id)
       update organisation_report set report_id = (select report_id from newer)`,
    );
    await operator([[['retry', sendId], 1, /A newer report[\s\S]*Nothing was changed/]]);
  });

  it('writes everybody of a send into a file for its owner only, and notes that it did', async () => {
    const { sendId } = await newest();
    const csv = join(folder, 'send.csv');
    await operator([[['report', sendId, '--csv', csv], 0, /Wrote 14 people to .*keep it safe/]]);
    const rows = parse(readFileSync(csv), { bom: true, columns: true }) as Record<string, string>[];
    const outcomes = rows.map((row) => row['What became of it']).sort();
    assert.deepEqual(
      [...new Set(outcomes)].map((each) => [each, outcomes.filter((other) => other === each).length]),
      [
        ['Not reachable', 12],
        ['Sent', 2],
      ],
    );
    assert.equal(statSync(csv).mode & 0o077, 0);
    const [last] = await query('select what from audit order by audit_id desc limit 1');
    assert.equal(last?.what, 'send.exported');
    await operator([[['report', sendId, '--csv', join(folder, 'no', 'such.csv')], 2, /cannot be written/]]);
  });
});
