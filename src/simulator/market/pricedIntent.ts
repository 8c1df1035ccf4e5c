import * as E from 'fp-ts/lib/Either.js';
import { type Decimal, isMultipleOf, isPositive, rescale } from './decimal.ts';
import { type Listing, pegOf } from './listing.ts';
import type { OrderIntent, StopIntent } from './orderIntent.ts';
import { behind, isSetOff, limitBeyond } from './stopPrice.ts';
import type { StopTerms, Trail } from './stopTerms.ts';
import type { Side } from './side.ts';

/** An order whose stop price, and the limit that goes with it, are worked out. */
export interface PricedIntent extends Omit<OrderIntent, 'stop'> {
  readonly stop: StopTerms | undefined;
}

const isFineTrail = ({ amount, limitOffset }: Trail, step: Decimal): boolean =>
  isPositive(amount) &&
  isMultipleOf(amount, step) &&
  (limitOffset === undefined || (limitOffset.units >= 0n && isMultipleOf(limitOffset, step)));

const termsOf = (stop: StopIntent, side: Side, present: Decimal | undefined): StopTerms | undefined => {
  if (stop._tag === 'At') return { peg: stop.peg, price: stop.price, trail: undefined };
  if (present === undefined) return undefined;
  return { peg: stop.peg, price: behind(side, present, stop.trail.amount), trail: stop.trail };
};

/**
 * Works out where an order is set off. Refused are a stop price that is no price, one that the market is beyond
 * already, and a trailing order where there is no price yet to trail.
 */
export const pricedIntent = (
  listing: Listing,
  intent: OrderIntent,
): E.Either<'Invalid_Stop_Price', PricedIntent> => {
  const { stop, side } = intent;
  if (stop === undefined) return E.right({ ...intent, stop });
  const step = listing.instrument.PriceIncrement;
  const present = pegOf(listing, stop.peg);
  const terms = termsOf(stop, side, present);
  if (terms === undefined || !isPositive(terms.price) || !isMultipleOf(terms.price, step)) {
    return E.left('Invalid_Stop_Price');
  }
  if (present !== undefined && isSetOff(side, terms.price, present)) return E.left('Invalid_Stop_Price');
  const { price, trail } = terms;
  if (trail !== undefined && !isFineTrail(trail, step)) return E.left('Invalid_Stop_Price');
  const limit =
    trail?.limitOffset === undefined ? intent.limit : limitBeyond(side, price, trail.limitOffset, step);
  return E.right({ ...intent, limit, stop: { ...terms, price: rescale(price, step.scale) } });
};
