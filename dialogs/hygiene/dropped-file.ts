/** A report that an administrator drops into the chat: it is read beside what is in use, and shown before it is used. */
import type { Organisation } from '../../access/administrators.ts';
import { messageCard } from '../../cards/message/message-card.ts';
import { reportPreviewCard } from '../../cards/report-preview/report-preview-card.ts';
import { dayIn } from '../../hygiene/day.ts';
import { columnWords } from '../../hygiene/report-file/file-problem-words.ts';
import { isDay } from '../../hygiene/report-file/read-values.ts';
import { type Staging, stageReport } from '../../hygiene/report-import/stage-report.ts';
import { discardStaged, rowsByOrganisation } from '../../hygiene/report-import/staged-report.ts';
import { useReport } from '../../hygiene/report-import/use-report.ts';
import { administers, type DialogDeps } from '../feature.ts';
import { type DroppedFile, FileNotRead } from '../person-files.ts';
import type { Turn } from '../turn.ts';
import {
  badRowLines,
  dayLine,
  fileRefused,
  NO_PICTURES,
  NO_PICTURES_FOR_ADMINISTRATORS,
  notRead,
  notUsed,
  ONE_FILE_AT_A_TIME,
  organisationRows,
  previewFigures,
  WRONG_TYPE,
} from './import-messages.ts';
import { profilesFor } from './my-account.ts';
import { organisationsFor } from './report.ts';

/** Some 80,000 accounts: more than that takes longer than Teams waits. The command line has no limit. */
export const MOST_BYTES = 10_000_000;
const TEXT_TYPES = ['csv', 'txt', 'tsv'];
const PICTURE_TYPES = [
  'jpg',
  'jpeg',
  'png',
  'gif',
  'heic',
  'heif',
  'webp',
  'bmp',
  'tif',
  'tiff',
  'svg',
  'dcm',
];
const LISTED = 10;

/** Who they are is asked before anything is fetched. */
export async function showDropped(turn: Turn, deps: DialogDeps): Promise<void> {
  if (!administers(turn.person)) return turn.say({ card: messageCard(NO_PICTURES) });
  if (turn.files.some(({ type }) => PICTURE_TYPES.includes(type))) {
    return turn.say({ card: messageCard(NO_PICTURES_FOR_ADMINISTRATORS) });
  }
  const organisations = await organisationsFor(turn, deps);
  if (!organisations) return;
  const [file, ...more] = turn.files;
  if (!file || more.length > 0) return turn.say({ card: messageCard(ONE_FILE_AT_A_TIME) });
  if (!TEXT_TYPES.includes(file.type)) return turn.say({ card: messageCard(WRONG_TYPE) });
  try {
    const staging = await stage(turn, deps, file, organisations);
    if (staging.outcome !== 'staged') return turn.say({ card: messageCard(fileRefused(staging)) });
    await preview(turn, deps, { file, staging, organisations });
  } catch (error) {
    if (!(error instanceof FileNotRead)) throw error;
    turn.say({ card: messageCard(notRead(error.fault, MOST_BYTES)) });
  }
}

function stage(
  { person, now }: Turn,
  { bulk, files, timeZone }: DialogDeps,
  file: DroppedFile,
  organisations: readonly Organisation[],
): Promise<Staging> {
  const today = dayIn(timeZone, now);
  const [only, ...others] = organisations;
  const named = dayNamedBy(file);
  return stageReport(bulk, {
    content: files.read(file, MOST_BYTES),
    source: 'chat',
    by: person,
    odsCodes: organisations.map(({ odsCode }) => odsCode),
    // Somebody with one organisation need not say which it is.
    given: only && others.length === 0 ? { odsCode: only.odsCode } : {},
    likelyDay: named ?? today,
    asksDay: named === undefined,
    today,
    now,
  });
}

function dayNamedBy({ name }: DroppedFile): string | undefined {
  const written = /\d{4}-\d\d-\d\d/.exec(name)?.[0];
  return written !== undefined && isDay(written) ? written : undefined;
}

interface Read {
  file: DroppedFile;
  staging: Extract<Staging, { outcome: 'staged' }>;
  organisations: readonly Organisation[];
}

async function preview(turn: Turn, deps: DialogDeps, { file, staging, organisations }: Read): Promise<void> {
  const { database, timeZone } = deps;
  const { person, now } = turn;
  const { stagedId, asksDay, isLikelyDay, takenOn } = staging;
  const today = dayIn(timeZone, now);
  const seen = await useReport(database, {
    stagedId,
    by: person,
    actor: person,
    complete: [],
    dryRun: true,
    profile: profilesFor(deps)[0],
    day: today,
    now,
  });
  if (seen.outcome !== 'weighed') {
    await discardStaged(database, stagedId, person);
    return turn.say({ card: messageCard(notUsed(seen, takenOn)) });
  }
  const rows = await rowsByOrganisation(database, staging, LISTED);
  turn.say({
    card: reportPreviewCard({
      staged: stagedId,
      fileName: file.name,
      dayLine: asksDay ? '' : dayLine(takenOn, isLikelyDay),
      today,
      organisations: rows.map((each) => organisationRows(each, organisations)),
      moreOrganisations: staging.odsCodes.length - rows.length,
      figures: previewFigures(seen.weight),
      missing: staging.nameless > 0 ? 0 : seen.weight.missing,
      columns: columnWords(staging),
      bad: badRowLines(staging),
      badRows: staging.problems,
      large: [],
      answered: { complete: '', day: '' },
    }),
  });
}
