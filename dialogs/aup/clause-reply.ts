/** A clause as a reply: word for word, with the clauses that belong to it, and cited natively. */
import type { Card } from '../../cards/adaptive-card.ts';
import { clauseAnswerCard } from '../../cards/clause-answer/clause-answer-card.ts';
import type { Clause } from '../../knowledge/entry.ts';
import type { Knowledge } from '../../knowledge/knowledge.ts';
import { laterLines, laterTitle, sourceDate } from '../answers.ts';
import type { Reply, TurnOutcome } from '../turn.ts';

/** What a clause shown in full is counted as: itself and its twins, three at most. */
const SHOWN = 3;

export interface ClauseReply {
  reply: Reply;
  outcome: TurnOutcome;
}

/** A clause says the same to everybody, so its reply is made once. */
const made = new WeakMap<Clause, ClauseReply>();

export function clauseReply(knowledge: Knowledge, clause: Clause): ClauseReply {
  const known = made.get(clause) ?? makeReply(knowledge, clause);
  made.set(clause, known);
  return known;
}

function makeReply(knowledge: Knowledge, clause: Clause): ClauseReply {
  const name = nameOf(clause.number);
  const reply = {
    text: `Acceptable Use Policy, ${name} [1]`,
    citation: {
      name: `${name[0]?.toUpperCase()}${name.slice(1)}, ${clause.source.title}`,
      abstract: clause.text,
      url: clause.source.readAt,
    },
    card: clauseCard(knowledge, clause, neighboursOf(knowledge, clause)),
    rated: { feature: 'aup', entry: clause.id, outcome: 'answered' },
  };
  const numbers = [clause.number, ...twinsOf(knowledge, clause).map(({ number }) => number)];
  const clauses = numbers.slice(0, SHOWN);
  const entries = clauses.map((number) => `aup/${number}`);
  return { reply, outcome: { feature: 'aup', outcome: 'answered', clauses, entries } };
}

/** @param neighbours that can be opened from it. */
export function clauseCard(
  knowledge: Knowledge,
  clause: Clause,
  neighbours: { number: string; title: string }[],
): Card {
  return clauseAnswerCard({
    number: clause.number,
    section: clause.section,
    title: clause.title,
    summary: clause.summary,
    text: clause.text,
    sourceTitle: `${clause.source.title}, ${clause.source.publisher}`,
    sourceDate: sourceDate(clause.source),
    readAt: clause.source.readAt ?? '',
    twins: twinsOf(knowledge, clause),
    caution: clause.caution ?? '',
    later: laterLines(clause.later),
    laterTitle: laterTitle(clause.source, clause.later),
    ask: clause.ask,
    neighbours,
  });
}

function twinsOf(knowledge: Knowledge, clause: Clause) {
  return clause.twins.flatMap((twin) => {
    const other = knowledge.clause(twin.clause);
    return other ? [{ number: other.number, title: other.title, adds: twin.adds, text: other.text }] : [];
  });
}

/** The introduction is a section of its own. */
function nameOf(number: string): string {
  return `${number.includes('.') ? 'clause' : 'section'} ${number}`;
}

/** The clauses before and after, in the same section. */
function neighboursOf(knowledge: Knowledge, clause: Clause): { number: string; title: string }[] {
  const section = knowledge.sections.find((each) => each.clauses.includes(clause));
  const at = section?.clauses.indexOf(clause) ?? -1;
  return [section?.clauses[at - 1], section?.clauses[at + 1]].flatMap((each) =>
    each ? [{ number: each.number, title: each.title }] : [],
  );
}
