/** What a benchmark is: a figure of ours beside the figure of something simpler, measured in the same run. */

/** What the ratio should be. */
export type Target = { atLeast: number } | { atMost: number };

export interface Measured {
  /** Ours, in the benchmark's unit. */
  value: number;
  /** The thing it is compared with, in the same unit. */
  baseline: number;
  /** `value` over `baseline`: what the target is about. */
  ratio: number;
  /** Null when there is no target. */
  met: boolean | null;
  /** What else was seen, in words. */
  note?: string;
}

/** It could not be measured here, and why. */
export interface Skipped {
  skipped: string;
}

/** A file in `benchmarks/` exports one of these as `benchmark`, under the file's name. */
export interface Benchmark {
  name: string;
  unit: string;
  /** Null when the figure is only reported. */
  target: Target | null;
  /** What is measured and what it is compared with, in a sentence. */
  about: string;
  /** True for one that takes long: it runs only when it is named. */
  onlyWhenNamed?: boolean;
  run(options: BenchmarkOptions): Promise<Measured | Skipped>;
}

/** What whoever runs a benchmark can ask for. */
export interface BenchmarkOptions {
  /** How many alerts a send has, for the benchmarks of the delivery; all of them when it is left out. */
  alerts?: number;
  /** How many accounts a report has, for the benchmarks of the hygiene. */
  accounts?: number;
  /** How long to run, for a benchmark that is about time. */
  minutes?: number;
}

/** Sets ours beside the baseline, and the ratio against the target. */
export function compare(value: number, baseline: number, target: Target | null): Measured {
  const ratio = value / baseline;
  return { value, baseline, ratio, met: target && isMet(ratio, target) };
}

function isMet(ratio: number, target: Target): boolean {
  return 'atLeast' in target ? ratio >= target.atLeast : ratio <= target.atMost;
}
