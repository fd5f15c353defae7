/** What can be typed after `npm run hygiene -- import`. */
import { ACCOUNT_KINDS, type AccountKind } from '../../../../hygiene/account.ts';
import type { Day } from '../../../../hygiene/day.ts';
import { isDay } from '../../../../hygiene/report-file/read-values.ts';
import {
  type ColumnMapping,
  isReportField,
  REPORT_FIELDS,
} from '../../../../hygiene/report-file/report-fields.ts';
import { codes, Mistake } from '../../told.ts';

export const IMPORT_OPTIONS = {
  graph: { type: 'boolean', default: false },
  map: { type: 'string', multiple: true, default: [] as string[] },
  date: { type: 'string' },
  organisation: { type: 'string' },
  type: { type: 'string' },
  complete: { type: 'boolean', default: false },
  'complete-for': { type: 'string', multiple: true, default: [] as string[] },
  'add-organisations': { type: 'boolean', default: false },
  older: { type: 'boolean', default: false },
  yes: { type: 'boolean', default: false },
  'yes-large': { type: 'boolean', default: false },
  'bad-rows': { type: 'string' },
  'dry-run': { type: 'boolean', default: false },
} as const;

export interface ImportOptions {
  /** A path, or Microsoft Graph. */
  from: { file: string } | 'graph';
  mapping: ColumnMapping;
  takenOn?: Day;
  /** The only organisation whose rows are taken, and the one of rows that name none. */
  odsCode?: string;
  kind?: AccountKind;
  complete: 'all' | readonly string[];
  addsOrganisations: boolean;
  takesOlder: boolean;
  /** Not asked before it is used; not even when it changes very much. */
  yes: boolean;
  yesLarge: boolean;
  /** Where every row that cannot be used is written. */
  badRows?: string;
  dryRun: boolean;
}

interface Typed {
  graph: boolean;
  map: string[];
  date?: string | undefined;
  organisation?: string | undefined;
  type?: string | undefined;
  complete: boolean;
  'complete-for': string[];
  'add-organisations': boolean;
  older: boolean;
  yes: boolean;
  'yes-large': boolean;
  'bad-rows'?: string | undefined;
  'dry-run': boolean;
}

/** @throws Mistake for what was mistyped. */
export function readImportOptions(typed: Typed, words: readonly string[]): ImportOptions {
  const { date: takenOn, organisation, type: kind, 'bad-rows': badRows } = typed;
  if (takenOn !== undefined && !isDay(takenOn))
    throw new Mistake(`"${takenOn}" is not a day. Write it as 2026-11-16.`);
  if (kind !== undefined && !isKind(kind))
    throw new Mistake(`"${kind}" is no type of account. Write ${ACCOUNT_KINDS.join(', ')}.`);
  const [odsCode] = organisation === undefined ? [] : codes([organisation]);
  const some = codes(typed['complete-for'].flatMap((each) => each.split(',')));
  return {
    from: sourceFrom(typed.graph, words),
    mapping: mappingFrom(typed.map),
    ...(takenOn !== undefined && { takenOn }),
    ...(odsCode !== undefined && { odsCode }),
    ...(kind !== undefined && { kind }),
    complete: typed.complete ? 'all' : some,
    addsOrganisations: typed['add-organisations'],
    takesOlder: typed.older,
    yes: typed.yes || typed['yes-large'],
    yesLarge: typed['yes-large'],
    ...(badRows !== undefined && { badRows }),
    dryRun: typed['dry-run'],
  };
}

function sourceFrom(graph: boolean, [file, ...more]: readonly string[]): ImportOptions['from'] {
  if (more.length > 0) throw new Mistake('Give one file at a time. A path with spaces needs quotes.');
  if (graph === (file !== undefined)) throw new Mistake('Give the path of a CSV file, or --graph.');
  return file === undefined ? 'graph' : { file };
}

/** `name=Column` as the help shows it: the field first, for it has no spaces. */
function mappingFrom(pairs: readonly string[]): ColumnMapping {
  return Object.fromEntries(
    pairs.map((pair) => {
      const at = pair.indexOf('=');
      const field = pair.slice(0, at).trim();
      const column = pair.slice(at + 1).trim();
      const known = isReportField(field) || field === 'ignore';
      if (at < 1 || !column || !known) {
        throw new Mistake(
          `"${pair}" says no column. Write --map "lastActiveOn=Last seen". The names are: ${Object.keys(REPORT_FIELDS).join(', ')}, and ignore.`,
        );
      }
      return [column, field];
    }),
  );
}

function isKind(text: string): text is AccountKind {
  return (ACCOUNT_KINDS as readonly string[]).includes(text);
}
