import * as E from 'fp-ts/lib/Either.js';
import { type Decimal, formatDecimal } from '../market/decimal.ts';
import type { Level2Row } from '../market/level2.ts';
import type { Market } from '../market/market.ts';
import type { OrderObject } from '../market/orderObject.ts';
import type { OrderTrade } from '../market/orderTrade.ts';

/** The true state of an order at the exchange; quantities and prices are decimal text. */
export interface OrderAtExchange extends Pick<
  OrderObject,
  'OrderId' | 'ClientOrderId' | 'OrigOrderId' | 'Side' | 'OrderType' | 'OrderState' | 'ChangeReason'
> {
  readonly AccountId: number;
  readonly InstrumentId: number;
  readonly Price: string;
  readonly OrigQuantity: string;
  /** The remaining quantity. */
  readonly Quantity: string;
  readonly QuantityExecuted: string;
}

/** An execution of an account; quantity, price and fee are decimal text. */
export interface ExecutionAtExchange extends Pick<
  OrderTrade,
  | 'ExecutionId'
  | 'TradeId'
  | 'OrderId'
  | 'ClientOrderId'
  | 'AccountId'
  | 'InstrumentId'
  | 'Side'
  | 'MakerTaker'
  | 'TradeTimeMS'
> {
  readonly Quantity: string;
  readonly Price: string;
  readonly Fee: string;
}

/** The balance of an account in one product, in decimal text. */
export interface BalanceAtExchange {
  readonly ProductId: number;
  readonly ProductSymbol: string;
  readonly Amount: string;
  readonly Hold: string;
}

/** A level of a book, in decimal text. */
export interface LevelAtExchange {
  readonly Price: string;
  readonly Quantity: string;
  readonly NumberOfOrders: number;
}

/**
 * The true state of the exchange, whatever its faults report, for tests. For an account or instrument that does not
 * exist everything is empty.
 */
export interface Inspection {
  /**
   * All orders that an account ever had accepted, oldest first, in their current state: every open one, and the last
   * 1,000 that are closed.
   *
   * @example
   * const twice = exchange.orders(7).filter(({ ClientOrderId }) => ClientOrderId === 5).length > 1;
   */
  readonly orders: (accountId: number) => readonly OrderAtExchange[];
  /** How many orders of an account were ever accepted, including those no longer kept. */
  readonly orderCount: (accountId: number) => number;
  /** The last 5,000 executions of an account, oldest first. */
  readonly executions: (accountId: number) => readonly ExecutionAtExchange[];
  /** The balances of an account, one row per product. */
  readonly balances: (accountId: number) => readonly BalanceAtExchange[];
  /** The whole book of an instrument, best prices first. */
  readonly book: (instrumentId: number) => {
    readonly bids: readonly LevelAtExchange[];
    readonly asks: readonly LevelAtExchange[];
  };
}

type Written<A, Names extends keyof A> = Omit<A, Names> & Readonly<Record<Names, string>>;

/** The same object with some of its decimals as text. */
const written = <A extends Readonly<Record<Names, Decimal>>, Names extends keyof A>(
  of: A,
  ...names: readonly Names[]
): Written<A, Names> => ({
  ...of,
  ...(Object.fromEntries(names.map((name) => [name, formatDecimal(of[name])])) as Record<Names, string>),
});

const orderAtExchange = (order: OrderObject): OrderAtExchange => {
  const { OrderId, ClientOrderId, OrigOrderId, Side, OrderType, OrderState, ChangeReason } = order;
  return {
    ...{ OrderId, ClientOrderId, OrigOrderId, Side, OrderType, OrderState, ChangeReason },
    AccountId: order.Account,
    InstrumentId: order.Instrument,
    Price: formatDecimal(order.Price),
    OrigQuantity: formatDecimal(order.OrigQuantity),
    Quantity: formatDecimal(order.Quantity),
    QuantityExecuted: formatDecimal(order.QuantityExecuted),
  };
};

const executionAtExchange = (trade: OrderTrade): ExecutionAtExchange => {
  const { ExecutionId, TradeId, OrderId, ClientOrderId, AccountId, InstrumentId, Side } = trade;
  const { MakerTaker, TradeTimeMS, Quantity, Price, Fee } = trade;
  return {
    ...{
      ExecutionId,
      TradeId,
      OrderId,
      ClientOrderId,
      AccountId,
      InstrumentId,
      Side,
      MakerTaker,
      TradeTimeMS,
    },
    ...written({ Quantity, Price, Fee }, 'Quantity', 'Price', 'Fee'),
  };
};

const levelAtExchange = ([, , , , , NumberOfOrders, Price, , Quantity]: Level2Row): LevelAtExchange => ({
  NumberOfOrders,
  ...written({ Price, Quantity }, 'Price', 'Quantity'),
});

const listOf = <A>(found: E.Either<unknown, readonly A[]>): readonly A[] =>
  E.isRight(found) ? found.right : [];

/** Looks into a market. */
export const createInspection = (market: Market): Inspection => ({
  orders: (AccountId) =>
    listOf(market.ordersHistory({ AccountId, Depth: Infinity }))
      .map(orderAtExchange)
      .toReversed(),
  orderCount: market.ordersAccepted,
  executions: (accountId) => market.executions(accountId).map(executionAtExchange),
  balances: (accountId) =>
    listOf(market.positions(accountId)).map(({ ProductId, ProductSymbol, Amount, Hold }) => ({
      ...{ ProductId, ProductSymbol },
      ...written({ Amount, Hold }, 'Amount', 'Hold'),
    })),
  book: (instrumentId) => {
    const rows = listOf(market.level2(instrumentId, Infinity));
    const of = (side: 0 | 1): readonly LevelAtExchange[] =>
      rows.filter((row) => row[9] === side).map(levelAtExchange);
    return { bids: of(0), asks: of(1) };
  },
});
