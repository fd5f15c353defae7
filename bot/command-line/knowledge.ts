/** `npm run knowledge`: trains the model, and shows what a new text of the policy would change. */
import { loadContents } from '../../knowledge/load-entries.ts';
import { MODEL_FILE } from '../../knowledge/model/classifier.ts';
import { examplesFrom, fingerprint } from '../../knowledge/model/examples.ts';
import { pack, writeModel } from '../../knowledge/model/model-file.ts';
import { train } from '../../knowledge/model/train.ts';

const HELP = `npm run knowledge -- train           trains the model on the phrasings (about a minute)`;

function trainModel(): void {
  const examples = examplesFrom(loadContents());
  console.log(`${examples.length} phrasings and titles`);
  const model = train(examples, (epoch, loss) => console.log(`pass ${epoch}: loss ${loss.toFixed(4)}`));
  const packed = pack(model, fingerprint(examples));
  writeModel(MODEL_FILE, packed);
  console.log(
    `${model.classes.length} entries, ${packed.rarity.length} features, ${packed.weights.length} weights`,
  );
}

const [command] = process.argv.slice(2);
if (command === 'train') trainModel();
else {
  console.log(HELP);
  process.exitCode = command === undefined || command === '--help' ? 0 : 1;
}
