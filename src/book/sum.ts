import { tidy } from './tidy.ts';

/** A sum that grows. */
export interface Sum {
  readonly add: (value: number) => void;
  /** What was added, to 15 digits. */
  readonly total: () => number;
}

/**
 * Adds doubles and keeps what each addition rounds away (Neumaier), so that the error does not grow with their number.
 * A sum of decimals that has up to 15 digits is exact.
 */
export const createSum = (): Sum => {
  let sum = 0;
  let lost = 0;
  return {
    add: (value) => {
      const next = sum + value;
      lost += Math.abs(sum) >= Math.abs(value) ? sum - next + value : value - next + sum;
      sum = next;
    },
    total: () => tidy(sum + lost),
  };
};
