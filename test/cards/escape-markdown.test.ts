import assert from 'node:assert/strict';
import fc from 'fast-check';
import { escapeMarkdown, unescapeMarkdown } from '../../cards/escape-markdown.ts';

describe('Text that comes from people and reports', () => {
  const harmless: [what: string, written: string, escaped: string][] = [
    ['a link', '[Click](https://evil.example)', '\\[Click\\](https://evil.example)'],
    ['bold', '**loud** __loud__', '\\*\\*loud\\*\\* \\_\\_loud\\_\\_'],
    ['HTML', '<b>bold</b>', '\\<b\\>bold\\</b\\>'],
    ['an entity', '&lt;b&gt; and R&D', '\\&lt;b\\&gt; and R&D'],
    ['a heading', '# Big', '\\# Big'],
    ['an underlined heading', 'Big\n===', 'Big\n\\==='],
    ['a line across the card', '---', '\\---'],
    ['a list', '- one\n+ two\n* three', '\\- one\n\\+ two\n\\* three'],
    ['a numbered list', '1. one\n2) two', '1\\. one\n2\\) two'],
    ['code', '`rm`', '\\`rm\\`'],
    ['an escape', '\\[not a link]', '\\\\\\[not a link\\]'],
  ];
  for (const [what, written, escaped] of harmless) {
    it(`cannot become ${what}`, () => assert.equal(escapeMarkdown(written), escaped));
  }

  it('keeps clause numbers, addresses and times as they are', () => {
    const text = '3.1.12 is clause 4.3.9 again. Write to alex.wilber@nhs.net before 09:05 (today).';
    assert.equal(escapeMarkdown(text), text);
  });

  it('reads the same to a person, whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        assert.equal(unescapeMarkdown(escapeMarkdown(text)), text);
      }),
    );
  });
});
