/** All that a division by is exact to the last bit. */
const powersOfTen = /* @__PURE__ */ Array.from({ length: 23 }, (_, exponent) => Number(`1e${exponent}`));
const digits = 15;

/**
 * A number without the dust of binary fractions: rounded to the 15th digit of `scale`, the greatest number that it was
 * reckoned from, so that 0.1 + 0.2 is 0.3 and 104300.1 - 104300 is 0.1. Decimals of up to 15 digits that were added or
 * subtracted come out as on paper. Beyond 22 decimal places it rounds, at 1e15 and more it does not.
 */
export const tidy = (value: number, scale = value): number => {
  const places = digits - 1 - Math.floor(Math.log10(Math.abs(scale)));
  if (!(places > 0)) return value;
  const power = powersOfTen[Math.min(places, powersOfTen.length - 1)] ?? 1;
  return Math.round(value * power) / power;
};
