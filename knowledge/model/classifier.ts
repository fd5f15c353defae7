/** The trained model at work: how likely each entry answers a message. */
import { type PackedModel, readModel } from './model-file.ts';
import { softmax } from './train.ts';
import { countFeatures, vectorise } from './vectoriser.ts';

export interface Candidate {
  entry: string;
  /** 0 to 1; all entries together make 1. */
  likelihood: number;
}

export interface Classifier {
  /** @returns the `most` likeliest entries, best first. */
  classify(message: string, most: number): Candidate[];
  fingerprint: string;
}

export const MODEL_FILE = new URL('./understanding.bin', import.meta.url);

export function loadClassifier(): Classifier {
  return createClassifier(readModel(MODEL_FILE));
}

export function createClassifier(model: PackedModel): Classifier {
  const { classes, bias, starts, columns, weights, scales } = model;
  const scores = new Float64Array(classes.length);
  return {
    fingerprint: model.fingerprint,
    classify(message, most) {
      const vector = vectorise(countFeatures(message), model);
      scores.set(bias);
      for (let index = 0; index < vector.rows.length; index++) {
        const row = vector.rows[index] as number;
        const value = (vector.weights[index] as number) * (scales[row] as number);
        const end = starts[row + 1] as number;
        for (let at = starts[row] as number; at < end; at++) {
          const column = columns[at] as number;
          scores[column] = (scores[column] as number) + value * (weights[at] as number);
        }
      }
      softmax(scores);
      return best(scores, most).map((column) => ({
        entry: classes[column] as string,
        likelihood: scores[column] as number,
      }));
    },
  };
}

/** The columns of the highest scores, without sorting them all. */
function best(scores: Float64Array, most: number): number[] {
  const found: number[] = [];
  for (let column = 0; column < scores.length; column++) {
    const score = scores[column] as number;
    if (found.length === most && score <= (scores[found[most - 1] as number] as number)) continue;
    let at = found.length;
    while (at > 0 && (scores[found[at - 1] as number] as number) < score) at--;
    found.splice(at, 0, column);
    if (found.length > most) found.pop();
  }
  return found;
}
