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
 * A price in the exchange's own digits, with as many decimal places as the instrument's `PriceIncrement` has: 104300 is
 * `104300.00` where that is 0.01.
 *
 * `undefined` where the number does not tell them for sure: from 2^52 steps of the last place on, between two such
 * steps, and where the instrument does not say its increment. Read the stream with `exact` then.
 */
export const priceText = (
  { PriceIncrement }: Pick<Instrument, 'PriceIncrement'>,
  price: number,
): string | undefined => textOf(PriceIncrement, price);

/**
 * A quantity in the exchange's own digits, with as many decimal places as the instrument's `QuantityIncrement` has;
 * `undefined` where {@link priceText} is.
 */
export const quantityText = (
  { QuantityIncrement }: Pick<Instrument, 'QuantityIncrement'>,
  quantity: number,
): string | undefined => textOf(QuantityIncrement, quantity);
