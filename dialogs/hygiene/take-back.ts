/** "Undo" on a report that was used: the accounts stand as they stood before it. */
import { messageCard } from '../../cards/message/message-card.ts';
import { dayIn } from '../../hygiene/day.ts';
import { undoImport } from '../../hygiene/report-import/undo-import.ts';
import { sweep } from '../../hygiene/sweep.ts';
import type { DialogDeps } from '../feature.ts';
import type { Turn } from '../turn.ts';
import { NOT_TAKEN_BACK, takenBack } from './import-messages.ts';
import { organisationsFor } from './report.ts';

/** Only for the organisations that they administer now, and only while no other report has come. */
export async function takeBack(turn: Turn, deps: DialogDeps, reportId: number): Promise<void> {
  const organisations = await organisationsFor(turn, deps);
  if (!organisations) return;
  const { database, profile, timeZone } = deps;
  const { person, now } = turn;
  const undone = Number.isSafeInteger(reportId)
    ? await undoImport(database, {
        odsCodes: organisations.map(({ odsCode }) => odsCode),
        reportId,
        actor: person,
        now,
      })
    : undefined;
  if (!undone || undone.odsCodes.length === 0) {
    return turn.say({ inPlace: true, card: messageCard(NOT_TAKEN_BACK) });
  }
  const day = dayIn(timeZone, now);
  if (profile) await sweep(database, { profile, day, now, odsCodes: undone.odsCodes });
  turn.say({ inPlace: true, card: messageCard(takenBack(undone)) });
}
