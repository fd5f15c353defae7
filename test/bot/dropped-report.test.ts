import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { type Assistant, type Chat, startAssistant } from '../support/assistant.ts';
import { type DownloadMishap, type OneDrive, startOneDrive } from '../support/one-drive.ts';

const HEADER = 'Email Address,Display Name,ODS Code,Account Type,Account Status,Last Activity Date';
const PORTAL = readFileSync(new URL('../fixtures/portal-report.csv', import.meta.url), 'utf8');

describe('an administrator who drops a report into the chat', () => {
  let assistant: Assistant;
  let oneDrive: OneDrive;
  let chat: Chat;
  before(async () => {
    assistant = await startAssistant();
    oneDrive = await startOneDrive();
  });
  after(async () => {
    await oneDrive?.stop();
    await assistant?.stop();
  });
  beforeEach(async () => {
    await assistant.reset();
    oneDrive.downloads.length = 0;
    chat = assistant.chat('an administrator');
  });

  const drops = (
    name: string,
    content: string | Buffer,
    { by = chat, how, text = '' }: { by?: Chat; how?: DownloadMishap; text?: string } = {},
  ) =>
    by.says(text, {
      attachments: [
        oneDrive.dropped(name, content, how),
        { contentType: 'text/html', content: `<p>${name}</p>` },
      ],
    });
  const query = <Row>(sql: string) => assistant.services.database.query<Row>(sql);
  const accounts = async () => (await query('select 1 from account')).length;
  const waiting = async () => (await query('select 1 from staged_report')).length;
  /** The demonstration's 62 accounts: 41 of the head office, and the first so many of them again. */
  async function rowsOf(odsCode: string, most = 1000, used = '10/11/2026'): Promise<string[]> {
    const rows = await query<{ address: string; name: string }>(
      `select address, display_name as name from account where ods_code = '${odsCode}' order by address limit ${most}`,
    );
    return rows.map(({ address, name }) => `${address},${name},${odsCode},User,Active,${used}`);
  }
  const report = (rows: readonly string[]) => [HEADER, ...rows].join('\r\n');

  it('is shown what it would change; says yes; reads what it did; and takes it back', async () => {
    const before = await accounts();
    const shown = await drops('portal-report-2026-11-20.csv', PORTAL);
    assert.match(
      shown.text,
      /Check this report\nportal-report-2026-11-20\.csv\nOf 20 November 2026, as its name says/,
    );
    assert.match(shown.text, /Nothing has been changed yet/);
    assert.match(shown.text, /Accounts: 61\nNew: 2\n/);
    assert.match(shown.text, /Willowbrook Care \(head office\) \(A9X4\): 40 accounts/);
    assert.match(
      shown.text,
      /2 rows cannot be used\nLine 21, column “Last Activity Date”: there is no such day/,
    );
    assert.equal(await accounts(), before);
    const used = await chat.presses('Use this report');
    assert.match(used.text, /The report is in use\nNew: 2\n/);
    assert.match(used.text, /accounts? (is|are) flagged now/);
    assert.equal(await accounts(), before + 2);
    assert.ok((await query('select 1 from flag where cleared_on is null')).length > 0, 'it was swept');
    assert.deepEqual(
      await query(`select ods_code as ods, actor from audit where what = 'report.imported' order by 1`),
      [
        { ods: 'A9X4', actor: 'person' },
        { ods: 'C8T2', actor: 'person' },
      ],
    );
    const undone = await chat.presses('Undo');
    assert.match(undone.text, /The report was taken back\n2 accounts taken out again/);
    assert.equal(await accounts(), before);
    assert.match((await chat.presses('Undo')).text, /no longer in use/);
  });

  it('leaves no trace of where the file was, and its name stands as it is written', async () => {
    const name = '[click](https://evil.example)<b> 2026-11-20.csv';
    const { cards } = await drops(name, PORTAL);
    const [download] = oneDrive.downloads;
    assert.equal(oneDrive.downloads.length, 1);
    assert.equal(download?.authorization, undefined, 'no token goes to where the file is');
    const kept = (await assistant.dump()) + assistant.log.join('');
    assert.ok(!kept.includes('tempauth') && !kept.includes('/download/'));
    assert.ok(!assistant.log.join('').includes('evil.example'));
    assert.ok(JSON.stringify(cards).includes('[click](https://evil.example)<b>'));
    const markdown = JSON.stringify(cards).match(/"type":"TextBlock","text":"[^"]*evil/g);
    assert.equal(markdown, null, 'where markdown is read it does not stand');
  });

  it('is told that a password was in the name of the file, and it is kept nowhere', async () => {
    const shown = await drops('my password is Winter2026! .csv', report(await rowsOf('C8T2')));
    assert.match(shown.text, /a password/);
    assert.ok(!(shown.text + (await assistant.dump()) + assistant.log.join('')).includes('Winter2026'));
  });

  it('says of which day it is when nothing else does', async () => {
    const shown = await drops('report.csv', report(await rowsOf('C8T2')));
    assert.match(shown.text, /Of which day is this report\?/);
    assert.match((await chat.presses('Use this report')).text, /Choose the day of the report/);
    const use = (day: string) => chat.presses('Use this report', { filledIn: { day } });
    assert.match((await use('2026-11-22')).text, /That day is still to come/);
    assert.match((await use('2026-01-02')).text, /It is of 2 January 2026, and I have a newer one/);
    assert.match((await use('2026-11-19')).text, /The report is in use/);
    assert.deepEqual(await query('select taken_on as day from report order by report_id desc limit 1'), [
      { day: '2026-11-19' },
    ]);
  });

  it('reads which columns are passed over, and what no column says', async () => {
    const rows = (await rowsOf('C8T2', 3)).map((row) => row.replace(/,[^,]*$/, ',x'));
    const text = [HEADER.replace('Last Activity Date', 'Seen [here](https://evil.example)'), ...rows].join(
      '\n',
    );
    const shown = await drops('r 2026-11-20.csv', text);
    assert.match(shown.text, /No column is known to say: last activity\./);
    assert.match(shown.text, /Columns that are passed over: “Seen \[here\]/);
  });

  it('says that it names every account, and is asked again when that takes many away', async () => {
    const before = await accounts();
    await drops('r 2026-11-20.csv', report(await rowsOf('C8T2', 5)));
    const sure = await chat.presses('Use this report', { filledIn: { complete: 'yes' } });
    assert.match(sure.text, /Is it the right file\?[\s\S]*C8T2: 16 gone and 0 newly flagged, of 21 accounts/);
    assert.equal(await accounts(), before);
    assert.match((await chat.presses('Use it all the same')).text, /The report is in use[\s\S]*Gone: 16/);
    assert.equal(await accounts(), before - 16);
    assert.match((await chat.presses('Undo')).text, /16 brought back/);
    assert.equal(await accounts(), before);
  });

  it('has rows of other organisations refused by line, and rows of accounts that another one holds', async () => {
    await query(`delete from administrator where ods_code = 'A9X4'`);
    const [other = ''] = await rowsOf('A9X4', 1);
    const rows = [...(await rowsOf('C8T2', 2)), other, other.replace('A9X4', 'C8T2')];
    const shown = await drops('r 2026-11-20.csv', report(rows));
    assert.match(shown.text, /Line 4, column “ODS Code”: you do not administer this organisation/);
    assert.match(shown.text, /Line 5, column “Email Address”: another organisation holds this account/);
    assert.match(shown.text, /Accounts: 2\n/);
    assert.ok(!shown.text.includes('head office'));
  });

  it('cannot use it after the hour, or when somebody took an organisation away meanwhile', async () => {
    await drops('portal-report-2026-11-20.csv', PORTAL);
    await query(`delete from administrator where ods_code = 'A9X4'`);
    assert.match(
      (await chat.presses('Use this report')).text,
      /You no longer administer one of its organisations/,
    );
    await drops('r 2026-11-20.csv', report(await rowsOf('C8T2')));
    assert.equal(await waiting(), 2);
    assistant.clock.forward(61 * 60_000);
    assert.match((await chat.presses('Use this report')).text, /I keep a report for an hour/);
    await assistant.services.runDueJobs();
    assert.equal(await waiting(), 0);
  });

  it('throws it away', async () => {
    await drops('portal-report-2026-11-20.csv', PORTAL);
    assert.match((await chat.presses('Do not use it')).text, /I threw the report away/);
    assert.equal(await waiting(), 0);
    assert.match((await chat.presses('Use this report')).text, /no longer waits/);
  });

  it('reads the same when the button is pressed twice, and it is used once', async () => {
    await drops('portal-report-2026-11-20.csv', PORTAL);
    const [one, two] = await Promise.all([chat.presses('Use this report'), chat.presses('Use this report')]);
    for (const { text } of [one, two]) assert.doesNotMatch(text, /not used|went wrong/);
    assert.match(`${one.text}${two.text}`, /The report is in use/);
    assert.equal((await query('select 1 from report')).length, 2);
    assert.match(
      (await chat.presses('Use this report', { on: 'Check this report' })).text,
      /is in use\nNew: 2/,
    );
  });

  it('gets an answer once when Teams sends the message twice', async () => {
    const heard = await drops('portal-report-2026-11-20.csv', PORTAL);
    const again = await chat.sends(heard.sent);
    assert.deepEqual([again.status, again.text], [200, '']);
    assert.equal(oneDrive.downloads.length, 1);
  });

  it('is asked again what they were being asked', async () => {
    await chat.says('check my DSPT stage');
    const { text } = await drops('portal-report-2026-11-20.csv', PORTAL);
    assert.match(text, /Check this report[\s\S]*(ODS|organisation)/);
  });

  describe('is refused', () => {
    const refused = async (name: string, content: string | Buffer, reads: RegExp, how?: DownloadMishap) => {
      const { status, text } = await drops(name, content, { ...(how && { how }) });
      assert.equal(status, 200);
      assert.match(text, reads);
    };
    afterEach(async () => assert.equal(await accounts(), 62));

    it('with a workbook, by its name and by its content', async () => {
      await refused('report.xlsx', 'PK', /I can only read CSV files/);
      assert.equal(oneDrive.downloads.length, 0, 'nothing is fetched');
      await refused('report.csv', Buffer.from('504b03041400060008000000', 'hex'), /save it as CSV/);
      assert.equal(await waiting(), 0);
    });

    it('with a web page, a program, nothing at all, and columns that I do not know', async () => {
      await refused('report.csv', '<!doctype html><html>sign in</html>', /not a table in text/);
      await refused(
        'report.csv',
        Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0, 1, 2, 0, 0, 0]),
        /not a table in text/,
      );
      await refused('report.csv', '', /no rows/);
      await refused('setup.exe', 'MZ', /I can only read CSV files/);
      await refused(
        'r.csv',
        'Who,Where\na,b',
        /no column that I know for: email address.*It has: Who, Where/,
      );
      await refused(
        'r.csv',
        report(['a@x.example,A,A9X4,User,Active,11/25/2026']),
        /Line 2.*the month first/,
      );
    });

    it('with a file that is too large, whatever it says of its size', async () => {
      const large = report([]).padEnd(10_000_100, ' x,y\r\n');
      await refused('r.csv', large, /larger than 10 MB/);
      await refused('r.csv', large, /larger than 10 MB/, { headers: { 'content-length': '10000100' } });
    });

    it('with a packed answer, which could be a thousand times as large', async () => {
      const bomb = gzipSync(Buffer.alloc(50_000_000, 'a,b\r\n'));
      await refused('r.csv', bomb, /did not give it to me/, { headers: { 'content-encoding': 'gzip' } });
    });

    it('when the file is gone, or breaks off', async () => {
      await refused('r.csv', 'x', /did not give it to me/, { status: 404 });
      await refused('r.csv', PORTAL, /did not give it to me/, { brokenOff: true });
    });

    it('when its address is anywhere but where Teams keeps files, or leads away from there', async () => {
      const attached = oneDrive.dropped('r.csv', PORTAL) as { content: Record<string, string> };
      for (const downloadUrl of [
        'https://evil.example/r.csv',
        'https://willowbrook.sharepoint.com.evil.example/r.csv',
        'http://willowbrook.sharepoint.com/r.csv',
        'file:///etc/passwd',
        'http://169.254.169.254/latest/meta-data',
        'http://127.0.0.1.evil.example/',
      ]) {
        const content = { ...attached.content, downloadUrl };
        const { text } = await chat.says('', { attachments: [{ ...attached, content }] });
        assert.match(text, /does not keep it where I may read/, downloadUrl);
      }
      for (const location of ['https://evil.example/', 'http://169.254.169.254/', 'gopher://x']) {
        await refused('r.csv', PORTAL, /does not keep it where I may read/, { location });
      }
    });

    it('with two files at once', async () => {
      const attachments = [oneDrive.dropped('a.csv', PORTAL), oneDrive.dropped('b.csv', PORTAL)];
      assert.match((await chat.says('', { attachments })).text, /One file at a time/);
    });
  });

  it('reads that pictures cannot be seen, and so does everybody else', async () => {
    for (const who of ['an administrator', 'a member of staff'] as const) {
      const { text } = await drops('wound.jpg', 'a picture', { by: assistant.chat(who) });
      assert.match(text, /I cannot see[\s\S]*Please do not send patient pictures\./);
      assert.doesNotMatch(text, /for Local Administrators/);
    }
    assert.equal(oneDrive.downloads.length, 0);
  });

  it('is alone in this: nobody else’s file is even fetched', async () => {
    for (const [who, scope] of [
      ['a member of staff', 'personal'],
      ['a guest', 'personal'],
      ['a colleague', 'personal'],
      ['an administrator', 'groupChat'],
    ] as const) {
      const by = assistant.chat(who, scope);
      const { text } = await drops('portal-report-2026-11-20.csv', PORTAL, { by });
      assert.match(text, /cannot see pictures or files here|private chat/);
    }
    assert.equal(oneDrive.downloads.length, 0);
    await drops('portal-report-2026-11-20.csv', PORTAL);
    const [staged] = await query<{ id: number }>('select staged_id as id from staged_report');
    await query(
      `insert into administrator (tenant_id, aad_object_id, ods_code, granted_by)
       select tenant_id, '${assistant.chat('a member of staff').person.aadObjectId}', ods_code, 'test' from administrator`,
    );
    const other = assistant.chat('a member of staff');
    assert.match((await other.invents('hygiene.use', { staged: staged?.id })).text, /no longer waits/);
    await other.invents('hygiene.discard', { staged: staged?.id });
    assert.equal(await waiting(), 1, 'another administrator’s report is not theirs to throw away');
  });
});
