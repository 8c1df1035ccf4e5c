import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import { type Decimal, add, multiply, rescale, sum, zero } from './decimal.ts';
import type { Floor } from './floor.ts';
import type { Instrument } from './instrument.ts';
import type { Listing } from './listing.ts';
import { type Incoming, matchIn } from './marketMatch.ts';
import { type Match, type Taker, affordable } from './matching.ts';
import { type Order, holdOf, productSpent } from './order.ts';
import type { OrderIntent } from './orderIntent.ts';
import { type RejectReason, refusalOf, sessionRefusal } from './orderRules.ts';
import { isMarketType } from './orderType.ts';
import { type PricedIntent, pricedIntent } from './pricedIntent.ts';
import { exceededLimit } from './tradingLimits.ts';
import { quoteValuation } from './valuation.ts';

/** An order that may be taken: what it asks for, and what it would trade at once. */
export interface Assessed {
  readonly intent: PricedIntent;
  readonly quantity: Decimal;
  readonly match: Match;
}

/** A quantity with the zeros at its end that it is told with, whatever it was asked with. */
const inFull = (quantity: Decimal, { QuantityIncrement: { scale } }: Instrument): Decimal =>
  quantity.scale < scale ? rescale(quantity, scale) : quantity;

const budgetOf = ({ size }: PricedIntent, { instrument }: Listing): Taker['budget'] =>
  size._tag === 'Value'
    ? { _tag: 'Value', rest: size.of, step: instrument.QuantityIncrement }
    : { _tag: 'Quantity', rest: inFull(size.of, instrument) };

const incomingOf = (intent: PricedIntent, listing: Listing): Incoming => ({
  side: intent.side,
  accountId: intent.accountId,
  limit: intent.limit,
  budget: budgetOf(intent, listing),
});

/** An order that has to wait for its price trades nothing at once. */
const matchOf = (floor: Floor, listing: Listing, intent: PricedIntent, replaced: Order | undefined): Match =>
  intent.stop === undefined
    ? matchIn(floor, listing, incomingOf(intent, listing), replaced?.id)
    : { fills: [], rest: intent.size.of, end: 'NoMarket' };

/** What was asked for; of a value, what it buys, the part the book cannot serve counted at the worst price met. */
const quantityOf = ({ instrument }: Listing, { size, limit }: PricedIntent, match: Match): Decimal => {
  if (size._tag === 'Quantity') return size.of;
  const step = instrument.QuantityIncrement;
  const served = sum(match.fills.map(({ quantity }) => quantity));
  const price = match.fills.at(-1)?.price ?? limit;
  if (price === undefined) return rescale(served, step.scale);
  return add(served, affordable({ _tag: 'Value', rest: match.rest, step }, price));
};

/** The most an order may spend: at its limit or stop price in full, else what it would trade at once. */
const needOf = ({ intent, quantity, match }: Assessed): Decimal => {
  if (intent.side === 'Sell') return quantity;
  if (intent.size._tag === 'Value') return intent.size.of;
  const price = isMarketType(intent.type) ? intent.stop?.price : intent.limit;
  if (price !== undefined) return multiply(price, quantity);
  return sum(match.fills.map((fill) => multiply(fill.price, fill.quantity)));
};

const availableTo = (
  { ledger }: Floor,
  { instrument }: Listing,
  { accountId, side }: PricedIntent,
  replaced: Order | undefined,
): Decimal => {
  const productId = productSpent({ side, instrument });
  const free = ledger.available({ accountId, productId });
  const isSame = replaced !== undefined && productSpent(replaced) === productId;
  return isSame ? add(free, holdOf(replaced)) : free;
};

const notionalOf = (
  floor: Floor,
  { instrument }: Listing,
  { intent, quantity, match }: Assessed,
): Decimal => {
  const price = intent.limit ?? intent.stop?.price ?? match.fills.at(-1)?.price;
  // Where a market order meets no price it trades nothing, and has no value.
  if (price === undefined) return zero;
  return multiply(multiply(price, quantity), quoteValuation(floor, instrument).rate);
};

const checked = (
  floor: Floor,
  listing: Listing,
  intent: PricedIntent,
  replaced: Order | undefined,
): E.Either<RejectReason, Assessed> => {
  const { accountId, clientOrderId } = intent;
  const match = matchOf(floor, listing, intent, replaced);
  const quantity = quantityOf(listing, intent, match);
  const assessed: Assessed = { intent, quantity, match };
  const other = floor.orders.findOpen(accountId, clientOrderId);
  const refusal = refusalOf({
    intent,
    quantity,
    match,
    instrument: listing.instrument,
    isClientOrderIdTaken: other !== undefined && other.id !== replaced?.id && !floor.disorder.areIdsReused(),
    openOrders: floor.orders.countOpen(accountId) - (replaced === undefined ? 0 : 1),
    need: needOf(assessed),
    available: availableTo(floor, listing, intent, replaced),
    isFrozen: floor.accounts.get(accountId)?.Frozen === true,
    exceeded: () => exceededLimit(floor, accountId, () => notionalOf(floor, listing, assessed)),
  });
  return refusal === undefined ? E.right(assessed) : E.left(refusal);
};

/**
 * Checks an order against the rules and the market of the moment. An order that it replaces is left aside: what that
 * one holds counts as free, and its client order id as not taken.
 */
export const assess = (
  floor: Floor,
  listing: Listing,
  intent: OrderIntent,
  replaced?: Order,
): E.Either<RejectReason, Assessed> => {
  const refusal = sessionRefusal(listing.status.present(), intent);
  if (refusal !== undefined) return E.left(refusal);
  return pipe(
    pricedIntent(listing, intent),
    E.chainW((priced) => checked(floor, listing, priced, replaced)),
  );
};
