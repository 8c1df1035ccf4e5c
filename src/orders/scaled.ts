/** An exact decimal: `units` × 10^-`scale`. */
export interface Scaled {
  readonly units: bigint;
  readonly scale: number;
}

/** Nothing. */
export const zero: Scaled = { units: 0n, scale: 0 };

const parts = /^(-?\d*)\.?(\d*)(?:e([+-]?\d+))?$/i;

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
export const numberFrom = ({ units, scale }: Scaled): number => Number(`${units}e-${scale}`);
