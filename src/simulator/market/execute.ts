import { add, isPositive, multiply, subtract } from './decimal.ts';
import type { MarketEvent } from './event.ts';
import type { Floor } from './floor.ts';
import { type Listing, touchOf } from './listing.ts';
import type { Fill } from './matching.ts';
import { type Order, holdOf, productSpent } from './order.ts';
import { type Execution, orderTradeFromExecution } from './orderTrade.ts';
import { nextVersion, orderStateEvent } from './orderVersions.ts';

/** An incoming order after a fill, and what its own account and the maker's are told of the fill. */
export interface Executed {
  readonly taker: Order;
  readonly events: readonly MarketEvent[];
}

const filled = (order: Order, { price, quantity }: Fill): Order => {
  const remaining = subtract(order.remaining, quantity);
  return {
    ...order,
    remaining,
    executed: add(order.executed, quantity),
    gross: add(order.gross, multiply(price, quantity)),
    display: isPositive(subtract(order.display, remaining)) ? remaining : order.display,
    reason: 'Trade',
    state: isPositive(remaining) ? 'Working' : 'FullyExecuted',
  };
};

/**
 * Hands over what was traded; only here does money change hands. There are no fees: one would be a third move,
 * to an account of the exchange's.
 */
const settle = ({ ledger }: Floor, { instrument }: Listing, taker: Order, fill: Fill): void => {
  const buyer = (taker.side === 'Buy' ? taker : fill.maker).account.AccountId;
  const seller = (taker.side === 'Sell' ? taker : fill.maker).account.AccountId;
  ledger.move(instrument.Product1, seller, buyer, fill.quantity);
  ledger.move(instrument.Product2, buyer, seller, multiply(fill.price, fill.quantity));
};

/** The maker after the fill: in its place in the book, or out of it; it holds what it can still spend. */
const reduceMaker = ({ ledger, clock }: Floor, { book }: Listing, fill: Fill): Order => {
  const { maker } = fill;
  const after: Order = { ...filled(maker, fill), updated: clock.stamp() };
  const holding = { accountId: maker.account.AccountId, productId: productSpent(maker) };
  ledger.release(holding, subtract(holdOf(maker), holdOf(after)));
  if (after.state === 'Working') {
    book.put(after);
    return after;
  }
  book.remove(after);
  return { ...after, booked: 'removed' };
};

const orderTradeEvent = (execution: Execution): MarketEvent => ({
  _tag: 'OrderTrade',
  AccountId: execution.order.account.AccountId,
  InstrumentId: execution.order.instrument.InstrumentId,
  payload: orderTradeFromExecution(execution),
});

/**
 * Carries out one fill: money, book, tape, bars and both orders. `finish` has the last word on the taker, such
 * as putting its rest into the book, before its account is told. The maker is told first.
 */
export const execute = (
  floor: Floor,
  listing: Listing,
  before: Order,
  fill: Fill,
  finish: (taker: Order) => Order,
): Executed => {
  const { price, quantity } = fill;
  settle(floor, listing, before, fill);
  const reduced = reduceMaker(floor, listing, fill);
  const at = floor.clock.stamp();
  const tradeId = floor.next('trade');
  const direction = listing.tape.record({ id: tradeId, price, quantity, maker: reduced, taker: before, at });
  listing.statistics.record({ ms: at.ms, price, quantity });
  listing.bars.record({ ms: at.ms, price, quantity }, touchOf(listing));
  const maker = nextVersion(floor, listing, reduced, {});
  const taker = nextVersion(floor, listing, finish(filled(before, fill)), {});
  const told = (order: Order, counterparty: Order, role: Execution['role']): readonly MarketEvent[] => [
    orderStateEvent(order),
    orderTradeEvent({
      executionId: floor.next('execution'),
      tradeId,
      order,
      counterparty,
      role,
      price,
      quantity,
      direction,
      at,
    }),
  ];
  return { taker, events: [...told(maker, taker, 'Maker'), ...told(taker, maker, 'Taker')] };
};
