/** Questions on the Acceptable Use Policy: the clause word for word, and the policy to read through. */
import { clauseAnswerCard } from '../../cards/clause-answer/clause-answer-card.ts';
import { messageCard } from '../../cards/message/message-card.ts';
import { policyContentsCard } from '../../cards/policy-contents/policy-contents-card.ts';
import { policySectionCard } from '../../cards/policy-section/policy-section-card.ts';
import type { Clause } from '../../knowledge/entry.ts';
import { laterLines, showNotCovered, sourceDate, sourceLine } from '../answers.ts';
import type { DialogDeps, Request } from '../feature.ts';
import { OneReplyDialog } from '../one-reply-dialog.ts';
import type { Turn } from '../turn.ts';
import { noSuchClause, noSuchSection } from './messages.ts';

/** Clauses on one page of a section, so that the card fits a phone. */
const PAGE = 6;
/** What a clause shown in full is counted as: itself and its twins, three at most. */
const SHOWN = 3;

export class AupDialog extends OneReplyDialog {
  static readonly id = 'aup';
  private readonly deps: DialogDeps;

  constructor(deps: DialogDeps) {
    super(AupDialog.id);
    this.deps = deps;
  }

  protected override reply(turn: Turn, { entry, action }: Request): void {
    if (entry?.kind === 'clause') return this.showClause(turn, entry);
    if (entry?.kind === 'gap') return showNotCovered(turn, this.deps.knowledge, { gap: entry, near: [] });
    const number = String(action?.data.number ?? '');
    const section = String(action?.data.section ?? '');
    if (number) return this.showNumber(turn, number);
    if (section) return this.showSection(turn, section, Number(action?.data.page ?? 1));
    this.showContents(turn);
  }

  private showNumber(turn: Turn, number: string): void {
    const clause = this.deps.knowledge.clause(number);
    if (clause) return this.showClause(turn, clause);
    turn.say({ card: messageCard(noSuchClause(number)) });
    turn.record({ feature: 'aup', outcome: 'not-covered', clauses: [], entries: [] });
  }

  private showClause(turn: Turn, clause: Clause): void {
    const { knowledge } = this.deps;
    const twins = clause.twins.flatMap((twin) => {
      const other = knowledge.clause(twin.clause);
      return other ? [{ number: other.number, title: other.title, adds: twin.adds, text: other.text }] : [];
    });
    turn.say({
      text: `Acceptable Use Policy, clause ${clause.number} [1]`,
      citation: {
        name: `Clause ${clause.number}, ${clause.source.title}`,
        abstract: clause.text,
        url: clause.source.readAt,
      },
      card: clauseAnswerCard({
        number: clause.number,
        section: clause.section,
        title: clause.title,
        summary: clause.summary,
        text: clause.text,
        sourceTitle: `${clause.source.title}, ${clause.source.publisher}`,
        sourceDate: sourceDate(clause.source),
        readAt: clause.source.readAt ?? '',
        twins,
        caution: clause.caution ?? '',
        later: laterLines(clause.later),
        ask: clause.ask,
        neighbours: this.neighboursOf(clause),
      }),
    });
    const clauses = [clause.number, ...twins.map((twin) => twin.number)].slice(0, SHOWN);
    turn.record({
      feature: 'aup',
      outcome: 'answered',
      clauses,
      entries: clauses.map((number) => `aup/${number}`),
    });
  }

  /** The clauses before and after, in the same section. */
  private neighboursOf(clause: Clause): { number: string; title: string }[] {
    const section = this.deps.knowledge.sections.find((each) => each.clauses.includes(clause));
    const at = section?.clauses.indexOf(clause) ?? -1;
    return [section?.clauses[at - 1], section?.clauses[at + 1]].flatMap((each) =>
      each ? [{ number: each.number, title: each.title }] : [],
    );
  }

  private showSection(turn: Turn, number: string, page: number): void {
    const section = this.deps.knowledge.sections.find((each) => each.number === number);
    if (!section) {
      // "Section 3" holds no clauses of its own: its parts do.
      if (this.deps.knowledge.sections.some((each) => each.number.startsWith(`${number}.`)))
        return this.showContents(turn);
      turn.say({ card: messageCard(noSuchSection(number)) });
      return turn.record({ feature: 'aup', outcome: 'not-covered', clauses: [], entries: [] });
    }
    const pages = Math.ceil(section.clauses.length / PAGE);
    const at = Math.min(Math.max(Number.isInteger(page) ? page : 1, 1), pages);
    const shown = section.clauses.slice((at - 1) * PAGE, at * PAGE);
    turn.say({
      card: policySectionCard({
        number: section.number,
        title: section.title,
        clauses: shown.map((clause) => ({
          number: clause.number,
          title: clause.title,
          summary: clause.summary,
        })),
        page: at,
        pages,
        sourceLine: this.policyLine(),
      }),
    });
    turn.record({ feature: 'aup', outcome: 'answered', clauses: [], entries: [] });
  }

  private showContents(turn: Turn): void {
    turn.say({
      card: policyContentsCard({
        sections: this.deps.knowledge.sections.map(({ number, title, clauses }) => ({
          number,
          title,
          clauses: clauses.length,
        })),
        sourceLine: this.policyLine(),
      }),
    });
    turn.record({ feature: 'aup', outcome: 'answered', clauses: [], entries: [] });
  }

  private policyLine(): string {
    const source = this.deps.knowledge.contents.sources.get('aup');
    return source ? sourceLine(source) : '';
  }
}
