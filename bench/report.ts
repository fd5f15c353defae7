/** How results are told: as a table to people, as rows to programs. */
import type { Benchmark, Measured, Skipped, Target } from './benchmark.ts';

export interface Result {
  benchmark: Benchmark;
  came: Measured | Skipped;
}

const NOTHING = '-';

/** A Markdown table. */
export function toTable(results: readonly Result[]): string {
  const heading = ['Name', 'Ours', 'Baseline', 'Unit', 'Ratio', 'Target', 'Met', 'About'];
  const rows = [heading, heading.map(() => '---'), ...results.map(cells)];
  return rows.map((row) => `| ${row.join(' | ')} |`).join('\n');
}

function cells({ benchmark, came }: Result): string[] {
  const { name, unit, target, about } = benchmark;
  if ('skipped' in came) {
    const blank = [NOTHING, NOTHING, unit, NOTHING, inWords(target), 'skipped'];
    return [name, ...blank, `${about}. Skipped: ${came.skipped}`];
  }
  const met = came.met === null ? NOTHING : came.met ? 'yes' : 'no';
  const ratio = came.ratio.toFixed(2);
  const notes = came.note ? `${about}. ${came.note}` : about;
  return [name, figure(came.value), figure(came.baseline), unit, ratio, inWords(target), met, notes];
}

/** One object a benchmark; a skipped one has nulls for its figures. */
export function toRows(results: readonly Result[]) {
  return results.map(({ benchmark, came }) => {
    const { value, baseline, ratio, met } =
      'skipped' in came ? { value: null, baseline: null, ratio: null, met: null } : came;
    const { name, unit, target } = benchmark;
    return { name, value, unit, baseline, ratio, target: target && Object.values(target)[0], met };
  });
}

function inWords(target: Target | null): string {
  if (!target) return NOTHING;
  return 'atLeast' in target ? `at least ${target.atLeast}` : `at most ${target.atMost}`;
}

/** Three figures that count. */
function figure(value: number): string {
  return value >= 100 ? value.toFixed(0) : value.toPrecision(3);
}
