import { type Decimal, add, compare, isPositive, subtract } from './decimal.ts';
import type { Side } from './side.ts';
import type { StopTerms } from './stopTerms.ts';

/** Whether a price has come to a stop price: from below for a buy, from above for a sell. */
export const isSetOff = (side: Side, stop: Decimal, price: Decimal): boolean =>
  side === 'Buy' ? compare(price, stop) >= 0 : compare(price, stop) <= 0;

/** The stop price that lies `amount` behind a price: above it for a buy, below it for a sell. */
export const behind = (side: Side, price: Decimal, amount: Decimal): Decimal =>
  side === 'Buy' ? add(price, amount) : subtract(price, amount);

/** The limit that lies `offset` beyond a stop price: higher for a buy, lower for a sell, one step at the least. */
export const limitBeyond = (side: Side, stop: Decimal, offset: Decimal, step: Decimal): Decimal => {
  const limit = behind(side, stop, offset);
  return isPositive(limit) ? limit : step;
};

/** The terms after a price: a trailing order comes closer, and never goes back; the same terms where it stays. */
export const followed = (side: Side, stop: StopTerms, price: Decimal): StopTerms => {
  if (stop.trail === undefined) return stop;
  const next = behind(side, price, stop.trail.amount);
  const isCloser = side === 'Buy' ? compare(next, stop.price) < 0 : compare(next, stop.price) > 0;
  return isCloser ? { ...stop, price: next } : stop;
};
