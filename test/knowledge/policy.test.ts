import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { readPolicy } from '../../knowledge/policy.ts';

const SOURCE = readFileSync(
  new URL('../../knowledge/sources/acceptable-use-policy.txt', import.meta.url),
  'utf8',
);
/** How many clauses each section numbers, in the order of the policy. */
const COUNTS = [
  ['2', 16],
  ['3.1', 14],
  ['3.2', 7],
  ['3.3', 2],
  ['3.4', 3],
  ['3.5', 8],
  ['4', 3],
  ['4.3', 10],
] as const;

/** Only the space between words may differ. */
const words = (text: string) => text.replace(/\s+/g, ' ').trim();

describe('the policy, read from its text', () => {
  const clauses = readPolicy(SOURCE);
  const numbered = clauses.filter(({ number }) => number !== '1');

  it('is an introduction and 63 numbered clauses, from 2.1 to 4.3.10, in its own order', () => {
    const expected = COUNTS.flatMap(([section, count]) =>
      Array.from({ length: count }, (_, at) => `${section}.${at + 1}`),
    );
    assert.equal(expected.length, 63);
    assert.equal(clauses[0]?.number, '1');
    assert.deepEqual(
      numbered.map(({ number }) => number),
      expected,
    );
    assert.deepEqual([numbered[0]?.number, numbered.at(-1)?.number], ['2.1', '4.3.10']);
  });

  it('gives every clause word for word, and none of them is empty', () => {
    for (const { number, text } of clauses) {
      assert.ok(text.length > 20, number);
      assert.ok(words(SOURCE).includes(words(text)), number);
    }
  });

  it('leaves nothing out: the headings and the clauses together are the whole body', () => {
    const lines = SOURCE.split('\n').map((line) => line.trim());
    const body = lines.slice(lines.lastIndexOf('1. Introduction')).filter(Boolean);
    const texts = new Set(clauses.flatMap(({ text }) => text.split('\n\n').map(words)));
    const numbers = new Set(clauses.map(({ number }) => number));
    const headings = new Set(clauses.map(({ section }) => section));
    const left = body.filter(
      (line) =>
        !texts.has(words(line)) &&
        !numbers.has(line) &&
        !headings.has(line.replace(/:$/, '')) &&
        // Section 3 has no clauses of its own.
        line !== '3. Your responsibilities when using the NHSmail O365 Shared Tenant',
    );
    assert.deepEqual(left, []);
  });

  it('names the section that each clause stands under', () => {
    const sectionOf = (number: string) => clauses.find((each) => each.number === number)?.section;
    assert.equal(sectionOf('1'), '1. Introduction');
    assert.equal(sectionOf('2.16'), '2. General information about the NHSmail O365 Shared Tenant');
    assert.equal(sectionOf('3.1.12'), '3.1 General responsibilities when using NHSmail');
    assert.equal(sectionOf('3.5.8'), '3.5 Information governance considerations');
    assert.equal(sectionOf('4.3.10'), '4. Using NHSmail services to exchange sensitive information');
  });

  it('keeps a clause of two paragraphs together', () => {
    const text = clauses.find(({ number }) => number === '3.1.5')?.text ?? '';
    assert.match(text, /^You must ensure your password[\s\S]*\n\nApplications integrated with NHSmail/);
  });
});
