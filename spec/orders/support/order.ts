import type { Order } from '../../../src/codec/records/Order.ts';
import type { OrderTrade } from '../../../src/codec/records/OrderTrade.ts';

/** A resting bid for 1 at 100; what is given stands in its place. */
export const order = (given: Partial<Order> = {}): Order => ({
  Side: 'Buy',
  OrderId: 1,
  Price: 100,
  Quantity: 1,
  Instrument: 1,
  Account: 7,
  OrderType: 'Limit',
  ClientOrderId: 0,
  OrderState: 'Working',
  ReceiveTime: 1_700_000_000_000,
  OrigQuantity: 1,
  QuantityExecuted: 0,
  AvgPrice: 0,
  ChangeReason: 'NewInputAccepted',
  ...given,
});

/** A fill of order 1, of a quantity of 0.5; what is given stands in its place. */
export const trade = (given: Partial<OrderTrade> = {}): OrderTrade => ({
  TradeId: 1,
  OrderId: 1,
  AccountId: 7,
  InstrumentId: 1,
  Side: 'Buy',
  Quantity: 0.5,
  Price: 100,
  TradeTime: 638_356_032_000_000_000n,
  ...given,
});
