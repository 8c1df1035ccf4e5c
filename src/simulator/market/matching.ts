import type { BookLevel } from './bookLevel.ts';
import { type Decimal, compare, divide, floorTo, isPositive, min, multiply, subtract } from './decimal.ts';
import { type Order, nextSlice } from './order.ts';
import type { Side } from './side.ts';

/** What an incoming order is ready to take: a quantity, or what a value buys in steps of the quantity. */
export type Budget =
  | { readonly _tag: 'Quantity'; readonly rest: Decimal }
  | { readonly _tag: 'Value'; readonly rest: Decimal; readonly step: Decimal };

/** An incoming order, as far as matching asks. */
export interface Taker {
  readonly side: Side;
  readonly accountId: number;
  /** The worst price it takes; any where there is none. */
  readonly limit: Decimal | undefined;
  readonly budget: Budget;
  readonly preventSelfTrade: boolean;
  /** An order that is passed over, as if it were not there. */
  readonly ignored: number | undefined;
  /** The orders that are cancelled as soon as this one trades. */
  readonly linkedTo: (orderId: number) => Iterable<number>;
}

/** A trade to be: so much of a resting order, at its price. */
export interface Fill {
  /** As it was when the match was made. */
  readonly maker: Order;
  readonly price: Decimal;
  readonly quantity: Decimal;
}

/** How far an incoming order gets, and what stopped it. */
export interface Match {
  readonly fills: readonly Fill[];
  /** What is left of the budget. */
  readonly rest: Decimal;
  readonly end: 'Filled' | 'NoMarket' | 'SelfTrade';
}

/** The most a budget takes at a price. */
export const affordable = (budget: Budget, price: Decimal): Decimal =>
  budget._tag === 'Quantity'
    ? budget.rest
    : floorTo(divide(budget.rest, price, budget.step.scale), budget.step);

const spend = (budget: Budget, { price, quantity }: Fill): Budget => ({
  ...budget,
  rest: subtract(budget.rest, budget._tag === 'Quantity' ? quantity : multiply(price, quantity)),
});

/** Whether an order of this side with this limit trades at this price. */
export const crosses = (side: Side, limit: Decimal | undefined, price: Decimal): boolean => {
  if (limit === undefined) return true;
  return side === 'Buy' ? compare(limit, price) >= 0 : compare(limit, price) <= 0;
};

/** An order's turn at its price: what it offers, and what it has left when that is taken. */
interface Turn {
  readonly maker: Order;
  readonly offer: Decimal;
  readonly left: Decimal;
}

const turnFrom = (maker: Order, offer: Decimal, remaining: Decimal): Turn => ({
  maker,
  offer,
  left: subtract(remaining, offer),
});

/** The turns of a level while each offer is taken whole: who has more than is shown queues again for the rest. */
function* turnsOf({ orders }: BookLevel): Iterable<Turn> {
  const again: Turn[] = [];
  const queue = ({ maker, left }: Turn): void => {
    if (isPositive(left)) again.push(turnFrom(maker, nextSlice(maker.display, left), left));
  };
  for (const maker of orders.values()) {
    const turn = turnFrom(maker, maker.slice, maker.remaining);
    yield turn;
    queue(turn);
  }
  for (const turn of again) {
    yield turn;
    queue(turn);
  }
}

/**
 * Finds the fills of an incoming order against levels that come best first; changes nothing. With self-trade
 * prevention it stops at the first order of its own account.
 */
export const matchOrders = (levels: Iterable<BookLevel>, taker: Taker): Match => {
  const fills: Fill[] = [];
  const passed = new Set(taker.ignored === undefined ? [] : [taker.ignored]);
  let budget = taker.budget;
  let lastPrice = taker.limit;
  const stop = (end: Match['end']): Match => ({ fills, rest: budget.rest, end });
  for (const level of levels) {
    const { price } = level;
    if (!crosses(taker.side, taker.limit, price)) break;
    for (const { maker, offer } of turnsOf(level)) {
      if (passed.has(maker.id)) continue;
      const wanted = affordable(budget, price);
      if (!isPositive(wanted)) return stop('Filled');
      if (taker.preventSelfTrade && maker.account.AccountId === taker.accountId) return stop('SelfTrade');
      const fill = { maker, price, quantity: min(wanted, offer) };
      fills.push(fill);
      budget = spend(budget, fill);
      lastPrice = price;
      for (const id of taker.linkedTo(maker.id)) passed.add(id);
    }
  }
  const isSpent = lastPrice !== undefined && !isPositive(affordable(budget, lastPrice));
  return stop(isSpent ? 'Filled' : 'NoMarket');
};
