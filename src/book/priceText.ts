import type { Instrument } from '../codec/records/Instrument.ts';
import type { Decimal } from '../codec/scalars/Decimal.ts';

/** The most steps of the last decimal place that a double holds with room to round. */
const mostSteps = 2 ** 52;
/** The most decimal places that a number can be written with. */
const mostPlaces = 100;
const parts = /^-?\d*\.?(\d*?)0*(?:e([+-]?\d+))?$/i;

/** How many decimal places the multiples of an increment have, zeros at the end aside. */
const placesOf = (increment: Decimal): number => {
  const [, fraction = '', exponent = '0'] = parts.exec(String(increment)) ?? [];
  return Math.max(0, fraction.length - Number(exponent));
};

const textOf = (increment: Decimal | undefined, value: number): string | undefined => {
  if (increment === undefined || !(Number(increment) > 0)) return undefined;
  const places = placesOf(increment);
  if (places > mostPlaces || !(Math.abs(value) * 10 ** places < mostSteps)) return undefined;
  const text = value.toFixed(places);
  return Number(text) === value ? text : undefined;
};

/**
 * A price as text, with as many decimal places as the instrument's `PriceIncrement` has. With an increment of 0.01,
 * 104300 is `104300.00`.
 *
 * It is `undefined` if the number does not determine the digits: from 2^52 steps of the last decimal place on, and
 * between two such steps. It is also `undefined` if the instrument has no increment. Read the stream with `exact` then.
 */
export const priceText = (
  { PriceIncrement }: Pick<Instrument, 'PriceIncrement'>,
  price: number,
): string | undefined => textOf(PriceIncrement, price);

/**
 * A quantity as text, with as many decimal places as the instrument's `QuantityIncrement` has. It is `undefined` in the
 * same cases as {@link priceText}.
 */
export const quantityText = (
  { QuantityIncrement }: Pick<Instrument, 'QuantityIncrement'>,
  quantity: number,
): string | undefined => textOf(QuantityIncrement, quantity);
