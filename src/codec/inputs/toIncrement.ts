/** Which multiple of an increment an amount becomes that lies between two of them. */
export type IncrementSide = 'down' | 'up' | 'nearest';

/** A decimal as whole units of 10^-scale. */
interface Units {
  readonly units: bigint;
  readonly scale: number;
}

const parts = /^([+-]?)(\d*)\.?(\d*)(?:e([+-]?\d+))?$/i;

/** What no amount has, and what would take for ever to reckon with. */
const maxDigits = 1000;

const unitsOf = (amount: string | number): Units | undefined => {
  const [, sign = '', whole = '', fraction = '', exponent = '0'] = parts.exec(String(amount)) ?? [];
  const digits = (whole + fraction).replace(/^0+/, '');
  if (whole + fraction === '' || digits.length > maxDigits) return undefined;
  if (digits === '') return { units: 0n, scale: 0 };
  const ending = /0*$/.exec(digits)?.[0].length ?? 0;
  const scale = fraction.length - ending - Number(exponent);
  if (Math.abs(scale) > maxDigits) return undefined;
  const units = BigInt(sign + digits.slice(0, digits.length - ending));
  return scale < 0 ? { units: units * 10n ** BigInt(-scale), scale: 0 } : { units, scale };
};

const at = ({ units, scale }: Units, wanted: number): bigint => units * 10n ** BigInt(wanted - scale);

/** How many increments an amount has, both above or at 0. */
const countOf = (amount: bigint, increment: bigint, side: IncrementSide): bigint => {
  const [count, rest] = [amount / increment, amount % increment];
  const isMore = side === 'up' ? rest > 0n : side === 'nearest' && rest * 2n >= increment;
  return isMore ? count + 1n : count;
};

const written = (units: bigint, scale: number): string => {
  const digits = String(units).padStart(scale + 1, '0');
  return scale === 0 ? digits : `${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
};

/**
 * The multiple of an increment that an amount becomes, exactly: a price to the tick size (`PriceIncrement`), a quantity
 * to the lot size (`QuantityIncrement`) of an instrument, as text to be sent. It is reckoned with the digits of the
 * texts and never with doubles; of a `number` they are those that it is printed with. Either may have an exponent.
 *
 * @param side `down` is towards 0 and `up` is away from it, of negative amounts as well. `nearest` is the nearer
 * multiple, and of two that are equally near the one away from 0.
 * @returns A plain decimal with as many decimals as the increment needs, without an exponent and never `-0`.
 * `undefined` where the amount is no decimal number, or the increment is none above 0: there is no such multiple. So it
 * is with a number of more than a thousand digits.
 *
 * @example
 * toIncrement('0.123456', '0.0010', 'down'); // '0.123'
 * toIncrement(104300.005, 0.01, 'nearest'); // '104300.01'
 * toIncrement('1', '0', 'down'); // undefined
 */
export const toIncrement = (
  amount: string | number,
  increment: string | number,
  side: IncrementSide,
): string | undefined => {
  const [of, by] = [unitsOf(amount), unitsOf(increment)];
  if (of === undefined || by === undefined || by.units <= 0n) return undefined;
  const scale = Math.max(of.scale, by.scale);
  const [whole, step] = [at(of, scale), at(by, scale)];
  const isNegative = whole < 0n;
  const units = countOf(isNegative ? -whole : whole, step, side) * by.units;
  return (isNegative && units > 0n ? '-' : '') + written(units, by.scale);
};
