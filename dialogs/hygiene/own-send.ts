/** "Stop this send" and "Save who was not reached": both ask again who it is, because a card may be old. */
import { recordAudit } from '../../access/audit.ts';
import { counted } from '../../cards/counted.ts';
import { messageCard } from '../../cards/message/message-card.ts';
import { recipientsCsv, recipientsCsvSize } from '../../delivery/recipients-csv.ts';
import { shownReport } from '../../delivery/send-report.ts';
import { dayIn } from '../../hygiene/day.ts';
import { sendOf, stopSend } from '../../hygiene/own-send.ts';
import type { DialogDeps } from '../feature.ts';
import type { Turn } from '../turn.ts';
import { progressCard, resultCard } from './owed-cards.ts';
import { organisationsFor } from './report.ts';
import { EXPORT_FAILED } from './report-messages.ts';
import {
  EVERYBODY_WAS_REACHED,
  NO_FILE,
  NOT_STARTED,
  NOT_YOUR_SEND,
  STILL_UNDER_WAY,
} from './send-messages.ts';

export async function stopUnderWay(turn: Turn, deps: DialogDeps, sendId: string): Promise<void> {
  if (!(await organisationsFor(turn, deps))) return;
  const stopped = await stopSend(deps.database, { sendId, administrator: turn.person, now: turn.now });
  switch (stopped.outcome) {
    case 'stopped':
      deps.wakeDelivery();
      return turn.say({ card: progressCard(stopped.progress), inPlace: true });
    case 'over': {
      const report = await shownReport(deps.database, sendId);
      return turn.say({ card: report ? resultCard(report) : messageCard(NOT_YOUR_SEND), inPlace: true });
    }
    case 'not-started':
      return turn.say({ card: messageCard(NOT_STARTED) });
    case 'not-yours':
      return turn.say({ card: messageCard(NOT_YOUR_SEND) });
  }
}

export async function offerUnreached(turn: Turn, deps: DialogDeps, sendId: string): Promise<void> {
  if (!(await organisationsFor(turn, deps))) return;
  const size = await unreachedOf(turn, deps, sendId);
  if (!size) return;
  turn.say({
    fileConsent: {
      name: `not-reached-${dayIn(deps.timeZone, turn.now)}.csv`,
      description: `${counted(size.people, 'person', 'people')}, for a spreadsheet. The file holds personal details: keep it safe.`,
      sizeInBytes: size.bytes,
      verb: 'hygiene.unreachedfile',
      data: { sendId },
    },
  });
}

/** The person answered. Who they are and what they may see is asked again: the answer may be days old. */
export async function writeUnreached(turn: Turn, deps: DialogDeps, sendId: string): Promise<void> {
  if (!(await organisationsFor(turn, deps))) return;
  const { upload, person, now } = turn;
  if (!upload) return turn.say({ card: messageCard(NO_FILE) });
  const size = await unreachedOf(turn, deps, sendId);
  if (!size) return;
  const { people, bytes, odsCode } = size;
  async function* parts() {
    await recordAudit(deps.database, {
      actor: person,
      what: 'send.exported',
      odsCode,
      subject: sendId,
      after: { people },
      at: now,
    });
    for await (const { text } of recipientsCsv(deps.database, sendId, 'unreached')) yield text;
  }
  const isThere = await deps.files.write(upload, bytes, parts());
  if (!isThere) return turn.say({ card: messageCard(EXPORT_FAILED) });
  const { uploadUrl: _, ...file } = upload;
  turn.say({ file });
}

/** Says why there is to be no file, when there is none. */
async function unreachedOf(turn: Turn, deps: DialogDeps, sendId: string) {
  const send = await sendOf(deps.database, { sendId, administrator: turn.person, now: turn.now });
  const refusal = !send
    ? NOT_YOUR_SEND
    : send.state === 'confirmed'
      ? STILL_UNDER_WAY
      : send.state !== 'reported'
        ? NOT_STARTED
        : undefined;
  if (!send || refusal) {
    turn.say({ card: messageCard(refusal ?? NOT_YOUR_SEND) });
    return undefined;
  }
  const size = await recipientsCsvSize(deps.database, sendId, 'unreached');
  if (size.people > 0) return { ...size, odsCode: send.odsCode };
  turn.say({ card: messageCard(EVERYBODY_WAS_REACHED) });
  return undefined;
}
