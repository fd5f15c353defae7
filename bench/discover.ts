/** A benchmark is added by adding a file: `benchmarks/<name>.ts`. */
import { readdirSync } from 'node:fs';
import type { Benchmark } from './benchmark.ts';

const FOLDER = new URL('./benchmarks/', import.meta.url);

/** @throws Error when a file does not export a benchmark of its own name. */
export async function discoverBenchmarks(): Promise<Benchmark[]> {
  const files = readdirSync(FOLDER).filter((file) => file.endsWith('.ts'));
  return Promise.all(files.sort().map(load));
}

async function load(file: string): Promise<Benchmark> {
  const { benchmark } = (await import(new URL(file, FOLDER).href)) as { benchmark?: Benchmark };
  if (`${benchmark?.name}.ts` !== file) {
    throw new Error(`bench/benchmarks/${file} has to export a benchmark named ${file.replace(/\.ts$/, '')}.`);
  }
  return benchmark as Benchmark;
}

/**
 * All that need no naming when no name is given.
 * @throws Error that names the unknown names and the known ones.
 */
export function choose(all: readonly Benchmark[], names: readonly string[]): Benchmark[] {
  if (names.length === 0) return all.filter(({ onlyWhenNamed }) => !onlyWhenNamed);
  const unknown = names.filter((name) => !all.some((each) => each.name === name));
  if (unknown.length > 0) {
    const known = all.map(({ name }) => name).join(', ');
    throw new Error(`There is no benchmark called ${unknown.join(', ')}. There are: ${known}.`);
  }
  return all.filter(({ name }) => names.includes(name));
}
