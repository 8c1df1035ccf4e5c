import type { AccountSpec } from './account.ts';
import { ordersOf } from './book.ts';
import { type Decimal, add, isPositive, rescale, subtract, sum, zero } from './decimal.ts';
import type { MarketEvent } from './event.ts';
import { execute } from './execute.ts';
import type { Floor } from './floor.ts';
import { type Listing, insideOf } from './listing.ts';
import { type Match, affordable, crosses, matchOrders } from './matching.ts';
import { type Order, productSpent } from './order.ts';
import type { OrderIntent } from './orderIntent.ts';
import { type RejectReason, refusalOf } from './orderRules.ts';
import { cancel, nextVersion, orderStateEvent, rest } from './orderVersions.ts';
import type { Outcome } from './outcome.ts';
import { opposite } from './side.ts';

/** The reply of SendOrder: accepted, or refused for a business reason. */
export type SendOrderReply =
  | { readonly status: 'Accepted'; readonly errormsg: ''; readonly OrderId: number }
  | { readonly status: 'Rejected'; readonly errormsg: RejectReason; readonly errorcode: 101 };

/** The reject reason of a post-only order that would have traded; the name is ours, none is documented. */
export const wouldTrade = 'Post_Only_Would_Trade';
/** The cancel reason of an order that met one of its own account; the name is ours, none is documented. */
export const selfTrade = 'SelfTradePrevention';

const matchOf = ({ book, instrument }: Listing, intent: OrderIntent): Match => {
  const { size, side, limit, accountId } = intent;
  return matchOrders(ordersOf(book, opposite[side]), {
    side,
    accountId,
    limit,
    budget:
      size._tag === 'Value'
        ? { _tag: 'Value', rest: size.of, step: instrument.QuantityIncrement }
        : { _tag: 'Quantity', rest: size.of },
    preventSelfTrade: instrument.SelfTradePrevention,
  });
};

/** What was asked for; of a value, what it buys, the part the book cannot serve counted at the worst price met. */
const quantityOf = ({ instrument }: Listing, { size, limit }: OrderIntent, match: Match): Decimal => {
  if (size._tag === 'Quantity') return size.of;
  const step = instrument.QuantityIncrement;
  const served = sum(match.fills.map(({ quantity }) => quantity));
  const price = match.fills.at(-1)?.price ?? limit;
  if (price === undefined) return rescale(served, step.scale);
  return add(served, affordable({ _tag: 'Value', rest: match.rest, step }, price));
};

const newOrder = (
  floor: Floor,
  listing: Listing,
  account: AccountSpec,
  intent: OrderIntent,
  quantity: Decimal,
): Order => {
  const { instrument } = listing;
  const { scale } = instrument.QuantityIncrement;
  const priceScale = instrument.PriceIncrement.scale;
  const received = floor.clock.stamp();
  const asked = rescale(quantity, scale);
  return {
    id: floor.next('order'),
    account,
    instrument,
    side: intent.side,
    type: intent.type,
    price: rescale(intent.limit ?? zero, priceScale),
    quantity: asked,
    remaining: asked,
    executed: rescale(zero, scale),
    gross: rescale(zero, priceScale + scale),
    display: rescale(intent.display ?? (intent.type === 'Limit' ? asked : zero), scale),
    clientOrderId: intent.clientOrderId,
    state: 'Working',
    reason: 'NewInputAccepted',
    rejectReason: '',
    cancelReason: '',
    booked: 'never',
    postOnly: intent.postOnly,
    received,
    updated: received,
    inside: insideOf(listing),
  };
};

/** What an accepted order will do: trade so much, and with what is left, rest or be cancelled. */
interface Plan {
  readonly fills: Match['fills'];
  readonly rests: boolean;
  readonly cancelReason: string;
}

const planOf = (intent: OrderIntent, order: Order, match: Match): Plan => {
  const isKilled = intent.timeInForce === 'FOK' && match.end !== 'Filled';
  const fills = isKilled ? [] : match.fills;
  const left = subtract(order.quantity, sum(fills.map(({ quantity }) => quantity)));
  const mayRest = intent.type === 'Limit' && intent.timeInForce === 'GTC' && match.end !== 'SelfTrade';
  return {
    fills,
    rests: mayRest && isPositive(left),
    cancelReason: match.end === 'SelfTrade' ? selfTrade : 'SystemCanceled_NoMoreMarket',
  };
};

const carryOut = (floor: Floor, listing: Listing, order: Order, plan: Plan): readonly MarketEvent[] => {
  const finish = (taker: Order): Order => (plan.rests ? rest(floor, listing, taker) : taker);
  const isMaker = plan.fills.length === 0 && plan.rests;
  let current = nextVersion(floor, listing, isMaker ? finish(order) : order, {});
  // A market order never waits: its account hears of it when it has traded, or is over.
  const events = order.type === 'Limit' ? [orderStateEvent(current)] : [];
  plan.fills.forEach((fill, index) => {
    const isLast = index === plan.fills.length - 1;
    const executed = execute(floor, listing, current, fill, isLast ? finish : (taker) => taker);
    current = executed.taker;
    events.push(...executed.events);
  });
  if (current.state !== 'Working' || plan.rests) return events;
  const { cancelReason } = plan;
  const over = cancel(floor, listing, current, { reason: 'SystemCanceled_NoMoreMarket', cancelReason });
  return [...events, orderStateEvent(over)];
};

const rejectByEvent = (floor: Floor, listing: Listing, order: Order): readonly MarketEvent[] => [
  orderStateEvent(
    nextVersion(floor, listing, order, {
      state: 'Rejected',
      reason: 'OtherRejected',
      rejectReason: wouldTrade,
    }),
  ),
];

const isTaking = ({ book }: Listing, { side, limit }: OrderIntent): boolean => {
  const [best] = book.levels(opposite[side]);
  return best !== undefined && crosses(side, limit, best.price);
};

/**
 * Takes an order that has been read: refuses it with a reason, or accepts it and carries it out at once. A
 * post-only order that would trade is accepted, then rejected by event.
 */
export const placeOrder = (
  floor: Floor,
  listing: Listing,
  account: AccountSpec,
  intent: OrderIntent,
): Outcome<SendOrderReply> => {
  const { instrument } = listing;
  const match = matchOf(listing, intent);
  const quantity = quantityOf(listing, intent, match);
  const productId = productSpent({ side: intent.side, instrument });
  const refusal = refusalOf({
    intent,
    instrument,
    quantity,
    match,
    open: floor.orders.open(intent.accountId),
    available: floor.ledger.available({ accountId: intent.accountId, productId }),
  });
  if (refusal !== undefined) {
    return { reply: { status: 'Rejected', errormsg: refusal, errorcode: 101 }, events: [] };
  }
  const order = newOrder(floor, listing, account, intent, quantity);
  const events =
    intent.postOnly && isTaking(listing, intent)
      ? rejectByEvent(floor, listing, order)
      : carryOut(floor, listing, order, planOf(intent, order, match));
  return { reply: { status: 'Accepted', errormsg: '', OrderId: order.id }, events };
};
