/** `npm run hygiene -- sweep`: every account is placed under the rule today, and what is about to be removed is flagged. */
import { rehearse } from '../../../access/rehearse.ts';
import { sweep, sweepWithin } from '../../../hygiene/sweep.ts';
import { codes } from '../told.ts';
import { sweptLine } from './import/words.ts';
import { noMore, subcommand } from './subcommand.ts';

export const sweepCommand = subcommand({
  name: 'sweep',
  help: `npm run hygiene -- sweep [--organisation A1B2] [--dry-run]  flags what is due, inactive or past its day

An import sweeps by itself. Run it daily where no import comes: an account becomes due by the passing of days alone.
To sweep twice changes nothing the second time. Nobody is warned by it.`,
  options: {
    organisation: { type: 'string', multiple: true, default: [] as string[] },
    'dry-run': { type: 'boolean', default: false },
  },
  read({ values: { organisation, 'dry-run': dryRun }, positionals }) {
    noMore(positionals);
    const odsCodes = codes(organisation);
    return async ({ database, profile, day, now, terminal }) => {
      const request = { profile, day, now, ...(odsCodes.length > 0 && { odsCodes }) };
      terminal.progress('Sweeping …');
      const result = dryRun
        ? await rehearse(database, (transaction) => sweepWithin(transaction, request))
        : await sweep(database, request);
      const dry = dryRun ? '\nThis was a dry run: nothing was changed.' : '';
      const json = { profile: profile.id, day, ...result, dryRun };
      return { well: true, words: `${sweptLine(result, profile.title)}${dry}`, json };
    };
  },
});
