import { InvalidArgumentError } from 'commander';

/** Six days, in milliseconds: more than that is more than a timer takes. */
export const longestDelay = 500_000_000;

/**
 * A reader of the whole number that is written for an option.
 *
 * @param bounds both may be reached
 * @returns a function that throws commander's `InvalidArgumentError` where it is none, or out of bounds
 *
 * @example
 * wholeNumber({ to: 65_535 })('8080'); // 8080
 */
export const wholeNumber =
  ({ from = 0, to = Number.MAX_SAFE_INTEGER }: { readonly from?: number; readonly to?: number } = {}) =>
  (written: string): number => {
    const number = /^\d+$/.test(written) ? Number(written) : NaN;
    if (number >= from && number <= to) return number;
    const least = from === 0 ? '' : ` from ${from} up`;
    const bounds = to === Number.MAX_SAFE_INTEGER ? least : ` from ${from} to ${to}`;
    throw new InvalidArgumentError(`It should be a whole number${bounds}.`);
  };
