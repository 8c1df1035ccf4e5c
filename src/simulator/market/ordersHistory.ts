import type { Order } from './order.ts';
import { type OrderObject, orderObjectFromOrder } from './orderObject.ts';

/** GetOrdersHistory, as far as the market reads it; a filter of 0 or that is absent lets everything pass. */
export interface OrdersHistoryRequest {
  readonly AccountId: number;
  readonly InstrumentId?: number | undefined;
  readonly OrderId?: number | undefined;
  readonly ClientOrderId?: number | undefined;
  /** By name. */
  readonly OrderState?: string | undefined;
  /** Epoch milliseconds of the receipt, inclusive. */
  readonly StartTimestamp?: number | undefined;
  readonly EndTimestamp?: number | undefined;
  /** Most rows to give; `Limit` means the same. @default 100 */
  readonly Depth?: number | undefined;
  readonly Limit?: number | undefined;
  /** 0 is the newest. @default 0 */
  readonly StartIndex?: number | undefined;
}

const defaultDepth = 100;

const passes = <A>(filter: A | 0 | undefined, value: A): boolean =>
  filter === undefined || filter === 0 || filter === value;

const isWanted = (order: Order, request: OrdersHistoryRequest): boolean => {
  const { StartTimestamp: start, EndTimestamp: end } = request;
  return (
    passes(request.InstrumentId, order.instrument.InstrumentId) &&
    passes(request.OrderId, order.id) &&
    passes<number | bigint>(request.ClientOrderId, order.clientOrderId) &&
    passes<string>(request.OrderState, order.state) &&
    (start === undefined || start === 0 || order.received.ms >= start) &&
    (end === undefined || end === 0 || order.received.ms <= end)
  );
};

/** The page of orders that a request asks for, newest first, from all orders of its account, oldest first. */
export const ordersHistory = (
  orders: readonly Order[],
  request: OrdersHistoryRequest,
): readonly OrderObject[] => {
  const { StartIndex: start = 0, Depth, Limit } = request;
  return orders
    .filter((order) => isWanted(order, request))
    .toReversed()
    .slice(start, start + (Depth ?? Limit ?? defaultDepth))
    .map(orderObjectFromOrder);
};
