import type { Random } from '../../../src/simulator/market/random.ts';

/** One of several, each as likely as the others. */
export const pick = <A>(random: Random, [first, ...others]: readonly [A, ...A[]]): A =>
  [first, ...others][random.below(others.length + 1)] ?? first;

/** Whether it happens, as it does so many times of so many. */
export const isIn = (random: Random, times: number, of: number): boolean => random.below(of) < times;
