/** Questions on the Acceptable Use Policy: the clause word for word, and the policy to read through. */
import { Dialog, type DialogContext, type DialogTurnResult } from 'botbuilder-dialogs';
import { messageCard } from '../../cards/message/message-card.ts';
import { policyContentsCard } from '../../cards/policy-contents/policy-contents-card.ts';
import { policySectionCard } from '../../cards/policy-section/policy-section-card.ts';
import type { Clause } from '../../knowledge/entry.ts';
import type { Section } from '../../knowledge/knowledge.ts';
import { showNotCovered, sourceLine } from '../answers.ts';
import type { DialogDeps, Request } from '../feature.ts';
import type { CardAction, Turn, TurnOutcome } from '../turn.ts';
import { turnOf } from '../turn.ts';
import { clauseReply } from './clause-reply.ts';
import { END_OF_POLICY, noSuchClause, noSuchSection } from './messages.ts';
import { PAGE, pageAfter, pagesOf, type Reading, turnsPage } from './paging.ts';

const NOTHING: TurnOutcome = { feature: 'aup', outcome: 'answered', clauses: [], entries: [] };

export class AupDialog extends Dialog {
  static readonly id = 'aup';
  private readonly deps: DialogDeps;

  constructor(deps: DialogDeps) {
    super(AupDialog.id);
    this.deps = deps;
  }

  override async beginDialog(dialog: DialogContext, request: Request = {}): Promise<DialogTurnResult> {
    // Whoever opens another place has left the page they were reading.
    const below = dialog.stack.length - 2;
    if (dialog.stack[below]?.id === AupDialog.id) dialog.stack.splice(below, 1);
    return this.stay(dialog, this.answer(turnOf(dialog.context), request));
  }

  /** True for "next" and "back" on a page, and for the policy's own buttons. */
  takes(turn: Turn): boolean {
    return turn.action ? turn.action.verb.startsWith('aup.') : turnsPage(turn.text) !== undefined;
  }

  override async continueDialog(dialog: DialogContext): Promise<DialogTurnResult> {
    const turn = turnOf(dialog.context);
    if (turn.action) return this.stay(dialog, this.open(turn, turn.action));
    const reading = dialog.activeDialog?.state as Reading;
    const direction = turnsPage(turn.text) ?? 'next';
    const page = pageAfter(this.deps.knowledge.sections, reading, direction);
    if (page) return this.stay(dialog, this.showSection(turn, page.section, page.page));
    if (direction === 'next') this.tell(turn, messageCard(END_OF_POLICY), 'answered');
    else this.showContents(turn);
    return dialog.endDialog();
  }

  /** A page stays open for "next", unless another dialog waits below for its answer. */
  private async stay(dialog: DialogContext, reading: Reading | undefined): Promise<DialogTurnResult> {
    if (!reading || dialog.stack.length > 1) return dialog.endDialog();
    Object.assign(dialog.activeDialog?.state ?? {}, reading);
    return Dialog.EndOfTurn;
  }

  private answer(turn: Turn, { entry, action }: Request): Reading | undefined {
    const { knowledge } = this.deps;
    if (entry?.kind === 'clause') return this.showClause(turn, entry);
    if (entry?.kind !== 'gap') return this.open(turn, action);
    showNotCovered(turn, knowledge, {
      gap: entry,
      near: entry.see.flatMap((id) => knowledge.entry(id) ?? []),
    });
    return undefined;
  }

  private open(turn: Turn, action: CardAction | undefined): Reading | undefined {
    const number = String(action?.data.number ?? '');
    const section = String(action?.data.section ?? '');
    if (number) return this.showNumber(turn, number);
    if (section) return this.showSection(turn, section, Number(action?.data.page ?? 1));
    return this.showContents(turn);
  }

  private showNumber(turn: Turn, number: string): undefined {
    const { knowledge } = this.deps;
    const clause = knowledge.clause(number);
    if (clause) return this.showClause(turn, clause);
    return this.tell(turn, messageCard(noSuchClause(number, knowledge.sections)), 'not-covered');
  }

  private showClause(turn: Turn, clause: Clause): undefined {
    const { reply, outcome } = clauseReply(this.deps.knowledge, clause);
    turn.say(reply);
    turn.record(outcome);
  }

  private showSection(turn: Turn, number: string, page: number): Reading | undefined {
    const { sections } = this.deps.knowledge;
    const section = sections.find((each) => each.number === number);
    if (!section) {
      // "Section 3" holds no clauses of its own: its parts do.
      const parts = sections.filter((each) => each.number.startsWith(`${number}.`));
      if (parts.length > 0) return this.showContents(turn, parts, `Section ${number}`);
      return this.tell(turn, messageCard(noSuchSection(number, sections)), 'not-covered');
    }
    const pages = pagesOf(section);
    const at = Math.min(Math.max(Number.isInteger(page) ? page : 1, 1), pages);
    const [only] = section.clauses;
    if (section.clauses.length === 1 && only) this.showClause(turn, only);
    else this.tell(turn, this.sectionCard(section, at, pages), 'answered');
    return { section: number, page: at };
  }

  private sectionCard(section: Section, page: number, pages: number) {
    const shown = section.clauses.slice((page - 1) * PAGE, page * PAGE);
    return policySectionCard({
      number: section.number,
      title: section.title,
      clauses: shown.map(({ number, title, summary }) => ({ number, title, summary })),
      page,
      pages,
      sourceLine: this.policyLine(),
    });
  }

  /** All sections, or the parts of one. */
  private showContents(turn: Turn, parts?: readonly Section[], title = 'Acceptable Use Policy'): undefined {
    const sections = parts ?? this.deps.knowledge.sections;
    const card = policyContentsCard({
      title,
      part: parts !== undefined,
      sections: sections.map(({ number, title: name, clauses }) => ({
        number,
        title: name,
        clauses: clauses.length,
      })),
      sourceLine: this.policyLine(),
    });
    return this.tell(turn, card, 'answered');
  }

  private tell(turn: Turn, card: ReturnType<typeof messageCard>, outcome: TurnOutcome['outcome']): undefined {
    turn.say({ card });
    turn.record({ ...NOTHING, outcome });
  }

  private policyLine(): string {
    const source = this.deps.knowledge.contents.sources.get('aup');
    return source ? sourceLine(source) : '';
  }
}
