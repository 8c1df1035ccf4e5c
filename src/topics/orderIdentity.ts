import type { Order } from '../codec/records/Order.ts';
import type { OrderTrade } from '../codec/records/OrderTrade.ts';
import type { Identity } from '../streams/topicSpec.ts';

/**
 * Identifies one state of an order, by its id and the fields that can change; the exchange may send a state twice. It
 * is `undefined` if the time of the change is absent, because an order can return to an earlier state.
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
 * Identifies a fill. The order id is part of it because both sides of a trade with oneself share the trade id, and the
 * revision because a fill can be corrected.
 */
export const identityOfTrade = (trade: OrderTrade): Identity => {
  const { ExecutionId, TradeId, OrderId, OrderTradeRevision = 0, Price, Quantity } = trade;
  const key = ExecutionId ? `execution ${ExecutionId}` : `trade ${TradeId}`;
  return { kind: 'fill', id: `${key} ${OrderId} ${OrderTradeRevision} ${Price} ${Quantity}` };
};
