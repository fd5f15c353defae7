/** The trained model at work: how likely each entry answers a message. */
import { type PackedModel, readModel } from './model-file.ts';
import { softmax } from './softmax.ts';
import { type Meaning, vectorise } from './vectoriser.ts';
import { loadWordMeaning } from './word-vectors.ts';

export interface Candidate {
  entry: string;
  /** 0 to 1; all entries together make 1. */
  likelihood: number;
}

export interface Classifier {
  /** Ids of the entries, in the order of `likelihoods`. */
  classes: readonly string[];
  /** How likely each entry answers the message. Holds until the next call, which writes over it. */
  likelihoods(message: string): Float64Array;
  /** Names of the features, in the order of `featureLikelihoods`. */
  features: readonly string[];
  /** How likely each feature is what the last message was about. Holds until the next call. */
  featureLikelihoods: Float64Array;
  fingerprint: string;
}

export const MODEL_FILE = new URL('./understanding.bin', import.meta.url);

/** @throws Error when no model has been trained. */
export function loadClassifier(): Classifier {
  return createClassifier(readModel(MODEL_FILE), loadWordMeaning());
}

export function createClassifier(model: PackedModel, directions: Meaning): Classifier {
  const { classes, bias, starts, columns, weights, scales, meaning } = model;
  const { featureClasses, featureBias, featureWeights, featureScales, featureMeaning } = model;
  const scores = new Float64Array(classes.length);
  const size = featureClasses.length;
  const featureScores = new Float64Array(size);
  return {
    classes,
    features: featureClasses,
    featureLikelihoods: featureScores,
    fingerprint: model.fingerprint,
    likelihoods(message) {
      const vector = vectorise(message, model, directions, model.centre);
      scores.set(bias);
      featureScores.set(featureBias);
      for (let index = 0; index < vector.rows.length; index++) {
        const row = vector.rows[index] as number;
        const value = (vector.weights[index] as number) * (scales[row] as number);
        const end = starts[row + 1] as number;
        for (let at = starts[row] as number; at < end; at++) {
          const column = columns[at] as number;
          scores[column] = (scores[column] as number) + value * (weights[at] as number);
        }
        const featureValue = (vector.weights[index] as number) * (featureScales[row] ?? 0);
        for (let column = 0; column < size; column++) {
          const weight = featureWeights[row * size + column] as number;
          featureScores[column] = (featureScores[column] as number) + featureValue * weight;
        }
      }
      addMeaning(scores, vector.meaning, meaning);
      softmax(scores);
      addMeaning(featureScores, vector.meaning, featureMeaning);
      softmax(featureScores);
      return scores;
    },
  };
}

/** Adds each dimension's weights times its value. Four dimensions in one pass over the scores take half the time. */
function addMeaning(scores: Float64Array, values: Float32Array, weights: Float32Array): void {
  const size = scores.length;
  for (let at = 0; at < values.length; at += 4) {
    const [first = 0, second = 0, third = 0, fourth = 0] = values.subarray(at, at + 4);
    const start = at * size;
    for (let column = start; column < start + size; column++) {
      scores[column - start] =
        (scores[column - start] as number) +
        first * (weights[column] as number) +
        second * (weights[column + size] ?? 0) +
        third * (weights[column + 2 * size] ?? 0) +
        fourth * (weights[column + 3 * size] ?? 0);
    }
  }
}

/** The places of the `most` highest numbers, highest first, without sorting them all. */
export function highest(numbers: Float64Array, most: number): number[] {
  const found: number[] = [];
  for (let place = 0; place < numbers.length; place++) {
    const number = numbers[place] as number;
    if (found.length === most && number <= (numbers[found[most - 1] as number] as number)) continue;
    let at = found.length;
    while (at > 0 && (numbers[found[at - 1] as number] as number) < number) at--;
    found.splice(at, 0, place);
    if (found.length > most) found.pop();
  }
  return found;
}
