/**
 * In how many milliseconds so many more orders are within a rate: 0 where they are now, `Infinity` where they never are.
 *
 * @param perSecond The most orders within one second.
 * @param sentAt When orders were sent within the last second, the first one first.
 *
 * @example
 * fitsIn(2, [100, 400], 1, 900); // 200: the order of 100 counts until 1_100
 */
export const fitsIn = (
  perSecond: number,
  sentAt: readonly number[],
  count: number,
  present: number,
): number => {
  const mayCount = perSecond - count;
  if (mayCount < 0) return Infinity;
  // All that were sent before this one have ceased to count when it has.
  const last = sentAt[sentAt.length - 1 - mayCount];
  return last === undefined ? 0 : last + 1_000 - present;
};
