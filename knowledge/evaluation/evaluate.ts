/** How well questions that nobody trained on are understood: counted for a labelled set, by kind of question. */
import type { Understanding } from '../understand.ts';

export interface LabelledQuestion {
  id: string;
  kind: string;
  question: string;
  /** Clause numbers that a fair judge accepts. Empty: the policy does not answer it. */
  accept: string[];
}

/** What a person was shown for a question. */
export interface Shown {
  outcome: 'answered' | 'choose' | 'not-covered';
  /** Clause numbers, best first. */
  clauses: string[];
}

/** Counts; every share is of `answerable` or of `unanswerable`. */
export interface Figures {
  answerable: number;
  /** A right clause first. */
  first: number;
  /** A right clause among those shown. */
  shown: number;
  /** Answered, and the first clause is wrong. */
  wrong: number;
  /** Offered as a choice. */
  choose: number;
  unanswerable: number;
  /** Answered with a clause that does not answer it. */
  asserted: number;
  /** Any clause shown, as an answer or a choice. */
  anyClause: number;
}

/** Reads `id kind question accept`, tab separated, with a header; `none` accepts nothing. */
export function readQuestions(text: string): LabelledQuestion[] {
  return text
    .trim()
    .split(/\r?\n/)
    .slice(1)
    .map((line) => {
      const [id = '', kind = '', question = '', accept = ''] = line.split('\t');
      return {
        id,
        kind,
        question,
        accept: accept === 'none' ? [] : accept.split(',').map((each) => each.trim()),
      };
    });
}

/** What the answer, or the choice, shows of the policy. A clause's twins stand on its card. */
export function shownBy(understanding: Understanding): Shown {
  switch (understanding.outcome) {
    case 'answered': {
      const { entry } = understanding;
      if (entry.kind !== 'clause') return { outcome: 'answered', clauses: [] };
      return {
        outcome: 'answered',
        clauses: [entry.number, ...entry.twins.map(({ clause }) => clause)].slice(0, 3),
      };
    }
    case 'choose':
      return {
        outcome: 'choose',
        clauses: understanding.options.flatMap((entry) => (entry.kind === 'clause' ? [entry.number] : [])),
      };
    default:
      return { outcome: 'not-covered', clauses: [] };
  }
}

export function isRight({ accept }: LabelledQuestion, { outcome, clauses }: Shown): boolean {
  if (accept.length === 0) return outcome !== 'answered' || clauses.length === 0;
  return accept.includes(clauses[0] ?? '');
}

export function count(questions: readonly LabelledQuestion[], show: (question: string) => Shown): Figures {
  const figures: Figures = {
    answerable: 0,
    first: 0,
    shown: 0,
    wrong: 0,
    choose: 0,
    unanswerable: 0,
    asserted: 0,
    anyClause: 0,
  };
  const add = (name: keyof Figures, when: boolean) => {
    if (when) figures[name]++;
  };
  for (const { question, accept } of questions) {
    const { outcome, clauses } = show(question);
    const first = clauses[0] ?? '';
    if (accept.length > 0) {
      figures.answerable++;
      add('first', accept.includes(first));
      add(
        'shown',
        clauses.some((clause) => accept.includes(clause)),
      );
      add('wrong', outcome === 'answered' && first !== '' && !accept.includes(first));
      add('choose', outcome === 'choose');
    } else {
      figures.unanswerable++;
      add('asserted', outcome === 'answered' && first !== '');
      add('anyClause', first !== '');
    }
  }
  return figures;
}
