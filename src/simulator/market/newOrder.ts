import type { AccountSpec } from './account.ts';
import type { Assessed } from './assess.ts';
import { type Decimal, min, rescale, zero } from './decimal.ts';
import type { Floor } from './floor.ts';
import { type Listing, insideOf } from './listing.ts';
import { type Order, nextSlice } from './order.ts';
import { isMarketType } from './orderType.ts';
import type { PricedIntent } from './pricedIntent.ts';

/** Only a plain limit order can show less than it is; what never rests shows nothing. */
const displayOf = ({ type, display }: PricedIntent, quantity: Decimal): Decimal => {
  if (isMarketType(type)) return { ...quantity, units: 0n };
  return type === 'Limit' && display !== undefined
    ? min(rescale(display, quantity.scale), quantity)
    : quantity;
};

/** The first version of an order that was accepted, not yet saved; it has a new id. */
export const newOrder = (
  floor: Floor,
  listing: Listing,
  account: AccountSpec,
  { intent, quantity }: Pick<Assessed, 'intent' | 'quantity'>,
  replaced?: Order,
): Order => {
  const { instrument } = listing;
  const { scale } = instrument.QuantityIncrement;
  const priceScale = instrument.PriceIncrement.scale;
  const received = floor.clock.stamp();
  const asked = rescale(quantity, scale);
  const display = displayOf(intent, asked);
  const id = floor.next('order');
  const { clientOrderId } = intent;
  return {
    id,
    account,
    instrument,
    side: intent.side,
    type: intent.type,
    timeInForce: intent.timeInForce,
    price: rescale(intent.limit ?? zero, priceScale),
    quantity: asked,
    remaining: asked,
    executed: rescale(zero, scale),
    gross: rescale(zero, priceScale + scale),
    display,
    slice: nextSlice(display, asked),
    clientOrderId,
    origin: { id: replaced?.id ?? id, clientOrderId: replaced?.clientOrderId ?? clientOrderId },
    stop: intent.stop,
    counterpartyId: 0,
    isLockedIn: false,
    state: 'Working',
    reason: 'NewInputAccepted',
    rejectReason: '',
    cancelReason: '',
    place: 'nowhere',
    postOnly: intent.postOnly,
    received,
    updated: received,
    inside: insideOf(listing),
  };
};
