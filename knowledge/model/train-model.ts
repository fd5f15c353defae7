/** Trains on what stands in `entries/` and writes the model's file: `npm run knowledge -- train`. */
import { loadContents } from '../load-entries.ts';
import { MODEL_FILE } from './classifier.ts';
import { examplesFrom, featureExamples, fingerprint, timesFor } from './examples.ts';
import { pack, writeModel } from './model-file.ts';
import { train } from './train.ts';
import { loadWordMeaning } from './word-vectors.ts';

/** @param say told how it goes, a line at a time. */
export function trainModel(say: (line: string) => void): void {
  const contents = loadContents();
  const examples = examplesFrom(contents);
  const meaning = loadWordMeaning();
  const onEpoch = (epoch: number, loss: number) => say(`pass ${epoch}: loss ${loss.toFixed(4)}`);
  say(`${examples.length} phrasings and titles`);
  const model = train(examples, meaning, { onEpoch });
  const byFeature = featureExamples(examples, contents);
  say('the features');
  const features = train(byFeature, meaning, { onEpoch, times: timesFor(byFeature) });
  const packed = pack(model, fingerprint(examples), features);
  writeModel(MODEL_FILE, packed);
  say(`${model.classes.length} entries, ${packed.rarity.length} features, ${packed.weights.length} weights`);
}
