/**
 * What words mean, roughly: general English word vectors, so that a message in other words than any phrasing still
 * lands near the right ones. From GloVe (Pennington and others, 2014; public domain, PDDL 1.0).
 * File: length of the header (uint32), header (JSON), a scale for each word (float32), then a byte for each number.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { wordsOf } from './features.ts';
import type { Meaning } from './vectoriser.ts';

const FILE = new URL('./word-vectors.bin', import.meta.url);
const MOST = 127;
/** A word that no phrasing has counts as this rare, and none counts as rarer. */
const RAREST = 7;

/**
 * The meaning of a message: the mean of its words' directions, rare words more than common ones.
 * @throws Error when the file is not there.
 */
export function loadWordMeaning(): Meaning {
  const bytes = readFileSync(FILE);
  const headerEnd = 4 + bytes.readUInt32LE(0);
  const { words, dimensions } = JSON.parse(bytes.toString('utf8', 4, headerEnd)) as {
    words: string[];
    dimensions: number;
  };
  const scalesEnd = headerEnd + words.length * Float32Array.BYTES_PER_ELEMENT;
  const scales = new Float32Array(Uint8Array.from(bytes.subarray(headerEnd, scalesEnd)).buffer);
  const numbers = new Int8Array(Uint8Array.from(bytes.subarray(scalesEnd)).buffer);
  const places = new Map(words.map((word, place) => [word, place]));
  return {
    dimensions,
    of(message, { rows, rarity }) {
      const sum = new Float32Array(dimensions);
      for (const word of wordsOf(message)) {
        const place = places.get(word);
        if (place === undefined) continue;
        const row = rows.get(`w${word}`);
        const weight = row === undefined ? RAREST : Math.min(rarity[row] as number, RAREST);
        const scale = weight * (scales[place] as number);
        const start = place * dimensions;
        for (let at = 0; at < dimensions; at++) {
          sum[at] = (sum[at] as number) + scale * (numbers[start + at] as number);
        }
      }
      return sum;
    },
  };
}

/** Writes the file from a list of words, commonest first. Each vector is brought to length 1. */
export function writeWordVectors(words: readonly string[], vectorOf: (word: string) => readonly number[]): void {
  const dimensions = vectorOf(words[0] ?? '').length;
  const scales = new Float32Array(words.length);
  const numbers = new Int8Array(words.length * dimensions);
  words.forEach((word, place) => {
    const vector = vectorOf(word);
    const length = Math.hypot(...vector) || 1;
    const largest = Math.max(...vector.map(Math.abs)) || 1;
    scales[place] = largest / MOST / length;
    vector.forEach((value, at) => {
      numbers[place * dimensions + at] = Math.round((value / largest) * MOST);
    });
  });
  const header = Buffer.from(JSON.stringify({ dimensions, words }));
  const size = Buffer.alloc(4);
  size.writeUInt32LE(header.length);
  writeFileSync(FILE, Buffer.concat([size, header, Buffer.from(scales.buffer), Buffer.from(numbers.buffer)]));
}
