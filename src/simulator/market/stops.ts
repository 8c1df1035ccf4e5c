import { subtract } from './decimal.ts';
import type { MarketEvent } from './event.ts';
import type { Floor } from './floor.ts';
import type { Listing } from './listing.ts';
import { type Order, holdOf } from './order.ts';
import { isMarketType } from './orderType.ts';
import { holdingOf, nextVersion, orderStateEvent } from './orderVersions.ts';
import type { Decimal } from './decimal.ts';
import { limitBeyond } from './stopPrice.ts';
import type { PegPriceType } from './stopTerms.ts';
import type { Moved } from './waitingOrders.ts';

/** A trailing order at its new stop price: its limit goes along, and it holds what it may spend from there. */
const move = (floor: Floor, listing: Listing, { order, stop }: Moved): Order => {
  const { limitOffset } = stop.trail ?? {};
  const price =
    isMarketType(order.type) || limitOffset === undefined
      ? order.price
      : limitBeyond(order.side, stop.price, limitOffset, listing.instrument.PriceIncrement);
  const moved: Order = { ...order, stop, price };
  floor.ledger.release(holdingOf(order), subtract(holdOf(order), holdOf(moved)));
  const next = nextVersion(floor, listing, moved, {});
  listing.waiting.put(next);
  return next;
};

/**
 * Tells the waiting orders of a price: those it sets off become due, those that trail it move, and their accounts are
 * told. Nothing trades here.
 */
export const observePrice = (
  floor: Floor,
  listing: Listing,
  peg: PegPriceType,
  price: Decimal | undefined,
): readonly MarketEvent[] =>
  listing.waiting.observe(peg, price).map((moved) => orderStateEvent(move(floor, listing, moved)));
