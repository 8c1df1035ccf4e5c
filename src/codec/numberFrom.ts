const numeric = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i;

/**
 * The number that a text or a `bigint` stands for; `undefined` for a text that is no number, and for anything else.
 * Digits that a `number` cannot hold are rounded.
 */
export const numberFrom = (u: unknown): number | undefined => {
  if (typeof u === 'bigint') return Number(u);
  return typeof u === 'string' && numeric.test(u) ? Number(u) : undefined;
};
