/** All that a division by is exact to the last bit. */
const powersOfTen = /* @__PURE__ */ Array.from({ length: 23 }, (_, exponent) => Number(`1e${exponent}`));
const digits = 15;

/**
 * A number without the dust of binary fractions: rounded to the 15th digit of `scale`, the greatest number that it was
 * reckoned from, so that 0.1 + 0.2 is 0.3 and 104300.1 - 104300 is 0.1. Decimals of up to 15 digits that were added or
 * subtracted come out as on paper. Beyond 22 decimal places it rounds, at 1e15 and more it does not.
 */
export const tidy = (value: number, scale = value): number => {
  const size = Math.abs(scale);
  const places = Math.min(digits - 1 - Math.floor(Math.log10(size)), powersOfTen.length - 2);
  if (!(places >= 0)) return value;
  // Just below a power of ten the logarithm is rounded up to it, and a digit would be lost.
  const isShort = size * (powersOfTen[places] ?? 1) < 1e14;
  const power = powersOfTen[isShort ? places + 1 : places] ?? 1;
  return Math.round(value * power) / power;
};
