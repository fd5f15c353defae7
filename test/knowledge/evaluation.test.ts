import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { sameness } from '../../knowledge/disagreements.ts';
import { FEATURE_IDS } from '../../knowledge/entry.ts';
import { readQuestions } from '../../knowledge/evaluation/evaluate.ts';
import { loadContents } from '../../knowledge/load-entries.ts';

/** From this share of common words on, two questions are nearly the same. */
const NEARLY = 0.9;
/** "Hello" and "chain emails" can hardly be put in words that nobody thought of. */
const SHORTEST = 4;

const read = (file: string) =>
  readFileSync(new URL(`../../knowledge/evaluation/${file}`, import.meta.url), 'utf8');
const wordsOf = (text: string) => [...new Set(sameness(text).split(' ').filter(Boolean))];

/** Of all words of both, the share that both have. */
function overlap(one: readonly string[], other: ReadonlySet<string>): number {
  const common = one.filter((word) => other.has(word)).length;
  return common / (one.length + other.size - common);
}

describe('the evaluation sets', () => {
  const contents = loadContents();
  const policy = readQuestions(read('aup.tsv'));
  // `id message feature` has its question one column earlier.
  const routing = read('routing.tsv')
    .trim()
    .split(/\r?\n/)
    .slice(1)
    .map((line) => line.split('\t'));
  const sets: [title: string, questions: { id: string; question: string }[]][] = [
    ['on the policy', policy],
    ['on features', routing.map(([id = '', question = '']) => ({ id, question }))],
  ];

  it('accept clauses and features that exist', () => {
    const numbers = new Set(contents.policy.map(({ number }) => number));
    for (const { id, accept } of policy)
      for (const clause of accept) assert.ok(numbers.has(clause), `${id}: ${clause}`);
    for (const [id, , feature] of routing) {
      assert.ok((FEATURE_IDS as readonly string[]).includes(feature?.trim() ?? ''), `${id}: ${feature}`);
    }
  });

  for (const [title, questions] of sets) {
    it(`${title} ask nothing twice`, () => {
      const seen = new Set<string>();
      for (const { id, question } of questions) {
        assert.ok(question, id);
        assert.ok(!seen.has(sameness(question)), `${id}: ${question}`);
        seen.add(sameness(question));
      }
    });

    it(`${title} share no question with what the model learns from, not even nearly`, () => {
      const byWord = new Map<string, { text: string; words: Set<string> }[]>();
      for (const { text } of contents.phrasings) {
        const phrasing = { text, words: new Set(wordsOf(text)) };
        for (const word of phrasing.words) {
          const known = byWord.get(word);
          if (known) known.push(phrasing);
          else byWord.set(word, [phrasing]);
        }
      }
      const learnt: string[] = [];
      for (const { id, question } of questions) {
        const words = wordsOf(question);
        if (words.length < SHORTEST) continue;
        // It can lack one word in ten, so among this many of the rarest it has at least one.
        const rarest = words.toSorted(
          (one, other) => (byWord.get(one)?.length ?? 0) - (byWord.get(other)?.length ?? 0),
        );
        const enough = Math.floor(words.length * (1 - NEARLY)) + 1;
        const near = rarest.slice(0, enough).flatMap((word) => byWord.get(word) ?? []);
        const twin = near.find((phrasing) => overlap(words, phrasing.words) >= NEARLY);
        if (twin) learnt.push(`${id}: "${question}" is learnt as "${twin.text}"`);
      }
      assert.deepEqual(learnt, []);
    });
  }
});
