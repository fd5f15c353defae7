/** Trains on what stands in `entries/` and writes the model's file: `npm run knowledge -- train`. */
import { loadContents } from '../load-entries.ts';
import { MODEL_FILE } from './classifier.ts';
import { examplesFrom, fingerprint } from './examples.ts';
import { pack, writeModel } from './model-file.ts';
import { train } from './train.ts';
import { loadWordMeaning } from './word-vectors.ts';

/** @param say told how it goes, a line at a time. */
export function trainModel(say: (line: string) => void): void {
  const examples = examplesFrom(loadContents());
  say(`${examples.length} phrasings and titles`);
  const model = train(examples, loadWordMeaning(), (epoch, loss) => say(`pass ${epoch}: loss ${loss.toFixed(4)}`));
  const packed = pack(model, fingerprint(examples));
  writeModel(MODEL_FILE, packed);
  say(`${model.classes.length} entries, ${packed.rarity.length} features, ${packed.weights.length} weights`);
}
