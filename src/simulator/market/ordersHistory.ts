import type { Order } from './order.ts';
import { type OrderObject, orderObjectFromOrder } from './orderObject.ts';
import { isWithin, newestFirst, passes } from './page.ts';

/** GetOrdersHistory, as far as the market reads it; a filter of 0 or that is absent lets everything pass. */
export interface OrdersHistoryRequest {
  readonly AccountId: number;
  readonly InstrumentId?: number | undefined;
  readonly OrderId?: number | bigint | undefined;
  readonly ClientOrderId?: number | bigint | undefined;
  readonly OriginalOrderId?: number | bigint | undefined;
  readonly OriginalClientOrderId?: number | bigint | undefined;
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
  /** Epoch milliseconds: the orders as they were then. @default as they are */
  readonly asOf?: number | undefined;
}

const defaultDepth = 100;

const isWanted = (order: Order, request: OrdersHistoryRequest): boolean =>
  passes(request.InstrumentId, order.instrument.InstrumentId) &&
  passes<number | bigint>(request.OrderId, order.id) &&
  passes<number | bigint>(request.ClientOrderId, order.clientOrderId) &&
  passes<number | bigint>(request.OriginalOrderId, order.origin.id) &&
  passes<number | bigint>(request.OriginalClientOrderId, order.origin.clientOrderId) &&
  passes<string>(request.OrderState, order.state) &&
  isWithin(order.received.ms, request.StartTimestamp, request.EndTimestamp);

/** The page of orders that a request asks for, newest first, from all orders of its account, oldest first. */
export const ordersHistory = (
  orders: readonly Order[],
  request: OrdersHistoryRequest,
): readonly OrderObject[] =>
  newestFirst(
    orders.filter((order) => isWanted(order, request)),
    request.StartIndex,
    request.Depth ?? request.Limit ?? defaultDepth,
  ).map(orderObjectFromOrder);
