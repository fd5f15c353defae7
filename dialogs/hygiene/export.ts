/** "Export": the accounts that an administrator sees, as a file in their own OneDrive, once they agreed to it there. */
import { recordAudit } from '../../access/audit.ts';
import { counted } from '../../cards/counted.ts';
import { messageCard } from '../../cards/message/message-card.ts';
import { type ExportQuestion, exportAccounts, exportSize } from '../../hygiene/account-export.ts';
import { dayIn } from '../../hygiene/day.ts';
import type { DialogDeps } from '../feature.ts';
import type { Turn } from '../turn.ts';
import { stageTitles } from './messages.ts';
import { profilesFor } from './my-account.ts';
import { filterOf, type ReportPlace } from './place.ts';
import { organisationsFor } from './report.ts';
import { EXPORT_DECLINED, EXPORT_FAILED, NOTHING_TO_EXPORT, TOO_MANY_TO_EXPORT } from './report-messages.ts';

/** Teams waits for an answer for seconds, not minutes. The command line has no such limit. */
const MOST_IN_CHAT = 50_000;

export async function offerExport(turn: Turn, deps: DialogDeps, place: ReportPlace): Promise<void> {
  if (!(await organisationsFor(turn, deps))) return;
  const question = questionFor(turn, deps, place);
  const { accounts, bytes } = await exportSize(deps.database, question, MOST_IN_CHAT);
  if (whyNoFile(turn, accounts)) return;
  turn.say({
    fileConsent: {
      name: `accounts-${question.day}.csv`,
      description: `${counted(accounts, 'account')}, for a spreadsheet. The file holds personal details: keep it safe.`,
      sizeInBytes: bytes,
      verb: 'hygiene.exported',
      data: { ods: place.ods, stage: place.stage, find: place.find },
    },
  });
}

/** The person answered. Who they are and what they may see is asked again: the answer may be days old. */
export async function writeExport(turn: Turn, deps: DialogDeps, place: ReportPlace): Promise<void> {
  if (!(await organisationsFor(turn, deps))) return;
  const { upload, person, now } = turn;
  if (!upload) return turn.say({ card: messageCard(EXPORT_DECLINED) });
  const question = questionFor(turn, deps, place);
  const { accounts, bytes } = await exportSize(deps.database, question, MOST_IN_CHAT);
  if (whyNoFile(turn, accounts)) return;
  const { odsCode, ...filter } = question.filter ?? {};
  async function* parts() {
    await recordAudit(deps.database, {
      actor: person,
      what: 'accounts.exported',
      ...(odsCode && { odsCode }),
      after: { accounts, ...filter },
      at: now,
    });
    for await (const { text } of exportAccounts(deps.database, question)) yield text;
  }
  const isThere = await deps.files.write(upload, bytes, parts());
  if (!isThere) return turn.say({ card: messageCard(EXPORT_FAILED) });
  const { uploadUrl: _, ...file } = upload;
  turn.say({ file });
}

/** On the card nothing chosen means what is due soonest; in a file it means everything. */
function questionFor(turn: Turn, deps: DialogDeps, place: ReportPlace): ExportQuestion {
  return {
    reader: turn.person,
    profile: profilesFor(deps)[0],
    day: dayIn(deps.timeZone, turn.now),
    timeZone: deps.timeZone,
    now: turn.now,
    filter: filterOf({ ...place, stage: place.stage || 'any' }),
    stageTitles,
  };
}

/** Says why there is to be no file, when there is none. */
function whyNoFile(turn: Turn, accounts: number): boolean {
  const why = accounts === 0 ? NOTHING_TO_EXPORT : accounts > MOST_IN_CHAT ? TOO_MANY_TO_EXPORT : undefined;
  if (why) turn.say({ card: messageCard(why) });
  return why !== undefined;
}
