/** `npm run hygiene -- import`: a report is read, shown, put in use and swept, or it is said why not. */
import { counted } from '../../../cards/counted.ts';
import { type Staging, stageReport } from '../../../hygiene/report-import/stage-report.ts';
import { discardStaged } from '../../../hygiene/report-import/staged-report.ts';
import { type UseOutcome, useReport } from '../../../hygiene/report-import/use-report.ts';
import type { Weight } from '../../../hygiene/report-import/weigh-report.ts';
import { sweep } from '../../../hygiene/sweep.ts';
import { operator, type Told } from '../told.ts';
import { openBadRows } from './import/bad-rows.ts';
import { IMPORT_OPTIONS, type ImportOptions, readImportOptions } from './import/options.ts';
import { type Source, sourceOf } from './import/source.ts';
import {
  largeLines,
  refusedFileWords,
  refusedUseWords,
  stagedLines,
  usedLines,
  weightLines,
} from './import/words.ts';
import { type Surroundings, subcommand } from './subcommand.ts';

export const importCommand = subcommand({
  name: 'import',
  help: `npm run hygiene -- import report.csv [--dry-run]          brings in a mailbox report
npm run hygiene -- import report.csv --date 2026-11-15    and says of which day it is
npm run hygiene -- import report.csv --map "address=Primary mail" --map "lastActiveOn=Last seen"
    says what its columns are; remembered for its organisations. --map "ignore=Notes" passes one over
npm run hygiene -- import report.csv --organisation A1B2 --type user
    where no column says it: rows are of this organisation, and of people. No other organisation's row is taken
npm run hygiene -- import report.csv --complete           accounts that it does not name are gone
npm run hygiene -- import report.csv --complete-for A1B2,C3D4   only for these organisations
npm run hygiene -- import --graph                         reads Microsoft Graph: docs/graph.md
    --dry-run              says what would change and changes nothing
    --add-organisations    adds organisations that are not known yet (the first import of all does so by itself)
    --older                takes a report that is older than the last one
    --yes                  does not ask before it is used
    --yes-large            not even when more than 20% would be gone or newly flagged
    --bad-rows bad.csv     writes every row that cannot be used, with its line, its column and the reason

Without --date the day is the one in a column, in the file's name, or else the day the file was last changed.
An import that is broken off changes nothing.`,
  options: IMPORT_OPTIONS,
  read({ values, positionals }) {
    const options = readImportOptions(values, positionals);
    return (surroundings) => importReport(options, surroundings);
  },
});

/** @throws Mistake for what was mistyped. */
export async function importReport(options: ImportOptions, surroundings: Surroundings): Promise<Told> {
  const { database, terminal } = surroundings;
  const started = performance.now();
  const source = await sourceOf(options.from, surroundings);
  const staging = await readIn(source, options, surroundings);
  terminal.progress('');
  if (staging.outcome !== 'staged') {
    return { well: false, words: refusedFileWords(staging), json: { dryRun: options.dryRun, ...staging } };
  }
  const about = {
    name: source.name,
    because: staging.isLikelyDay ? source.likelyBecause : '',
    remarks: source.remarks(),
    ...(options.badRows && { badRows: options.badRows }),
  };
  const read = stagedLines(staging, about);
  const use = (more: { dryRun?: boolean; acceptsLargeChange?: boolean } = {}) =>
    useReport(database, {
      stagedId: staging.stagedId,
      actor: operator(),
      complete: options.complete,
      takesOlder: options.takesOlder,
      mapping: options.mapping,
      profile: surroundings.profile,
      day: surroundings.day,
      now: surroundings.now,
      ...more,
    });
  try {
    const outcome = await decide(options, surroundings, read, use);
    if (outcome.outcome !== 'used') return told(outcome, staging, read);
    await source.used();
    terminal.progress('Sweeping …');
    const swept = await sweep(database, surroundings);
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    const { title } = surroundings.profile;
    const lines = usedLines(outcome, swept, title, seconds);
    return {
      well: true,
      words: [...read, ...lines].join('\n'),
      json: { ...outcome, ...badRowsOf(staging), swept },
    };
  } finally {
    await discardStaged(database, staging.stagedId, undefined);
  }
}

