import type { Instrument } from 'notbank-rx';

/** How numbers of an instrument are written, and the instrument. */
export interface Formats {
  readonly instrument: Instrument;
  readonly price: (price: number) => string;
  readonly quantity: (quantity: number) => string;
}

/** How many digits behind the point a multiple of an increment has. */
export const digitsOf = (increment: number): number => Math.max(0, Math.ceil(-Math.log10(increment) - 1e-9));

const fixed = (digits: number): ((n: number) => string) => {
  const numbers = new Intl.NumberFormat('en-US', {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
  return (n) => numbers.format(n);
};

/** Quantities with more digits than this are hard to compare at a glance. */
const mostDigits = 6;

/** How the numbers of an instrument are written: the digits are those of its increments. */
export const formatsOf = (instrument: Instrument): Formats => ({
  instrument,
  price: fixed(digitsOf(instrument.PriceIncrement ?? 0.01)),
  quantity: fixed(Math.min(mostDigits, digitsOf(instrument.QuantityIncrement))),
});

const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', second: '2-digit' });

/** The time of day of a moment. */
export const timeText = (milliseconds: number): string => clock.format(milliseconds);
