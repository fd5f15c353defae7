import assert from 'node:assert/strict';
import fc from 'fast-check';
import { UnreadableFile } from '../../../hygiene/report-file/file-problem.ts';
import { openReport, type ReportQuestion } from '../../../hygiene/report-file/open-report.ts';
import type { RowProblem } from '../../../hygiene/report-file/row-reader.ts';
import { HEADER } from '../report-import/sample-reports.ts';
import { TODAY } from '../sample-accounts.ts';

async function* inPieces(bytes: Uint8Array, length: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += length) yield bytes.subarray(at, at + length);
}

/** What is read of a file: each row as its columns by name, and each problem. */
async function read(file: string | Uint8Array, more: Partial<ReportQuestion> = {}, pieceLength = 5) {
  const problems: RowProblem[] = [];
  const content = inPieces(typeof file === 'string' ? Buffer.from(file) : file, pieceLength);
  try {
    const open = await openReport(content, {
      columns: {},
      given: {},
      takenOn: TODAY,
      today: TODAY,
      refusal: () => undefined,
      onRow() {},
      onProblem: (problem) => problems.push(problem),
      ...more,
    });
    let text = '';
    for await (const lines of open.lines) text += lines;
    const rows = text
      .split('\n')
      .filter(Boolean)
      .map((line) => {
        const values = line.split('\t');
        const all = open.columns.map(({ name }, at) => [name, values[at]] as const);
        return Object.fromEntries(all.filter(([name]) => name !== 'fingerprint'));
      });
    return { rows, usable: rows.filter(({ usable }) => usable === 't'), problems, takenOn: open.takenOn() };
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error;
    return { rows: [], usable: [], problems, takenOn: undefined, refused: error.problem };
  }
}

const ANN = 'ann@example.org,Ann Lee,N1,User,Active,16/11/2026,01/02/2020,Yes';
const file = (...rows: string[]) => [HEADER, ...rows].join('\r\n');
const utf16 = (text: string) => Buffer.from(text, 'utf16le');