type Used = Extract<UseOutcome, { outcome: 'used' }>;
type NotUsed = { outcome: 'shown'; weight: Weight } | { outcome: 'declined'; weight: Weight };
type Refused = Exclude<UseOutcome, { outcome: 'used' | 'weighed' }>;
type Staged = Extract<Staging, { outcome: 'staged' }>;

/** Shows it and asks, where somebody is there to be asked; then puts it in use. */
async function decide(
  { dryRun, yes, yesLarge }: ImportOptions,
  { terminal }: Surroundings,
  read: readonly string[],
  use: (more?: { dryRun?: boolean; acceptsLargeChange?: boolean }) => Promise<UseOutcome>,
): Promise<Used | NotUsed | Refused> {
  const { confirm } = terminal;
  const asks = !yes && confirm;
  if (dryRun || asks) {
    terminal.progress('Comparing …');
    const seen = await use({ dryRun: true });
    terminal.progress('');
    if (seen.outcome !== 'weighed') return seen;
    if (dryRun || !asks) return { ...seen, outcome: 'shown' };
    if (!(await asks(`${[...read, ...weightLines(seen.weight, true)].join('\n')}\nUse this report?`)))
      return { ...seen, outcome: 'declined' };
  }
  terminal.progress('Comparing and writing …');
  const used = await use({ acceptsLargeChange: yesLarge });
  terminal.progress('');
  if (used.outcome === 'weighed') throw new Error('A report that was to be used was only weighed.');
  if (used.outcome !== 'needs-another-yes' || !confirm) return used;
  if (!(await confirm(`${largeLines(used.weight.large).join('\n')}\nUse it all the same?`)))
    return { outcome: 'declined', weight: used.weight };
  return (await use({ acceptsLargeChange: true })) as Used | Refused;
}

function told(outcome: NotUsed | Refused, staging: Staged, read: readonly string[]): Told {
  const json = { ...badRowsOf(staging), ...outcome };
  if (outcome.outcome === 'declined') return { well: false, words: 'Nothing was changed.', json };
  if (outcome.outcome !== 'shown') {
    return { well: false, words: [...read, refusedUseWords(outcome, staging.takenOn)].join('\n'), json };
  }
  const { weight } = outcome;
  const large = weight.large.length > 0 ? [...largeLines(weight.large), 'It would need --yes-large.'] : [];
  const lines = [...read, ...weightLines(weight, true), ...large, 'This was a dry run: nothing was changed.'];
  return { well: true, words: lines.join('\n'), json: { ...json, dryRun: true } };
}

function badRowsOf({ takenOn, rows, odsCodes, newOrganisations, problems, firstProblems }: Staged) {
  return { takenOn, rows, odsCodes, newOrganisations, problems, firstProblems };
}

/** Reads it into a table of its own: by the day that the person or a column says, else by the likeliest. */
async function readIn(
  source: Source,
  options: ImportOptions,
  { database, day, now, terminal }: Surroundings,
): Promise<Staging> {
  const { odsCode, kind = source.accountKind, mapping, badRows, takenOn } = options;
  const known = await database.query('select 1 from organisation limit 1');
  const rows = badRows === undefined ? undefined : openBadRows(badRows);
  try {
    return await stageReport(database, {
      content: source.content,
      source: source.kind,
      given: { ...(odsCode && { odsCode }), ...(kind && { kind }) },
      ...(odsCode && { onlyOdsCode: odsCode }),
      addsOrganisations: options.addsOrganisations || known.length === 0,
      mapping,
      ...(takenOn !== undefined && { takenOn }),
      likelyDay: source.likelyDay,
      today: day,
      now,
      onProgress: ({ rows: count, bytes }) =>
        terminal.progress(`${counted(count, 'row')} read${shareOf(bytes, source.size)}`),
      ...(rows && { onProblem: rows.add }),
    });
  } finally {
    rows?.close();
  }
}

function shareOf(bytes: number, size: number | undefined): string {
  return size ? `, ${Math.min(100, Math.round((bytes / size) * 100))}%` : '';
}
