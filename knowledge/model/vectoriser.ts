/**
 * A message as numbers: each known word, pair and piece weighed by how rare it is, and the direction in which its
 * words point together. Each family is scaled to the same length.
 */
import { eachFeature, FAMILIES, type Family, wordsOf } from './features.ts';

export interface Vocabulary {
  /** Feature name to its row. */
  rows: ReadonlyMap<string, number>;
  /** By row: how rare the feature is (inverse document frequency). */
  rarity: Float32Array;
}

export interface Vector {
  rows: Int32Array;
  weights: Float32Array;
  /** The direction of its meaning; all zero when no word is known. */
  meaning: Float32Array;
}

/** Where messages point: the same direction for the same meaning. */
export interface Meaning {
  dimensions: number;
  of(message: string, vocabulary: Vocabulary): Float32Array;
}

type Counts = ReadonlyMap<string, { count: number; family: Family }>;

/** How much the meaning counts beside the words themselves. Chosen on `npm run eval`: see docs/understanding.md. */
const MEANING_WEIGHT = 2;

/** Counts each feature of a message. */
export function countFeatures(message: string): Counts {
  const counts = new Map<string, { count: number; family: Family }>();
  eachFeature(wordsOf(message), (family, name) => {
    const known = counts.get(name);
    if (known) known.count++;
    else counts.set(name, { count: 1, family });
  });
  return counts;
}

/** Features that the vocabulary does not know are left out. */
export function vectorise(
  message: string,
  vocabulary: Vocabulary,
  meaning: Meaning,
  centre: Float32Array | undefined,
): Vector {
  const { rows, rarity } = vocabulary;
  const counts = countFeatures(message);
  const found = new Int32Array(counts.size);
  const weights = new Float32Array(counts.size);
  const families = new Uint8Array(counts.size);
  const squares = new Float64Array(FAMILIES);
  let known = 0;
  for (const [name, { count, family }] of counts) {
    const row = rows.get(name);
    if (row === undefined) continue;
    const weight = (1 + Math.log(count)) * (rarity[row] as number);
    found[known] = row;
    weights[known] = weight;
    families[known++] = family;
    squares[family] = (squares[family] as number) + weight * weight;
  }
  for (let at = 0; at < known; at++) {
    weights[at] = (weights[at] as number) / Math.sqrt(squares[families[at] as number] as number);
  }
  return {
    rows: found.subarray(0, known),
    weights: weights.subarray(0, known),
    meaning: centred(meaning.of(message, vocabulary), centre),
  };
}

/** @param centre the mean direction of all phrasings: what remains says how this one differs. */
function centred(sum: Float32Array, centre: Float32Array | undefined): Float32Array {
  toLength(1, sum);
  if (!centre) return sum;
  for (let at = 0; at < sum.length; at++) sum[at] = (sum[at] as number) - (centre[at] as number);
  return toLength(MEANING_WEIGHT, sum);
}

function toLength(length: number, vector: Float32Array): Float32Array {
  let squares = 0;
  for (const value of vector) squares += value * value;
  if (squares === 0) return vector;
  const scale = length / Math.sqrt(squares);
  for (let at = 0; at < vector.length; at++) vector[at] = (vector[at] as number) * scale;
  return vector;
}

/** The mean of directions. */
export function centreOf(vectors: readonly Float32Array[], dimensions: number): Float32Array {
  const sum = new Float64Array(dimensions);
  for (const vector of vectors) {
    for (let at = 0; at < dimensions; at++) sum[at] = (sum[at] as number) + (vector[at] as number);
  }
  return Float32Array.from(sum, (value) => value / Math.max(vectors.length, 1));
}
