/** Six days, in milliseconds: more than that is more than a timer takes. */
export const longestDelay = 500_000_000;

/**
 * The whole number that was written for an option.
 *
 * @throws an `Error` of one line where it is none, or out of bounds
 */
export const wholeNumber = (
  name: string,
  written: string,
  { from = 0, to = Number.MAX_SAFE_INTEGER }: { readonly from?: number; readonly to?: number } = {},
): number => {
  const number = /^\d+$/.test(written) ? Number(written) : NaN;
  if (number >= from && number <= to) return number;
  const bounds = to === Number.MAX_SAFE_INTEGER ? '' : ` from ${from} to ${to}`;
  throw new Error(`--${name} takes a whole number${bounds}, not ${written === '' ? 'nothing' : written}.`);
};
