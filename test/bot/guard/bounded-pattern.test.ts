import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { bounded } from '../../../bot/guard/bounded-pattern.ts';
import { guard } from '../../../bot/guard/guard.ts';

const folder = fileURLToPath(new URL('../../../bot/guard/', import.meta.url));
const LITERAL = /(?<=[=(,:?!|&]\s?|^\s+)\/(?![/*])(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\n[])+\/[dgimsuvy]*/gm;

describe('patterns of the guard', () => {
  it('refuses a pattern that a hostile message could drive into a long search', () => {
    for (const source of ['a+', '(?:a|b)*', 'x{2,}', '\\s+', 'a{1,101}'])
      assert.throws(() => bounded(source), source);
    for (const source of ['a\\+', '[*+]{1,3}', 'x{2}', 'a?']) assert.ok(bounded(source));
  });

  it('has an upper limit on every repeat that is written out', () => {
    for (const file of globSync('**/*.ts', { cwd: folder })) {
      if (file.endsWith('.examples.ts')) continue;
      const source = readFileSync(folder + file, 'utf8').replace(/^\s*(?:\/\/|\/?\*).*$/gm, '');
      for (const [literal] of source.matchAll(LITERAL)) {
        const plain = literal.replace(/\\./g, '_').replace(/\[[^\]]*\]/g, '_');
        assert.doesNotMatch(plain, /[*+]|\{\d+,\}/, `${file}: ${literal}`);
      }
    }
  });

  it('reads the longest message that anyone can send, however it is made', () => {
    for (const piece of [
      'password is ',
      'pw:',
      'a',
      '1 ',
      '1',
      'sam@',
      '<b ',
      '&#',
      "'",
      'is my password ',
      'Ann Lee ',
    ]) {
      const message = piece.repeat(4000).slice(0, 4000);
      assert.equal(typeof guard(message).text, 'string');
    }
  });
});
