/**
 * Trains the model: softmax regression over word and character n-grams (TF-IDF) and a meaning vector, by stochastic
 * gradient descent with a step size for each feature (AdaGrad). Deterministic: the same phrasings give the same file.
 */
import { centreOf, countFeatures, type Meaning, type Vector, type Vocabulary, vectorise } from './vectoriser.ts';
import { seededRandom, shuffle } from './seeded-order.ts';
import { softmax } from './softmax.ts';

export interface Example {
  text: string;
  /** Ids of the entries that answer it. */
  entries: readonly string[];
}

export interface TrainedModel {
  classes: string[];
  vocabulary: Vocabulary;
  /** The mean meaning of all phrasings. */
  centre: Float32Array;
  /** Row by row, a weight for each class: the vocabulary's rows, then one for each dimension of the meaning. */
  weights: Float32Array;
  bias: Float32Array;
}

/** Chosen on `npm run eval`; see docs/understanding.md. */
const EPOCHS = 12;
const STEP = 0.5;
const BIAS_STEP = 0.02;
/** A feature that only one phrasing has teaches nothing that generalises. */
const LEAST_PHRASINGS = 2;
/** Errors smaller than this are not worth a step; leaving them out keeps most steps short. */
const SMALLEST_ERROR = 5e-5;
const SEED = 42;

export interface TrainOptions {
  /** How often each example is seen in a pass; once by default. The vocabulary does not depend on it. */
  times?: (example: Example) => number;
  /** Told after each pass over the examples: pass number and mean loss. */
  onEpoch?: (epoch: number, loss: number) => void;
}

export function train(
  examples: readonly Example[],
  meaning: Meaning,
  { times = () => 1, onEpoch }: TrainOptions = {},
): TrainedModel {
  const classes = [...new Set(examples.flatMap(({ entries }) => entries))].sort();
  const classOf = new Map(classes.map((id, index) => [id, index]));
  const vocabulary = vocabularyOf(examples.map(({ text }) => countFeatures(text)));
  const { dimensions } = meaning;
  const raw = examples.map(({ text }) => vectorise(text, vocabulary, meaning, undefined).meaning);
  const centre = centreOf(raw, dimensions);
  const vectors = examples.map(({ text }) =>
    withMeaning(vectorise(text, vocabulary, meaning, centre), vocabulary.rarity.length),
  );
  const targets = examples.map(({ entries }) => entries.map((id) => classOf.get(id) ?? 0));
  const model: TrainedModel = {
    classes,
    vocabulary,
    centre,
    weights: new Float32Array((vocabulary.rarity.length + dimensions) * classes.length),
    bias: new Float32Array(classes.length),
  };
  const learn = learner(model);
  const order = examples.flatMap((example, index) => Array<number>(times(example)).fill(index));
  const random = seededRandom(SEED);
  for (let epoch = 1; epoch <= EPOCHS; epoch++) {
    shuffle(order, random);
    let loss = 0;
    for (const index of order) loss += learn(vectors[index] as SparseVector, targets[index] as number[]);
    onEpoch?.(epoch, loss / order.length);
  }
  return model;
}

/** The meaning as rows of its own, after the vocabulary's. */
function withMeaning({ rows, weights, meaning }: Vector, first: number): SparseVector {
  return {
    rows: Int32Array.from([...rows, ...Array.from(meaning, (_, at) => first + at)]),
    weights: Float32Array.from([...weights, ...meaning]),
  };
}

type SparseVector = Pick<Vector, 'rows' | 'weights'>;

function vocabularyOf(counted: readonly ReadonlyMap<string, unknown>[]): Vocabulary {
  const frequency = new Map<string, number>();
  for (const counts of counted) {
    for (const name of counts.keys()) frequency.set(name, (frequency.get(name) ?? 0) + 1);
  }
  const kept = [...frequency].filter(([, count]) => count >= LEAST_PHRASINGS);
  return {
    rows: new Map(kept.map(([name], row) => [name, row])),
    rarity: Float32Array.from(kept, ([, count]) => Math.log((1 + counted.length) / (1 + count)) + 1),
  };
}

/** @returns the function that learns from one example and tells its loss. */
function learner({ classes, weights, bias, centre, vocabulary }: TrainedModel) {
  const size = classes.length;
  const history = new Float32Array(vocabulary.rarity.length + centre.length).fill(0.01);
  const error = new Float64Array(size);
  const wrong = new Int32Array(size);
  return ({ rows, weights: values }: SparseVector, targets: readonly number[]): number => {
    error.set(bias);
    for (let index = 0; index < rows.length; index++) {
      const start = (rows[index] as number) * size;
      const value = values[index] as number;
      for (let each = 0; each < size; each++) error[each] = (error[each] as number) + value * (weights[start + each] as number);
    }
    softmax(error);
    let likelihood = 0;
    for (const target of targets) {
      likelihood += error[target] as number;
      error[target] = (error[target] as number) - 1 / targets.length;
    }
    let count = 0;
    let squared = 0;
    for (let each = 0; each < size; each++) {
      const miss = error[each] as number;
      if (Math.abs(miss) < SMALLEST_ERROR) continue;
      wrong[count++] = each;
      squared += miss * miss;
    }
    for (let index = 0; index < rows.length; index++) {
      const row = rows[index] as number;
      const value = values[index] as number;
      history[row] = (history[row] as number) + value * value * squared;
      const step = (STEP * value) / Math.sqrt(history[row] as number);
      const start = row * size;
      for (let at = 0; at < count; at++) {
        const each = wrong[at] as number;
        weights[start + each] = (weights[start + each] as number) - step * (error[each] as number);
      }
    }
    for (let at = 0; at < count; at++) {
      const each = wrong[at] as number;
      bias[each] = (bias[each] as number) - BIAS_STEP * (error[each] as number);
    }
    return -Math.log(likelihood + 1e-9);
  };
}
