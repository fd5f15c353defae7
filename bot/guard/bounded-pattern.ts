/** Makes sure that no pattern can be driven into long searches: a hostile message costs no more than a usual one. */

/** Longest repeat that a pattern may ask for. */
const MOST_REPEATS = 100;

/**
 * A regular expression in which every repeat has an upper limit.
 * @throws Error for `*`, `+`, `{n,}` or a limit above 100, so a careless pattern fails when it is loaded.
 */
export function bounded(source: string, flags = 'gi'): RegExp {
  const withoutClasses = source.replace(/\\./g, '_').replace(/\[[^\]]{0,300}\]/g, '_');
  const repeats = [...withoutClasses.matchAll(/\{\d{1,4},?(\d{0,4})\}/g)];
  const tooMany = repeats.some(([all, most]) => (all.includes(',') && !most) || Number(most) > MOST_REPEATS);
  if (/[*+]/.test(withoutClasses) || tooMany) throw new Error(`Not bounded: ${source}`);
  return new RegExp(source, flags);
}
