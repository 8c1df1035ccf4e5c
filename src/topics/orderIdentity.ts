import type { Order } from '../codec/records/Order.ts';
import type { OrderTrade } from '../codec/records/OrderTrade.ts';

/**
 * What tells a state of an order from its others, for the exchange may send one twice. `undefined` where the time of
 * the change is not there, as two states could be alike in the rest.
 */
export const identityOfOrder = ({
  OrderId,
  LastUpdatedTimeTicks,
  OrderState,
  QuantityExecuted,
}: Order): string | undefined =>
  LastUpdatedTimeTicks === undefined
    ? undefined
    : `order ${OrderId} ${LastUpdatedTimeTicks} ${OrderState} ${QuantityExecuted}`;

/** What tells a fill from all others: the two sides of a trade with oneself share the id of the trade. */
export const identityOfTrade = ({ ExecutionId, TradeId, OrderId }: OrderTrade): string =>
  ExecutionId ? `execution ${ExecutionId} ${OrderId}` : `trade ${TradeId} ${OrderId}`;
