/** The parameters of one query, for those that are put together from parts. */

export interface Parameters {
  /** In the order of their placeholders. */
  values: readonly unknown[];
  /** @returns the placeholder that stands for this value. */
  bind(value: unknown): string;
}

export function parameters(): Parameters {
  const values: unknown[] = [];
  return { values, bind: (value) => `$${values.push(value)}` };
}
