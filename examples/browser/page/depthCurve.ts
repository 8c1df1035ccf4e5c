import type { TotalledLevel } from './levels.ts';

/** A point of a depth chart: a price, and all that rests between the best price and it. */
export interface DepthPoint {
  readonly price: number;
  readonly total: number;
}

/** How far from the middle a depth chart reaches. */
export interface DepthRange {
  readonly mid: number;
  readonly half: number;
}

/** Points from one end to the other, so many that a step of a level is a step of the curve. */
const points = 240;

const steps = [1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 8];

/** The next greater round number, such as 1.2, 15 or 200, so that the range of a chart seldom changes. */
export const roundedUp = (n: number): number => {
  const power = 10 ** Math.floor(Math.log10(n));
  return power * (steps.find((step) => step * power >= n) ?? 10);
};

/**
 * The curve of one side, at prices that lie evenly between the ends of the range: what is not on its side of the middle
 * is left out.
 *
 * @param levels best first
 */
export const depthCurve = (
  levels: readonly TotalledLevel[],
  side: 'bids' | 'asks',
  { mid, half }: DepthRange,
): readonly DepthPoint[] => {
  const sign = side === 'bids' ? -1 : 1;
  const step = (2 * half) / points;
  let next = 0;
  return Array.from({ length: points / 2 + 1 }, (_, index) => {
    const price = mid + sign * index * step;
    while (next < levels.length && sign * ((levels[next]?.price ?? 0) - price) <= 0) next += 1;
    return { price, total: levels[next - 1]?.total ?? 0 };
  });
};
