/** The figures of an evaluation as a table that people read, and the floor they must not fall through. */
import { type Ranking, rankedShares } from './compare.ts';
import { count, type Figures, type LabelledQuestion, type Shown } from './evaluate.ts';

const COLUMNS = [
  'right clause first',
  'right clause shown',
  'answered wrongly',
  'choice',
  'asserted, not covered',
  'any clause, not covered',
] as const;

/** Shares of each column, 0 to 1; `undefined` where there is nothing to take a share of. */
export function shares(figures: Figures): (number | undefined)[] {
  const of = (part: number, whole: number) => (whole === 0 ? undefined : part / whole);
  const { answerable, unanswerable } = figures;
  return [
    of(figures.first, answerable),
    of(figures.shown, answerable),
    of(figures.wrong, answerable),
    of(figures.choose, answerable),
    of(figures.asserted, unanswerable),
    of(figures.anyClause, unanswerable),
  ];
}

/** A Markdown table: the whole set, each kind of question, and the baseline. */
export function table(
  questions: readonly LabelledQuestion[],
  show: (question: string) => Shown,
  baseline: (question: string) => Shown,
): string {
  const kinds = [...new Set(questions.map(({ kind }) => kind))].sort();
  const row = (name: string, part: readonly LabelledQuestion[], how: (question: string) => Shown) =>
    `| ${[name, String(part.length), ...shares(count(part, how)).map(percent)].join(' | ')} |`;
  return [
    `| questions | number | ${COLUMNS.join(' | ')} |`,
    `|---|${'---:|'.repeat(COLUMNS.length + 1)}`,
    row('all', questions, show),
    ...kinds.map((kind) =>
      row(
        kind,
        questions.filter((each) => each.kind === kind),
        show,
      ),
    ),
    row('BM25 over the clauses', questions, baseline),
  ].join('\n');
}

/** @param names of the sets of questions. */
export function comparisonHeader(names: readonly string[]): string {
  const parts = names.flatMap((name) => [
    `${name}: first`,
    `${name}: first three`,
    `${name}: none when none`,
  ]);
  return `| approach | ${parts.join(' | ')} | ms a question |\n|---|${'---:|'.repeat(parts.length + 1)}`;
}

/** One approach on every set, with the mean time a question takes. */
export function comparisonRow(name: string, sets: readonly LabelledQuestion[][], rank: Ranking): string {
  for (const { question } of sets.flat()) rank(question);
  const start = performance.now();
  for (const { question } of sets.flat()) rank(question);
  const each = (performance.now() - start) / Math.max(sets.flat().length, 1);
  const cells = sets.flatMap((questions) => {
    const { first, firstThree, noClause } = rankedShares(questions, rank);
    return [first, firstThree, noClause].map(percent);
  });
  return `| ${[name, ...cells, each.toFixed(2)].join(' | ')} |`;
}

function percent(share: number | undefined): string {
  return share === undefined ? '' : `${(share * 100).toFixed(1)} %`;
}
