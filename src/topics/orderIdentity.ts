import type { Order } from '../codec/records/Order.ts';
import type { OrderTrade } from '../codec/records/OrderTrade.ts';
import type { Identity } from '../streams/topicSpec.ts';

/**
 * What tells a state of an order from its others: what can change of it. The exchange may send one twice. `undefined`
 * where the time of the change is not there, as an order may come back to how it was.
 */
export const identityOfOrder = (order: Order): Identity | undefined => {
  const { OrderId, LastUpdatedTimeTicks, OrderState, ChangeReason, QuantityExecuted, Quantity } = order;
  if (LastUpdatedTimeTicks === undefined) return undefined;
  const { Price, StopPrice, DisplayQuantity, AvgPrice } = order;
  const amounts = [QuantityExecuted, Quantity, Price, StopPrice, DisplayQuantity, AvgPrice].map(String);
  return {
    kind: 'order',
    id: [OrderId, LastUpdatedTimeTicks, OrderState, ChangeReason, ...amounts].join(' '),
  };
};

/**
 * What tells a fill from all others, and from its own corrections: the two sides of a trade with oneself share the id of
 * the trade.
 */
export const identityOfTrade = (trade: OrderTrade): Identity => {
  const { ExecutionId, TradeId, OrderId, OrderTradeRevision = 0, Price, Quantity } = trade;
  const key = ExecutionId ? `execution ${ExecutionId}` : `trade ${TradeId}`;
  return { kind: 'fill', id: `${key} ${OrderId} ${OrderTradeRevision} ${Price} ${Quantity}` };
};
