/** What an administrator answers to the report they were shown: use it, use it all the same, or do not. */
import { messageCard } from '../../cards/message/message-card.ts';
import { reportPreviewCard } from '../../cards/report-preview/report-preview-card.ts';
import { reportUsedCard } from '../../cards/report-used/report-used-card.ts';
import { dayIn } from '../../hygiene/day.ts';
import { isDay } from '../../hygiene/report-file/read-values.ts';
import { discardStaged } from '../../hygiene/report-import/staged-report.ts';
import { type UseOutcome, useReport } from '../../hygiene/report-import/use-report.ts';
import type { Weight } from '../../hygiene/report-import/weigh-report.ts';
import { sweep } from '../../hygiene/sweep.ts';
import type { DialogDeps } from '../feature.ts';
import type { Turn } from '../turn.ts';
import { largeLine, NOT_USED, notUsed, previewFigures, sweptLine, usedFigures } from './import-messages.ts';
import { profilesFor } from './my-account.ts';
import { wordsIn } from './place.ts';
import { organisationsFor } from './report.ts';

/** What comes back with the button. It proves nothing: whose report it is stands in the database. */
export interface Answer {
  staged: number;
  day: string;
  complete: boolean;
  sure: boolean;
}

export function answerFrom(data: Readonly<Record<string, unknown>> = {}): Answer {
  const staged = Number(data.staged);
  const day = wordsIn(data.day);
  return {
    staged: Number.isSafeInteger(staged) ? staged : 0,
    day: isDay(day) ? day : '',
    complete: data.complete === 'yes',
    sure: data.sure === 'yes',
  };
}

export async function useDropped(turn: Turn, deps: DialogDeps, answer: Answer): Promise<void> {
  const organisations = await organisationsFor(turn, deps);
  if (!organisations) return;
  const { person, now } = turn;
  const used = await useReport(deps.database, {
    stagedId: answer.staged,
    by: person,
    actor: person,
    complete: answer.complete ? 'all' : [],
    ...(answer.day && { takenOn: answer.day }),
    acceptsLargeChange: answer.sure,
    profile: profilesFor(deps)[0],
    day: dayIn(deps.timeZone, now),
    now,
  });
  switch (used.outcome) {
    case 'used':
      return showUsed(turn, deps, used);
    case 'needs-another-yes':
      return askAgain(turn, deps, answer, used.weight);
    default:
      // The card stays: a day can be chosen on it, and the same button pressed again.
      return turn.say({ card: messageCard(notUsed(used, answer.day)) });
  }
}

/** The sweep is of these organisations only. To sweep twice changes nothing. */
async function showUsed(
  turn: Turn,
  { database, profile, timeZone }: DialogDeps,
  { reportId, odsCodes, weight }: Extract<UseOutcome, { outcome: 'used' }>,
): Promise<void> {
  const day = dayIn(timeZone, turn.now);
  const swept = profile && (await sweep(database, { profile, day, now: turn.now, odsCodes }));
  turn.say({
    inPlace: true,
    card: reportUsedCard({
      report: reportId,
      figures: usedFigures(weight),
      sweptLine: swept ? sweptLine(swept) : '',
    }),
  });
}

function askAgain(turn: Turn, deps: DialogDeps, { staged, day, complete }: Answer, weight: Weight): void {
  turn.say({
    inPlace: true,
    card: reportPreviewCard({
      staged,
      fileName: '',
      dayLine: '',
      today: dayIn(deps.timeZone, turn.now),
      organisations: [],
      moreOrganisations: 0,
      figures: previewFigures(weight),
      missing: 0,
      columns: [],
      bad: [],
      badRows: 0,
      large: weight.large.map(largeLine),
      answered: { complete: complete ? 'yes' : 'no', day },
    }),
  });
}

export async function discardDropped(turn: Turn, deps: DialogDeps, { staged }: Answer): Promise<void> {
  if (!(await organisationsFor(turn, deps))) return;
  await discardStaged(deps.database, staged, turn.person);
  turn.say({ inPlace: true, card: messageCard(NOT_USED) });
}
