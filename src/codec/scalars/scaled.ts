/** An exact decimal: `units` × 10^-`scale`. */
export interface Scaled {
  readonly units: bigint;
  readonly scale: number;
}

/** Nothing. */
export const zero: Scaled = { units: 0n, scale: 0 };

const parts = /^([+-]?\d*)\.?(\d*)(?:e([+-]?\d+))?$/i;

/**
 * The decimal that a text has, digit for digit; of a number, that of its shortest text.
 *
 * @example
 * scaled('0.10'); // { units: 10n, scale: 2 }
 */
export const scaled = (value: number | string): Scaled => {
  const [, whole = '0', fraction = '', exponent = '0'] = parts.exec(String(value)) ?? [];
  const scale = fraction.length - Number(exponent);
  const units = BigInt(whole + fraction);
  return scale < 0 ? { units: units * 10n ** BigInt(-scale), scale: 0 } : { units, scale };
};

const at = ({ units, scale }: Scaled, wanted: number): bigint =>
  wanted === scale ? units : units * 10n ** BigInt(wanted - scale);

/** `a` + `b`, exactly. */
export const add = (a: Scaled, b: Scaled): Scaled => {
  const scale = Math.max(a.scale, b.scale);
  return { units: at(a, scale) + at(b, scale), scale };
};

/** `a` - `b`, exactly. */
export const subtract = (a: Scaled, b: Scaled): Scaled => add(a, { units: -b.units, scale: b.scale });

/** `a` × `b`, exactly. */
export const multiply = (a: Scaled, b: Scaled): Scaled => ({
  units: a.units * b.units,
  scale: a.scale + b.scale,
});

/** -1, 0 or 1 as `a` is less than, equal to or more than `b`. */
export const compareScaled = (a: Scaled, b: Scaled): number => {
  const { units } = subtract(a, b);
  return units > 0n ? 1 : units < 0n ? -1 : 0;
};

/** The nearest `number`. */
export const numberOfScaled = ({ units, scale }: Scaled): number => Number(`${units}e-${scale}`);

const lengthOf = (units: bigint): number => String(units < 0n ? -units : units).length;

/** The nearest whole number to `a` / `b`, halves away from 0; both above 0. */
const nearest = (a: bigint, b: bigint): bigint => (2n * a + b) / (2n * b);

/** How many digits a quotient has: those of a `decimal128`. */
const precision = 34;

/**
 * `a` / `b`, both 0 or more, to 34 digits.
 *
 * @throws RangeError where `b` is 0.
 */
export const divide = (a: Scaled, b: Scaled): Scaled => {
  const shift = Math.max(0, precision + lengthOf(b.units) - lengthOf(a.units));
  const units = nearest(a.units * 10n ** BigInt(shift), b.units);
  const scale = shift + a.scale - b.scale;
  return scale < 0 ? { units: units * 10n ** BigInt(-scale), scale: 0 } : { units, scale };
};

/** The shortest text that has all its digits, without an exponent: equal for equal decimals. */
export const textOf = ({ units, scale }: Scaled): string => {
  const sign = units < 0n ? '-' : '';
  const digits = String(units < 0n ? -units : units).padStart(scale + 1, '0');
  const whole = digits.slice(0, digits.length - scale);
  const fraction = digits.slice(digits.length - scale).replace(/0+$/, '');
  return fraction === '' ? sign + whole : `${sign}${whole}.${fraction}`;
};
