import assert from 'node:assert/strict';
import { UnreadableFile } from '../../../hygiene/report-file/file-problem.ts';
import { openReport, type ReportQuestion } from '../../../hygiene/report-file/open-report.ts';
import type { RowProblem } from '../../../hygiene/report-file/row-reader.ts';
import { TODAY } from '../../hygiene/sample-accounts.ts';

const PIECE = 64 * 1024;
const PIECES = 512;
const HEADER = 'Email address,ODS code,Account type,Last login\n';
const GOOD = 'ann@example.org,A1B2,User,16/11/2026\n';
/** What a file of 32 MB may make the process hold at once. */
const MOST_HELD = 8 * 1024 * 1024;

async function* bytes(...parts: (string | number)[]): AsyncGenerator<Uint8Array> {
  for (const part of parts) {
    if (typeof part === 'string') yield Buffer.from(part);
    // So many pieces of a line that does not end.
    else for (let piece = 0; piece < part; piece++) yield Buffer.alloc(PIECE, piece % 2 ? 'a' : ',');
  }
}

/** Reads a whole file. @returns what came of it, and how long its longest piece of lines was. */
async function read(content: AsyncIterable<Uint8Array>) {
  const problems: RowProblem[] = [];
  let usable = 0;
  let longest = 0;
  const question: ReportQuestion = {
    columns: {},
    given: {},
    takenOn: TODAY,
    today: TODAY,
    refusal: () => undefined,
    onRow: () => void usable++,
    onProblem: (problem) => void problems.push(problem),
  };
  const report = await openReport(content, question);
  for await (const lines of report.lines) longest = Math.max(longest, lines.length);
  return { problems, usable, longest };
}

describe('a report that is made to fill the memory', function () {
  this.timeout(20_000);

  it('with one line that never ends, is refused before it is held', async () => {
    let given = 0;
    const counted = async function* () {
      for await (const piece of bytes(PIECES)) {
        given += piece.length;
        yield piece;
      }
    };
    await assert.rejects(read(counted()), UnreadableFile);
    assert.ok(given < MOST_HELD, `${given} bytes were read of a file without a first line`);
  });

  it('with a row that never ends, loses that row, and the rows after it are read', async () => {
    const { problems, usable } = await read(bytes(HEADER, GOOD, PIECES, '\n', GOOD));
    assert.equal(usable, 2);
    assert.deepEqual(problems, [{ line: 3, column: '', reason: 'it is far too long' }]);
  });

  it('with a quotation mark before 32 MB, loses the row and no more', async () => {
    const { problems, usable, longest } = await read(bytes(HEADER, '"ann', PIECES, '\n', GOOD));
    assert.equal(usable, 1);
    assert.ok(longest < MOST_HELD);
    assert.ok(problems.length >= 1);
  });

  it('with a million commas in a row, keeps one row’s worth of it', async () => {
    const { problems, longest } = await read(bytes(HEADER, `${','.repeat(1_000_000)}\n`, GOOD));
    assert.ok(longest < PIECE);
    assert.ok(problems.length <= 1);
  });
});
