/** Reads a report into a table of its own. Nothing is in use yet, and nothing that is in use has changed. */
import type { TeamsPerson } from '../../access/administrators.ts';
import type { BulkDatabase } from '../../delivery/database.ts';
import type { AccountKind } from '../account.ts';
import type { Day } from '../day.ts';
import { type FileProblem, UnreadableFile } from '../report-file/file-problem.ts';
import { openReport } from '../report-file/open-report.ts';
import type { ColumnMapping, ReportField } from '../report-file/report-fields.ts';
import type { RowProblem } from '../report-file/row-reader.ts';
import { admissionFor } from './admission.ts';
import { loadKnownRows } from './known-rows.ts';
import { COMMAND_LINE, rememberedColumns } from './remembered-columns.ts';
import { leaveOut, NONE_SAME } from './same-rows.ts';
import { refuseHeldElsewhere, refuseRepeated } from './staged-checks.ts';
import { beginStaging, discardStaged, finishStaging, rowsOf, type StagedReport } from './staged-report.ts';

export interface IncomingReport {
  /** The bytes of a CSV file. */
  content: AsyncIterable<Uint8Array>;
  /** Where it came from, in a word: `file`, `chat`, `graph`. */
  source: string;
  /** The person who brings it. Left out for the command line. */
  by?: TeamsPerson;
  /** The organisations whose rows are taken. Left out: all that are known. */
  odsCodes?: readonly string[];
  /** The only organisation that the report is said to be about. */
  onlyOdsCode?: string;
  /** Organisations that are not known yet are added with the report. */
  addsOrganisations?: boolean;
  /** The day of the report. When it is left out, a column says. */
  takenOn?: Day;
  /** The day that is taken where neither says one. Left out: such a file is refused. */
  likelyDay?: Day;
  /** The likely day will not do: whoever brings it has to say the day before it is used. */
  asksDay?: boolean;
  /** What the file calls its columns. */
  mapping?: ColumnMapping;
  /** What every row is taken to be where there is no column that says. */
  given?: { odsCode?: string; kind?: AccountKind };
  today: Day;
  now: Date;
  /** Told now and then how far it is. */
  onProgress?(progress: { rows: number; bytes: number }): void;
  /** Told of every row that cannot be used. */
  onProblem?(problem: RowProblem): void;
}

export interface RowProblems {
  /** How many rows cannot be used. */
  problems: number;
  /** The first of them. */
  firstProblems: RowProblem[];
}

export type Staging = FileProblem | ({ outcome: 'staged' } & ReadAs & StagedReport & RowProblems);

/** How the file was understood. */
export interface ReadAs {
  /** Nobody has said its day, and the likely one was taken. */
  isLikelyDay: boolean;
  /** Its columns that nothing was read from. */
  unused: string[];
  /** What no column says, although it decides where an account stands. */
  absent: ReportField[];
}

const LISTED = 100;

/** @throws what the content or the database throws. What was staged until then is thrown away by a later import. */
export async function stageReport(database: BulkDatabase, report: IncomingReport): Promise<Staging> {
  const stagedId = await beginStaging(database, report);
  try {
    return await readInto(database, stagedId, report);
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error;
    await discardStaged(database, stagedId, report.by);
    return error.problem;
  }
}

async function readInto(database: BulkDatabase, stagedId: number, report: IncomingReport): Promise<Staging> {
  const { source, takenOn, likelyDay, asksDay = false, today, odsCodes, mapping, given = {} } = report;
  const table = rowsOf({ stagedId });
  const admission = await admissionFor(database, report);
  const remembered = await rememberedColumns(database, odsCodes ?? [COMMAND_LINE]);
  const problems = problemList(report);
  const named = new Set<string>();
  const progress = { rows: 0, bytes: 0 };
  // A person may take an hour to say yes, and others bring reports meanwhile: theirs are staged whole.
  const known = report.by ? undefined : await loadKnownRows(database);
  let nameless = 0;
  const open = await openReport(counting(report, progress), {
    columns: { ...(mapping && { mapping }), remembered },
    given,
    ...(takenOn && { takenOn }),
    ...(likelyDay && { likelyDay }),
    today,
    refusal: admission.refusal,
    ...(known && { known: known.see }),
    onRow(odsCode) {
      progress.rows += 1;
      named.add(odsCode);
    },
    onProblem(problem, isNameless) {
      if (isNameless) nameless += 1;
      problems.add(problem);
    },
  });
  await database.copyIn(table, open.columns, open.lines);
  // Of the other columns nothing is joined or counted by.
  await database.query(`analyze ${table} (address, ods_code, usable)`);
  const repeated = await refuseRepeated(database, table, open.nameOf('address'));
  const elsewhere = odsCodes
    ? await refuseHeldElsewhere(database, table, open.nameOf('address'), odsCodes)
    : [];
  const day = open.takenOn();
  const column = open.nameOf('address');
  const left = known && (await leaveOut(database, { stagedId, rows: table, column }, known));
  for (const problem of [...repeated.problems, ...elsewhere, ...(left?.problems ?? [])])
    problems.add(problem);
  const same = left?.same ?? NONE_SAME;
  const rows = repeated.usable - elsewhere.length - (left?.refused ?? 0) + same.count;
  if (day === undefined || rows === 0) {
    await discardStaged(database, stagedId, report.by);
    return { outcome: 'no-usable-rows', ...problems.all() };
  }
  const staged: StagedReport = {
    stagedId,
    source,
    takenOn: day,
    asksDay: open.isLikelyDay && asksDay,
    odsCodes: [...named].sort(),
    rows,
    nameless,
    newOrganisations: admission.newOrganisations([...named]),
    same,
  };
  await finishStaging(database, staged);
  const { isLikelyDay, unused, absent } = open;
  return { outcome: 'staged', isLikelyDay, unused, absent, ...staged, ...problems.all() };
}

async function* counting({ content, onProgress }: IncomingReport, progress: { rows: number; bytes: number }) {
  for await (const chunk of content) {
    progress.bytes += chunk.length;
    yield chunk;
    onProgress?.(progress);
  }
}

function problemList({ onProblem }: IncomingReport) {
  const first: RowProblem[] = [];
  let count = 0;
  return {
    add(problem: RowProblem) {
      count += 1;
      if (first.length < LISTED) first.push(problem);
      onProblem?.(problem);
    },
    all(): RowProblems {
      return { problems: count, firstProblems: first.toSorted((one, other) => one.line - other.line) };
    },
  };
}
