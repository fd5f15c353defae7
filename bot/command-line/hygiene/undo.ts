/** `npm run hygiene -- undo`: the last import of an organisation, or of all that it was about, is taken back. */
import { counted } from '../../../cards/counted.ts';
import { lastImported } from '../../../hygiene/report-import/last-import.ts';
import { undoImport } from '../../../hygiene/report-import/undo-import.ts';
import { sweep } from '../../../hygiene/sweep.ts';
import { codes, operator } from '../told.ts';
import { sweptLine } from './import/words.ts';
import { subcommand } from './subcommand.ts';

export const undoCommand = subcommand({
  name: 'undo',
  help: `npm run hygiene -- undo [A1B2 C3D4] [--dry-run]             takes back the last import, of these organisations only

Without a code it is the last import of all, for every organisation that it is still the last one of.
Accounts stand as they stood before it. What administrators decided stays. An import can be undone once, until the next one.`,
  options: { 'dry-run': { type: 'boolean', default: false } },
  read({ values: { 'dry-run': dryRun }, positionals }) {
    const named = codes(positionals);
    return async (surroundings) => {
      const { database, now, profile, terminal } = surroundings;
      const last = await lastImported(database);
      const odsCodes = named.length > 0 ? named : (last?.odsCodes ?? []);
      const reportId = named.length > 0 ? undefined : last?.reportId;
      terminal.progress('Undoing …');
      const undone = await undoImport(database, {
        odsCodes,
        ...(reportId !== undefined && { reportId }),
        actor: operator(),
        dryRun,
        now,
      });
      const kept = named.filter((odsCode) => !undone.odsCodes.includes(odsCode));
      const json = { ...undone, notUndone: kept, dryRun };
      if (undone.odsCodes.length === 0) {
        return { well: false, words: 'Nothing was changed. There is no import that can be undone.', json };
      }
      const swept = dryRun ? undefined : await sweep(database, surroundings);
      const which =
        undone.odsCodes.length > 5
          ? counted(undone.odsCodes.length, 'organisation')
          : undone.odsCodes.join(', ');
      const words = [
        `${dryRun ? 'Would undo' : 'Undone'}: the last import of ${which}.`,
        `${counted(undone.removed, 'account')} taken out again, ${undone.restored.toLocaleString('en-GB')} put back as before, ${undone.broughtBack.toLocaleString('en-GB')} brought back.`,
        ...(kept.length > 0 ? [`No import of ${kept.join(', ')} can be undone.`] : []),
        swept ? sweptLine(swept, profile.title) : 'This was a dry run: nothing was changed.',
      ];
      return { well: true, words: words.join('\n'), json: { ...json, ...(swept && { swept }) } };
    };
  },
});
