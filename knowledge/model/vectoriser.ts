/** A message as numbers: each known feature weighed by how rare it is, each family scaled to the same length. */
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
}

/** Counts each feature of a message. */
export function countFeatures(message: string): Map<string, { count: number; family: Family }> {
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
  counts: ReadonlyMap<string, { count: number; family: Family }>,
  { rows, rarity }: Vocabulary,
): Vector {
  const found: { row: number; weight: number; family: Family }[] = [];
  const squares = new Float64Array(FAMILIES);
  for (const [name, { count, family }] of counts) {
    const row = rows.get(name);
    if (row === undefined) continue;
    const weight = (1 + Math.log(count)) * (rarity[row] ?? 0);
    found.push({ row, weight, family });
    squares[family] = (squares[family] ?? 0) + weight * weight;
  }
  return {
    rows: Int32Array.from(found, ({ row }) => row),
    weights: Float32Array.from(found, ({ weight, family }) => weight / Math.sqrt(squares[family] ?? 1)),
  };
}
