/** Account inactivity: facts for everybody, a person's own account for them, organisations' accounts for administrators. */
import { showFact, showNotCovered } from '../answers.ts';
import type { DialogDeps, Request } from '../feature.ts';
import { OneReplyDialog } from '../one-reply-dialog.ts';
import type { CardAction, Turn } from '../turn.ts';
import { askForAbsence, LONG_ABSENCE, showLongAbsence } from './absence.ts';
import { showAccount } from './account.ts';
import { showForm } from './account-form.ts';
import { showAccountHasGone } from './account-has-gone.ts';
import { remindOf, stopReminding } from './account-reminders.ts';
import { askAdministrator, askIfLeaving, leave, stillHere } from './acknowledge.ts';
import { showAutomatic, turnAutomaticOff, turnAutomaticOn } from './automatic.ts';
import { keepDecision, undo } from './decide.ts';
import { keepDigestChoice, showDigestChoice } from './digest.ts';
import { showDropped } from './dropped-file.ts';
import { offerExport, writeExport } from './export.ts';
import { showMyAccount } from './my-account.ts';
import { offerUnreached, stopUnderWay, writeUnreached } from './own-send.ts';
import { placeFrom, wordsIn } from './place.ts';
import { showReport } from './report.ts';
import { search, showWho } from './search.ts';
import { takeBack } from './take-back.ts';
import { answerFrom, discardDropped, useDropped } from './use-dropped.ts';
import { cancelWarnings, confirmWarnings, proposeToSend } from './warnings.ts';
import { keepHours, showHoursForm } from './working-hours.ts';

export class HygieneDialog extends OneReplyDialog {
  static readonly id = 'hygiene';
  private readonly deps: DialogDeps;

  constructor(deps: DialogDeps) {
    super(HygieneDialog.id);
    this.deps = deps;
  }

  protected override async reply(turn: Turn, { entry, opens, action }: Request): Promise<void> {
    if (opens === 'hygiene.gone') return showAccountHasGone(turn, this.deps);
    if (!opens && entry?.kind === 'fact') {
      return entry.id === LONG_ABSENCE ? showLongAbsence(turn, this.deps, entry) : showFact(turn, entry);
    }
    if (!opens && entry?.kind === 'gap')
      return showNotCovered(turn, this.deps.knowledge, { gap: entry, near: [] });
    turn.record({ feature: 'hygiene', outcome: 'answered', clauses: [], entries: entry ? [entry.id] : [] });
    switch (action?.verb ?? opens) {
      case 'hygiene.report':
        return showReport(turn, this.deps, placeFrom(action?.data), action !== undefined);
      case 'hygiene.search':
        return search(turn, this.deps);
      case 'hygiene.who':
        return showWho(turn, this.deps);
      case 'hygiene.export':
        return offerExport(turn, this.deps, placeFrom(action?.data));
      case 'hygiene.exported':
        return writeExport(turn, this.deps, placeFrom(action?.data));
      case 'hygiene.propose':
        return proposeToSend(turn, this.deps, String(action?.data.ods ?? ''));
      case 'hygiene.confirm':
        return confirmWarnings(turn, this.deps, String(action?.data.sendId ?? ''));
      case 'hygiene.cancel':
        return cancelWarnings(turn, this.deps, String(action?.data.sendId ?? ''));
      case 'hygiene.stopsend':
        return stopUnderWay(turn, this.deps, String(action?.data.sendId ?? ''));
      case 'hygiene.unreached':
        return offerUnreached(turn, this.deps, String(action?.data.sendId ?? ''));
      case 'hygiene.unreachedfile':
        return writeUnreached(turn, this.deps, String(action?.data.sendId ?? ''));
      case 'hygiene.askabsence':
        return askForAbsence(turn, this.deps);
      case 'hygiene.file':
        return showDropped(turn, this.deps);
      case 'hygiene.use':
        return useDropped(turn, this.deps, answerFrom(action?.data));
      case 'hygiene.discard':
        return discardDropped(turn, this.deps, answerFrom(action?.data));
      case 'hygiene.unimport':
        return takeBack(turn, this.deps, Number(action?.data.report));
      case 'hygiene.digest':
        return showDigestChoice(turn, this.deps);
      case 'hygiene.keepdigest':
        return keepDigestChoice(turn, this.deps, action?.data ?? {});
      case 'hygiene.automatic':
        return showAutomatic(turn, this.deps, wordsIn(action?.data.ods), { inPlace: action !== undefined });
      default:
        if (action && (await this.aboutWarning(turn, action))) return;
        if (action && (await this.aboutAutomatic(turn, action))) return;
        return action && (await this.aboutAccount(turn, action)) ? undefined : showMyAccount(turn, this.deps);
    }
  }

  /** Buttons of a warning that the person got. @returns whether it was one of these. */
  private async aboutWarning(turn: Turn, { verb, data }: CardAction): Promise<boolean> {
    const { deps } = this;
    switch (verb) {
      case 'hygiene.acknowledge':
        await stillHere(turn, deps, wordsIn(data.due));
        break;
      case 'hygiene.leaving':
        await askIfLeaving(turn, deps, wordsIn(data.due));
        break;
      case 'hygiene.leave':
        await leave(turn, deps, wordsIn(data.tag), wordsIn(data.answer));
        break;
      case 'hygiene.askadministrator':
        await askAdministrator(turn, deps, wordsIn(data.due));
        break;
      default:
        return false;
    }
    return true;
  }

  /** Buttons of warnings that go out by themselves. @returns whether it was one of these. */
  private async aboutAutomatic(turn: Turn, { verb, data }: CardAction): Promise<boolean> {
    const { deps } = this;
    switch (verb) {
      case 'hygiene.automaticon':
        await turnAutomaticOn(turn, deps, wordsIn(data.sendId));
        break;
      case 'hygiene.automaticoff':
        await turnAutomaticOff(turn, deps, wordsIn(data.ods));
        break;
      case 'hygiene.hours':
        await showHoursForm(turn, deps, wordsIn(data.ods));
        break;
      case 'hygiene.keephours':
        await keepHours(turn, deps, wordsIn(data.ods), data);
        break;
      default:
        return false;
    }
    return true;
  }

  /** What an administrator does with one account. @returns whether it was one of these. */
  private async aboutAccount(turn: Turn, { verb, data }: CardAction): Promise<boolean> {
    const { deps } = this;
    const about = { address: wordsIn(data.address), place: placeFrom(data) };
    const decision = wordsIn(data.decision);
    const typed = { day: wordsIn(data.day), approver: wordsIn(data.approver) };
    switch (verb) {
      case 'hygiene.account':
        await showAccount(turn, deps, about);
        break;
      case 'hygiene.form':
        await showForm(turn, deps, about, decision);
        break;
      case 'hygiene.decide':
        await keepDecision(turn, deps, about, decision, typed);
        break;
      case 'hygiene.undo':
        await undo(turn, deps, about, Number(data.audit));
        break;
      case 'hygiene.remind':
        await remindOf(turn, deps, about, typed.day);
        break;
      case 'hygiene.unremind':
        await stopReminding(turn, deps, about);
        break;
      default:
        return false;
    }
    return true;
  }
}
