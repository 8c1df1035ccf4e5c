import type { Order } from '../codec/records/Order.ts';
import type { OrderTrade } from '../codec/records/OrderTrade.ts';
import { writeJson } from '../json/json.ts';
import type { Identity } from '../streams/topicSpec.ts';

/** What tells a state of an order from its others: everything that can change. The exchange may send one twice. */
export const identityOfOrder = (order: Order): Identity => ({ kind: 'order', id: writeJson(order) });

/**
 * What tells a fill from all others, and from its own corrections: the two sides of a trade with oneself share the id of
 * the trade.
 */
export const identityOfTrade = (trade: OrderTrade): Identity => {
  const { ExecutionId, TradeId, OrderId, OrderTradeRevision = 0, Price, Quantity } = trade;
  const key = ExecutionId ? `execution ${ExecutionId}` : `trade ${TradeId}`;
  return { kind: 'fill', id: `${key} ${OrderId} ${OrderTradeRevision} ${Price} ${Quantity}` };
};
