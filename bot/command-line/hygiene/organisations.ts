/** `npm run hygiene -- organisations`: which report each organisation has, how old it is, and how its columns are read. */
import { type Day, daysBetween, sayDay } from '../../../hygiene/day.ts';
import { ageOf } from '../../../hygiene/latest-report.ts';
import { type OrganisationReport, organisationReports } from '../../../hygiene/organisation-reports.ts';
import { rememberedColumns } from '../../../hygiene/report-import/remembered-columns.ts';
import { addOrganisation } from '../admin/organisation.ts';
import { codes, Mistake, type Told } from '../told.ts';
import { type Surroundings, subcommand, type Work } from './subcommand.ts';

export const organisationsCommand = subcommand({
  name: 'organisations',
  help: `npm run hygiene -- organisations [A1B2]                     which report each has, and how old it is
npm run hygiene -- organisations add A1B2 "Rosewood Care" [--nas]   adds it, or gives it another name; --no-nas: NAS does not run it
npm run hygiene -- organisations --stale                  only those without a report that is young enough to act on

A code adds what its columns are remembered as.`,
  options: {
    nas: { type: 'boolean' },
    stale: { type: 'boolean', default: false },
    'dry-run': { type: 'boolean', default: false },
  },
  read({ values: { nas, stale, 'dry-run': dryRun }, positionals }) {
    if (positionals[0] === 'add') return adding(positionals.slice(1), { nas, dryRun });
    const odsCodes = codes(positionals);
    return (surroundings) => listed(odsCodes, stale, surroundings);
  },
});

function adding(
  [code, name, ...more]: readonly string[],
  options: { nas: boolean | undefined; dryRun: boolean },
): Work {
  if (!code || !name || more.length > 0)
    throw new Mistake('Give a code and a name: organisations add A1B2 "Rosewood Care"');
  return ({ database, now }) => addOrganisation(database, code, name, { ...options, now });
}

async function listed(
  odsCodes: readonly string[],
  stale: boolean,
  { database, profile, day }: Surroundings,
): Promise<Told> {
  const isTooOld = ({ takenOn }: OrganisationReport) => !takenOn || ageOf(takenOn, profile, day).tooOld;
  const rows = (await organisationReports(database, odsCodes)).filter((row) => !stale || isTooOld(row));
  const columns = odsCodes.length > 0 ? await rememberedColumns(database, odsCodes) : {};
  const words = [
    ...rows.map((row) => lineOf(row, day, isTooOld(row))),
    ...Object.entries(columns).map(([theirs, field]) => `    column “${theirs}” is ${field}`),
  ];
  return {
    well: true,
    words: words.join('\n') || (stale ? 'Every report is young enough.' : 'There are no organisations yet.'),
    json: odsCodes.length > 0 ? { organisations: rows, columns } : rows,
  };
}

function lineOf(row: OrganisationReport, day: Day, tooOld: boolean): string {
  const { odsCode, name, isNas, takenOn, isComplete, canUndo } = row;
  const age = takenOn ? daysBetween(takenOn, day) : 0;
  const report = takenOn
    ? [
        `report of ${sayDay(takenOn)}`,
        age === 1 ? '1 day old' : `${age} days old`,
        ...(tooOld ? ['too old to act on'] : []),
        ...(isComplete ? ['complete'] : []),
        ...(canUndo ? ['can be undone'] : []),
      ].join(', ')
    : 'no report yet';
  return `${odsCode}  ${name}${isNas ? ' (run by NAS)' : ''}: ${report}`;
}
