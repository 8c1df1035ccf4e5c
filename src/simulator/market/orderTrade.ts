import type { Stamp } from './clock.ts';
import { type Decimal, multiply, rescale, zero } from './decimal.ts';
import type { Inside } from './inside.ts';
import { type Order, productReceived } from './order.ts';
import type { OrderType } from './orderType.ts';
import type { Valuation } from './position.ts';
import type { Side } from './side.ts';

/** The way the price of a trade lies from that of the trade before it. */
export type Direction = 'NoChange' | 'UpTick' | 'DownTick';

/** An own execution in the shape of OrderTradeEvent and GetAccountTrades. */
export interface OrderTrade extends Omit<Inside, 'LastTradePrice'> {
  readonly OMSId: number;
  readonly ExecutionId: number;
  readonly TradeId: number;
  readonly OrderId: number;
  readonly AccountId: number;
  readonly AccountName: string;
  readonly SubAccountId: number;
  readonly ClientOrderId: number | bigint;
  readonly InstrumentId: number;
  readonly Side: Side;
  readonly OrderType: OrderType;
  readonly Quantity: Decimal;
  readonly RemainingQuantity: Decimal;
  readonly Price: Decimal;
  readonly Value: Decimal;
  /** The other account's id, as text. */
  readonly CounterParty: string;
  readonly OrderTradeRevision: number;
  readonly Direction: Direction;
  readonly IsBlockTrade: boolean;
  readonly Fee: Decimal;
  readonly FeeProductId: number;
  readonly OrderOriginator: number;
  readonly UserName: string;
  readonly TradeTimeMS: number;
  readonly MakerTaker: 'Maker' | 'Taker';
  readonly AdapterTradeId: number;
  readonly IsQuote: boolean;
  readonly CounterPartyClientUserId: number;
  readonly NotionalProductId: number;
  readonly NotionalRate: Decimal;
  readonly NotionalValue: Decimal;
  readonly NotionalHoldAmount: Decimal;
  readonly TradeTime: bigint;
}

/** One execution of an order, seen from its side. */
export interface Execution {
  readonly executionId: number;
  readonly tradeId: number;
  /** The order after the execution. */
  readonly order: Order;
  readonly counterparty: Order;
  readonly role: 'Maker' | 'Taker';
  readonly price: Decimal;
  readonly quantity: Decimal;
  readonly direction: Direction;
  /** In the product received. */
  readonly fee: Decimal;
  /** Of the quote product. */
  readonly valuation: Valuation;
  readonly at: Stamp;
}

/** The wire shape of an execution. */
export const orderTradeFromExecution = (execution: Execution): OrderTrade => {
  const { order, counterparty, price, quantity, valuation } = execution;
  const { InsideAsk, InsideAskSize, InsideBid, InsideBidSize } = order.inside;
  const value = multiply(price, quantity);
  return {
    OMSId: 1,
    ExecutionId: execution.executionId,
    TradeId: execution.tradeId,
    OrderId: order.id,
    AccountId: order.account.AccountId,
    AccountName: order.account.AccountName,
    SubAccountId: 0,
    ClientOrderId: order.clientOrderId,
    InstrumentId: order.instrument.InstrumentId,
    Side: order.side,
    OrderType: order.type,
    Quantity: quantity,
    RemainingQuantity: order.remaining,
    Price: price,
    Value: value,
    CounterParty: String(counterparty.account.AccountId),
    OrderTradeRevision: 1,
    Direction: execution.direction,
    IsBlockTrade: order.type === 'BlockTrade',
    Fee: execution.fee,
    FeeProductId: productReceived(order),
    OrderOriginator: order.account.UserId,
    UserName: order.account.UserName,
    TradeTimeMS: execution.at.ms,
    MakerTaker: execution.role,
    AdapterTradeId: 0,
    InsideBid,
    InsideBidSize,
    InsideAsk,
    InsideAskSize,
    IsQuote: false,
    CounterPartyClientUserId: counterparty.account.UserId,
    NotionalProductId: valuation.product.ProductId,
    NotionalRate: valuation.rate,
    NotionalValue: multiply(value, valuation.rate),
    NotionalHoldAmount: rescale(zero, 1),
    TradeTime: execution.at.ticks,
  };
};
