import * as O from 'fp-ts/lib/Option.js';

/** An exact decimal: `units` × 10^-`scale`. The scale keeps trailing zeros, so 1.50 and 1.5 differ in text alone. */
export interface Decimal {
  readonly _tag: 'Decimal';
  readonly units: bigint;
  readonly scale: number;
}

/** What a decimal may be written as in a request; a string is read exactly, a number by its shortest text. */
export type DecimalInput = number | string | bigint;

const grammar = /^([+-]?)(\d{1,60})(?:\.(\d{0,60}))?(?:[eE]([+-]?\d{1,2}))?$/;

/** The decimal of so many units of a scale. */
export const decimalOf = (units: bigint, scale: number): Decimal => ({ _tag: 'Decimal', units, scale });

/** Tells a decimal from every other value of a payload. */
export const isDecimal = (u: unknown): u is Decimal =>
  typeof u === 'object' && u !== null && (u as { readonly _tag?: unknown })._tag === 'Decimal';

const powers = Array.from({ length: 64 }, (_, exponent) => 10n ** BigInt(exponent));
const power = (exponent: number): bigint => powers[exponent] ?? 10n ** BigInt(exponent);

/**
 * Reads a decimal, exponents included; the digits after the point are the scale. `none` for anything else.
 *
 * @example
 * parseDecimal('104300.00'); // some({ units: 10430000n, scale: 2 })
 * parseDecimal(1e-8); // some({ units: 1n, scale: 8 })
 */
export const parseDecimal = (input: unknown): O.Option<Decimal> => {
  if (typeof input === 'bigint') return O.some(decimalOf(input, 0));
  if (typeof input !== 'string' && typeof input !== 'number') return O.none;
  const match = grammar.exec(String(input).trim());
  if (match === null) return O.none;
  const [, sign = '', whole = '', fraction = '', exponent = '0'] = match;
  const scale = fraction.length - Number(exponent);
  const units = BigInt(`${sign === '-' ? '-' : ''}${whole}${fraction}`);
  return O.some(scale < 0 ? decimalOf(units * power(-scale), 0) : decimalOf(units, scale));
};

/** Reads a decimal of our own writing; throws a RangeError on anything else. */
export const decimal = (input: DecimalInput): Decimal => {
  const parsed = parseDecimal(input);
  if (O.isNone(parsed)) throw new RangeError(`${String(input)} is not a decimal.`);
  return parsed.value;
};

/** Nothing, without a digit after the point. */
export const zero: Decimal = decimalOf(0n, 0);

/** The exact text, with as many digits after the point as the scale says. */
export const formatDecimal = ({ units, scale }: Decimal): string => {
  const sign = units < 0n ? '-' : '';
  const digits = String(units < 0n ? -units : units).padStart(scale + 1, '0');
  const point = digits.length - scale;
  return scale === 0 ? sign + digits : `${sign}${digits.slice(0, point)}.${digits.slice(point)}`;
};

/** The same value with `scale` digits after the point; what does not fit is cut off, towards zero. */
export const rescale = (value: Decimal, scale: number): Decimal => {
  if (scale === value.scale) return value;
  const difference = scale - value.scale;
  return decimalOf(
    difference > 0 ? value.units * power(difference) : value.units / power(-difference),
    scale,
  );
};

/** The same value without the zeros at the end, but with at least `scale` digits after the point. */
export const trim = (value: Decimal, scale = 0): Decimal =>
  value.scale > scale && value.units % 10n === 0n
    ? trim(decimalOf(value.units / 10n, value.scale - 1), scale)
    : value;

const finer = (a: Decimal, b: Decimal): number => Math.max(a.scale, b.scale);
const unitsAt = (value: Decimal, scale: number): bigint =>
  value.scale === scale ? value.units : rescale(value, scale).units;

/** a + b, exactly. */
export const add = (a: Decimal, b: Decimal): Decimal => {
  const scale = finer(a, b);
  return decimalOf(unitsAt(a, scale) + unitsAt(b, scale), scale);
};

/** a - b, exactly. */
export const subtract = (a: Decimal, b: Decimal): Decimal => {
  const scale = finer(a, b);
  return decimalOf(unitsAt(a, scale) - unitsAt(b, scale), scale);
};

/** a × b, exactly: the scales add up. */
export const multiply = (a: Decimal, b: Decimal): Decimal => decimalOf(a.units * b.units, a.scale + b.scale);

/** a ÷ b with `scale` digits after the point, the rest cut off towards zero; 0 where b is 0. */
export const divide = (a: Decimal, b: Decimal, scale: number): Decimal => {
  if (b.units === 0n) return decimalOf(0n, scale);
  const shift = scale + b.scale - a.scale;
  return shift >= 0
    ? decimalOf((a.units * power(shift)) / b.units, scale)
    : decimalOf(a.units / (b.units * power(-shift)), scale);
};

/** Negative, 0 or positive, as a is below, equal to or above b; the scales do not matter. */
export const compare = (a: Decimal, b: Decimal): number => {
  const scale = finer(a, b);
  const x = unitsAt(a, scale);
  const y = unitsAt(b, scale);
  return x < y ? -1 : x > y ? 1 : 0;
};

/** The smaller of the two. */
export const min = (a: Decimal, b: Decimal): Decimal => (compare(a, b) <= 0 ? a : b);

/** Whether the value is above zero. */
export const isPositive = ({ units }: Decimal): boolean => units > 0n;

/** Whether `value` is a whole number of `step`s. */
export const isMultipleOf = (value: Decimal, step: Decimal): boolean => {
  const scale = finer(value, step);
  return step.units !== 0n && unitsAt(value, scale) % unitsAt(step, scale) === 0n;
};

/** The largest whole number of `step`s that is not above a positive `value`, at the scale of `step`. */
export const floorTo = (value: Decimal, step: Decimal): Decimal => {
  const scale = finer(value, step);
  const units = unitsAt(value, scale);
  return rescale(decimalOf(units - (units % unitsAt(step, scale)), scale), step.scale);
};

/** Exact sum; 0 of nothing. */
export const sum = (values: readonly Decimal[]): Decimal => values.reduce(add, zero);
