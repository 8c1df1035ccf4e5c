import { formatDecimal, trim } from '../../../src/simulator/market/decimal.ts';
import type { MarketEvent } from '../../../src/simulator/market/event.ts';
import type { Market } from '../../../src/simulator/market/market.ts';
import type { OrderObject } from '../../../src/simulator/market/orderObject.ts';
import type { OrderRequest } from '../../../src/simulator/market/orderRequest.ts';
import { right } from './script.ts';

/** What a limit order may have beside its side, quantity and price. */
export type Given = Omit<OrderRequest, 'Side' | 'Quantity' | 'LimitPrice'>;

/** A limit order on the first instrument. */
export const limit = (
  account: number,
  side: 'Buy' | 'Sell',
  Quantity: string,
  LimitPrice: string,
  more: Given = {},
): OrderRequest => ({
  AccountId: account,
  InstrumentId: 1,
  Side: side,
  OrderType: 'Limit',
  TimeInForce: 'GTC',
  Quantity,
  LimitPrice,
  ...more,
});
/** A market order on the first instrument. */
export const atMarket = (
  account: number,
  side: 'Buy' | 'Sell',
  more: Partial<OrderRequest>,
): OrderRequest => ({
  AccountId: account,
  InstrumentId: 1,
  Side: side,
  OrderType: 'Market',
  TimeInForce: 'IOC',
  ...more,
});

/** Each order state among some events, as `order state reason executed/asked`. */
export const states = (events: readonly MarketEvent[]): readonly string[] =>
  events.flatMap((event) => {
    if (event._tag !== 'OrderState') return [];
    const { OrderId, OrderState, ChangeReason, QuantityExecuted, OrigQuantity } = event.payload;
    const share = `${formatDecimal(QuantityExecuted)}/${formatDecimal(OrigQuantity)}`;
    return [`${OrderId} ${OrderState} ${ChangeReason} ${share}`];
  });
/** The last order state among some events. */
export const lastState = (events: readonly MarketEvent[]): OrderObject | undefined =>
  events.flatMap((event) => (event._tag === 'OrderState' ? [event.payload] : [])).at(-1);
/** The events of some orders sent one after another. */
export const sent = (market: Market, ...requests: readonly OrderRequest[]): readonly MarketEvent[] =>
  requests.flatMap((request) => market.sendOrder(request).events);
/** The reply to an order. */
export const replyTo = (market: Market, request: OrderRequest): unknown => market.sendOrder(request).reply;
/** Amount and hold of an account, as text. */
export const balance = (market: Market, account: number, product: string): readonly string[] =>
  right(market.positions(account))
    .filter(({ ProductSymbol }) => ProductSymbol === product)
    .flatMap(({ Amount, Hold }) => [formatDecimal(trim(Amount)), formatDecimal(trim(Hold))]);
/** The reply of a refusal. */
export const rejected = (errormsg: string) => ({ status: 'Rejected', errormsg, errorcode: 101 });
