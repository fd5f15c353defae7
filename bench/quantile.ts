/** Other programs disturb single measurements; the middle of many is steady. */

/** @param share 0.5 for the median, 0.99 for the 99th percentile. */
export function quantile(measurements: readonly number[], share: number): number {
  const sorted = measurements.toSorted((left, right) => left - right);
  const position = (sorted.length - 1) * share;
  const below = sorted[Math.floor(position)] ?? Number.NaN;
  const above = sorted[Math.ceil(position)] ?? Number.NaN;
  return below + (above - below) * (position - Math.floor(position));
}

export function median(measurements: readonly number[]): number {
  return quantile(measurements, 0.5);
}
