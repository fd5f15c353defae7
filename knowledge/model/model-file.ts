/**
 * The trained model as a file of a few megabytes: weights of one byte, and only those that matter.
 * Layout: length of the header (uint32), header (JSON), then the arrays that the header lists, each on 4 bytes.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import type { TrainedModel } from './train.ts';

/** A trained model, packed: for each row the classes it speaks for, and how strongly. */
export interface PackedModel {
  /** Which contents it was trained on: see `fingerprint`. */
  fingerprint: string;
  classes: string[];
  rows: ReadonlyMap<string, number>;
  rarity: Float32Array;
  bias: Float32Array;
  /** By row: where its pairs of class and weight begin. One longer than the rows. */
  starts: Uint32Array;
  columns: Uint16Array;
  weights: Int8Array;
  /** By row: what a weight of 1 stands for. */
  scales: Float32Array;
  /** The mean meaning of all phrasings. */
  centre: Float32Array;
  /** For each dimension of the meaning, a weight for each class. */
  meaning: Float32Array;
  /** Which feature a message is about: a few classes over the same rows, every weight kept. Empty: not trained. */
  featureClasses: string[];
  featureBias: Float32Array;
  featureWeights: Int8Array;
  featureScales: Float32Array;
  featureMeaning: Float32Array;
}

const MOST = 127;
/** Weights smaller than this share of the row's largest are left out: a fifth of the size, no answer worse. */
const SMALLEST_SHARE = 0.06;

const ARRAYS = {
  rarity: Float32Array,
  bias: Float32Array,
  starts: Uint32Array,
  columns: Uint16Array,
  weights: Int8Array,
  scales: Float32Array,
  centre: Float32Array,
  meaning: Float32Array,
  featureBias: Float32Array,
  featureWeights: Int8Array,
  featureScales: Float32Array,
  featureMeaning: Float32Array,
} as const;
type ArrayName = keyof typeof ARRAYS;
const ARRAY_NAMES = Object.keys(ARRAYS) as ArrayName[];

/** @param features trained on the same texts, and so on the same rows. */
export function pack(model: TrainedModel, fingerprint: string, features?: TrainedModel): PackedModel {
  const { classes, vocabulary, weights, bias } = model;
  const count = vocabulary.rarity.length;
  const starts = new Uint32Array(count + 1);
  const scales = new Float32Array(count);
  const columns: number[] = [];
  const bytes: number[] = [];
  for (let row = 0; row < count; row++) {
    const values = weights.subarray(row * classes.length, (row + 1) * classes.length);
    let largest = 0;
    for (const value of values) largest = Math.max(largest, Math.abs(value));
    scales[row] = largest / MOST;
    values.forEach((value, column) => {
      if (Math.abs(value) <= largest * SMALLEST_SHARE) return;
      columns.push(column);
      bytes.push(Math.round((value / largest) * MOST));
    });
    starts[row + 1] = columns.length;
  }
  return {
    fingerprint,
    classes,
    rows: vocabulary.rows,
    rarity: vocabulary.rarity,
    bias,
    starts,
    columns: Uint16Array.from(columns),
    weights: Int8Array.from(bytes),
    scales,
    centre: model.centre,
    meaning: weights.slice(count * classes.length),
    ...packFeatures(features),
  };
}

function packFeatures(model: TrainedModel | undefined) {
  const size = model?.classes.length ?? 0;
  const count = model?.vocabulary.rarity.length ?? 0;
  const featureScales = new Float32Array(count);
  const featureWeights = new Int8Array(count * size);
  for (let row = 0; row < count; row++) {
    const values = model?.weights.subarray(row * size, (row + 1) * size) ?? [];
    let largest = 0;
    for (const value of values) largest = Math.max(largest, Math.abs(value));
    featureScales[row] = largest / MOST;
    values.forEach((value, column) => {
      featureWeights[row * size + column] = largest === 0 ? 0 : Math.round((value / largest) * MOST);
    });
  }
  return {
    featureClasses: model?.classes ?? [],
    featureBias: model?.bias ?? new Float32Array(0),
    featureWeights,
    featureScales,
    featureMeaning: model?.weights.slice(count * size) ?? new Float32Array(0),
  };
}

export function writeModel(file: URL, model: PackedModel): void {
  const lengths = Object.fromEntries(ARRAY_NAMES.map((name) => [name, model[name].length]));
  const { fingerprint, classes, featureClasses } = model;
  const names = [...model.rows.keys()];
  const header = Buffer.from(JSON.stringify({ fingerprint, classes, featureClasses, features: names, lengths }));
  const size = Buffer.alloc(4);
  size.writeUInt32LE(header.length);
  const parts = [Buffer.concat([size, header]), ...ARRAY_NAMES.map((name) => Buffer.from(model[name].buffer))];
  writeFileSync(file, Buffer.concat(parts.flatMap((part) => [part, padding(part.length)])));
}

/** @throws Error when there is no such file. */
export function readModel(file: URL): PackedModel {
  const bytes = readFileSync(file);
  const headerEnd = 4 + bytes.readUInt32LE(0);
  const header = JSON.parse(bytes.toString('utf8', 4, headerEnd));
  let at = headerEnd + padding(headerEnd).length;
  const arrays = Object.fromEntries(
    ARRAY_NAMES.map((name) => {
      const Kind = ARRAYS[name];
      const length = header.lengths[name] as number;
      const byteLength = length * Kind.BYTES_PER_ELEMENT;
      // Copied, so that every array begins where its element size wants it.
      const array = new Kind(Uint8Array.from(bytes.subarray(at, at + byteLength)).buffer);
      at += byteLength + padding(byteLength).length;
      return [name, array];
    }),
  ) as unknown as Pick<PackedModel, ArrayName>;
  return {
    ...arrays,
    fingerprint: header.fingerprint,
    classes: header.classes,
    featureClasses: header.featureClasses ?? [],
    rows: new Map((header.features as string[]).map((name, row) => [name, row])),
  };
}

function padding(length: number): Buffer {
  return Buffer.alloc((4 - (length % 4)) % 4);
}