describe('a report in a file', () => {
  it('is read with its days, its words and its yes and no', async () => {
    const { rows } = await read(
      file('Ann.Lee@Example.ORG, Ann Lee ,n1,User Mailbox,Active,6/1/2026,2020-02-01T09:30:00Z,No'),
    );
    assert.deepEqual(rows, [
      {
        line: '2',
        usable: 't',
        address: 'ann.lee@example.org',
        ods_code: 'N1',
        display_name: 'Ann Lee',
        kind: 'user',
        status: 'Active',
        last_active_on: '2026-01-06',
        never_used: 'f',
        created_on: '2020-02-01',
        set_up_complete: 'f',
      },
    ]);
  });

  for (const [encoding, bytes] of [
    ['UTF-8', Buffer.from(file(ANN.replace('Ann Lee', 'Zoë Müller')))],
    ['UTF-8 with its mark', Buffer.from(`\ufeff${file(ANN.replace('Ann Lee', 'Zoë Müller'))}`)],
    ['UTF-16 LE', utf16(`\ufeff${file(ANN.replace('Ann Lee', 'Zoë Müller'))}`)],
    ['UTF-16 LE without its mark', utf16(file(ANN.replace('Ann Lee', 'Zoë Müller')))],
    ['UTF-16 BE', utf16(`\ufeff${file(ANN.replace('Ann Lee', 'Zoë Müller'))}`).swap16()],
    ['Windows-1252', Buffer.from(file(ANN.replace('Ann Lee', 'Zoë Müller')), 'latin1')],
  ] as const) {
    it(`is read in ${encoding}, wherever its pieces are cut`, async () => {
      for (const pieceLength of [1, 2, 3, 7, 1000]) {
        const { usable, problems } = await read(bytes, {}, pieceLength);
        assert.deepEqual([usable[0]?.display_name, problems], ['Zoë Müller', []]);
      }
    });
  }

  it('is read to its end when the first letter that is no English one comes late', async () => {
    const plain = Array.from({ length: 3000 }, (_, at) => ANN.replace('ann', `ann${at}`));
    const late = file(...plain, ANN.replace('Ann Lee', 'Zoë Müller'));
    for (const bytes of [Buffer.from(late), Buffer.from(late, 'latin1')]) {
      const { usable } = await read(bytes, {}, 4096);
      assert.equal(usable.at(-1)?.display_name, 'Zoë Müller');
    }
  });

  for (const separator of [',', ';', '\t', '|']) {
    it(`is read with ${JSON.stringify(separator)} between its columns`, async () => {
      const { usable } = await read(file(ANN).replaceAll(',', separator));
      assert.equal(usable[0]?.display_name, 'Ann Lee');
    });
  }

  it('is read as spreadsheet programs write it: a line that names the separator, blank lines, empty cells at the end', async () => {
    const rows = [HEADER, `${ANN},,`, '', ',,,,,,,', ANN.replace('ann', 'bob'), '']
      .join('\n')
      .replaceAll(',', ';');
    const { usable, problems } = await read(`sep=;\n${rows}`);
    assert.deepEqual(
      usable.map(({ address, line }) => [address, line]),
      [
        ['ann@example.org', '3'],
        ['bob@example.org', '6'],
      ],
    );
    assert.deepEqual(problems, []);
  });

  it('is read with quotation marks, commas and line breaks within a name', async () => {
    const { usable } = await read(
      file(ANN.replace('Ann Lee', '"Lee, ""Ann""\r\nof Ward 4"'), ANN.replace('ann', 'bob')),
    );
    assert.deepEqual(
      usable.map(({ line, display_name }) => [line, display_name]),
      [
        ['2', 'Lee, "Ann" of Ward 4'],
        ['4', 'Ann Lee'],
      ],
    );
  });

  it('reads the same whatever its values and wherever it is cut', async () => {
    const value = fc.string({ unit: 'binary', maxLength: 12 }).map((each) => each.replaceAll('\0', ''));
    await fc.assert(
      fc.asyncProperty(
        fc.array(value, { maxLength: 5 }),
        fc.integer({ min: 1, max: 40 }),
        async (names, cut) => {
          const quoted = names.map(
            (name, at) => `a${at}@example.org,"${name.replaceAll('"', '""')}",N1,User,,,,`,
          );
          const { usable, problems } = await read(file(...quoted), {}, cut);
          const plain = names.map((name) => {
            const words = name.toWellFormed().replace(/\p{Cc}+/gu, ' ');
            return name.trim() === '' ? '\\N' : words.trim().replaceAll('\\', '\\\\');
          });
          assert.deepEqual(problems, []);
          assert.deepEqual(
            usable.map((each) => each.display_name?.trim()),
            plain,
          );
        },
      ),
      { numRuns: 25 },
    );
  });

  it('tells of each row that cannot be used: its line, its column and why', async () => {
    const { usable, problems } = await read(
      file(
        ANN,
        ANN.replace('ann@example.org', 'ann at example'),
        ANN.replace(',N1,', ',,'),
        ANN.replace('User', 'Robot'),
        ANN.replace('16/11/2026', '31/02/2026'),
        ANN.replace('Yes', 'perhaps'),
        'ann@example.org,Ann',
        ANN.replace('16/11/2026', 'last Tuesday'),
        ANN.replace('Ann Lee', '"Ann" Lee'),
        ANN.replace('ann', 'bob'),
      ),
    );
    assert.deepEqual(
      usable.map(({ line }) => line),
      ['2', '11'],
    );
    assert.deepEqual(
      problems.map(({ line, column, reason }) => `${line} ${column}: ${reason}`),
      [
        '3 Email Address: "ann at example" is not an email address',
        '4 ODS Code: it has no ODS code',
        '5 Account Type: "Robot" is not a type of account that is known here: write user, shared, application or resource',
        '6 Last Activity Date: there is no such day as "31/02/2026"',
        '7 AUP Accepted: "perhaps" is neither yes nor no',
        '8 : it has 2 columns, and the first line has 8',
        '9 Last Activity Date: the date "last Tuesday" is not written as dd/mm/yyyy or yyyy-mm-dd',
        '10 : a quotation mark stands in the middle of a value',
      ],
    );
  });

  it('keeps the address of a row that cannot be used, so that nobody takes the account for gone', async () => {
    const { rows } = await read(file(ANN.replace('16/11/2026', 'soon')));
    assert.deepEqual([rows[0]?.address, rows[0]?.usable, rows[0]?.kind], ['ann@example.org', 'f', '\\N']);
  });

  it('loses one row, and not the rest, to a quotation mark that is never closed', async () => {
    const rows = Array.from({ length: 60 }, (_, at) => ANN.replace('ann', `p${at}`));
    const { usable, problems } = await read(file(ANN.replace('Ann Lee', '"Ann Lee'), ...rows));
    assert.equal(usable.length, 60);
    assert.deepEqual(problems, [
      { line: 2, column: '', reason: 'a quotation mark is opened and never closed' },
    ]);
  });

  it('says never only where the report says never', async () => {
    const { usable } = await read(
      file(ANN.replace('16/11/2026', 'Never logged in'), ANN.replace('16/11/2026', '')),
    );
    assert.deepEqual(
      usable.map(({ last_active_on, never_used }) => [last_active_on, never_used]),
      [
        ['\\N', 't'],
        ['\\N', 'f'],
      ],
    );
  });

  it('is refused whole when a date has the month first, because no other date can be trusted then', async () => {
    const { refused } = await read(file(ANN, ANN.replace('16/11/2026', '11/16/2026')));
    assert.deepEqual(refused, { outcome: 'american-dates', line: 3, column: 'Last Activity Date' });
  });

  it('takes the columns that are there, and says which are missing', async () => {
    const few = await read('Mail,ODS,Type,Whatever\nann@example.org,N1,shared,7');
    assert.deepEqual(few.usable, [
      { line: '2', usable: 't', address: 'ann@example.org', ods_code: 'N1', kind: 'shared' },
    ]);
    const { refused } = await read('Mail,Name,Whatever\nann@example.org,Ann,7');
    assert.deepEqual(refused, {
      outcome: 'columns-missing',
      missing: ['odsCode', 'kind'],
      found: ['Mail', 'Name', 'Whatever'],
    });
    const given = await read('Mail,Name,Whatever\nann@example.org,Ann,7', {
      given: { odsCode: 'N1', kind: 'user' },
    });
    assert.deepEqual([given.usable[0]?.ods_code, given.usable[0]?.kind], ['N1', 'user']);
  });

  it('takes the columns that it is told, before those that it would guess', async () => {
    const text = 'Mail,Practice,Type,Last used,Name\nann@example.org,N1,User,16/11/2026,15/11/2026';
    const { usable } = await read(text, {
      columns: { mapping: { practice: 'odsCode', NAME: 'lastActiveOn', 'last used': 'ignore' } },
    });
    assert.deepEqual([usable[0]?.ods_code, usable[0]?.last_active_on], ['N1', '2026-11-15']);
    const { refused } = await read(text, { columns: { mapping: { Practise: 'odsCode' } } });
    assert.deepEqual(refused, {
      outcome: 'columns-not-found',
      named: ['Practise'],
      found: ['Mail', 'Practice', 'Type', 'Last used', 'Name'],
    });
    const remembered = await read(text, {
      columns: { remembered: { Practise: 'odsCode', Practice: 'odsCode' } },
    });
    assert.equal(remembered.usable.length, 1);
  });

  describe('of a day', () => {
    const dated = (...days: string[]) =>
      days
        .map((day, at) => `p${at}@example.org,N1,User,${day}`)
        .join('\n')
        .replace(/^/, 'Mail,ODS,Type,Report Date\n');
    const readDated = async (text: string) => {
      const { takenOn, problems, refused } = await read(text, { takenOn: undefined });
      return refused ?? { takenOn, problems };
    };

    it('that its rows name is of that day', async () => {
      assert.deepEqual(await readDated(dated('15/11/2026', '15/11/2026')), {
        takenOn: '2026-11-15',
        problems: [],
      });
    });

    it('and a row of another day is not used', async () => {
      const reason = 'the rows before are of 2026-11-15: a report is of one day';
      assert.deepEqual(await readDated(dated('15/11/2026', '14/11/2026')), {
        takenOn: '2026-11-15',
        problems: [{ line: 3, column: 'Report Date', reason }],
      });
    });

    it('to come is refused', async () => {
      assert.deepEqual(await readDated(dated('22/11/2026')), {
        outcome: 'from-the-future',
        takenOn: '2026-11-22',
      });
    });

    it('that nobody names is refused', async () => {
      assert.deepEqual(await readDated('Mail,ODS,Type\nann@example.org,N1,User'), {
        outcome: 'no-report-date',
      });
    });
  });

  for (const [what, bytes, outcome] of [
    ['a workbook', Buffer.from('504b030414000600', 'hex'), 'spreadsheet'],
    ['an old workbook', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'spreadsheet'],
    ['a PDF', Buffer.from('%PDF-1.7 columns'), 'not-a-table'],
    ['a web page', Buffer.from('<!doctype html><html>'), 'not-a-table'],
    ['a picture', Buffer.from('89504e470d0a1a0a0000000d', 'hex'), 'not-a-table'],
    ['nothing', Buffer.alloc(0), 'no-rows'],
  ] as const) {
    it(`is not made of ${what}`, async () => {
      const { refused } = await read(bytes, {}, 64);
      assert.equal(refused?.outcome, outcome);
    });
  }
});
