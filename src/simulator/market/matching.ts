import { type Decimal, compare, divide, floorTo, isPositive, min, multiply, subtract } from './decimal.ts';
import type { Order } from './order.ts';
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
}

/** A trade to be: so much of a resting order, at its price. */
export interface Fill {
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

/**
 * Finds the fills of an incoming order against resting ones that come in priority; changes nothing. With
 * self-trade prevention it stops at the first order of its own account.
 */
export const matchOrders = (makers: readonly Order[], taker: Taker): Match => {
  const fills: Fill[] = [];
  let budget = taker.budget;
  let lastPrice = taker.limit;
  const stop = (end: Match['end']): Match => ({ fills, rest: budget.rest, end });
  for (const maker of makers) {
    if (!crosses(taker.side, taker.limit, maker.price)) break;
    const wanted = affordable(budget, maker.price);
    if (!isPositive(wanted)) return stop('Filled');
    if (taker.preventSelfTrade && maker.account.AccountId === taker.accountId) return stop('SelfTrade');
    const fill = { maker, price: maker.price, quantity: min(wanted, maker.remaining) };
    fills.push(fill);
    budget = spend(budget, fill);
    lastPrice = maker.price;
  }
  const isSpent = lastPrice !== undefined && !isPositive(affordable(budget, lastPrice));
  return stop(isSpent ? 'Filled' : 'NoMarket');
};
