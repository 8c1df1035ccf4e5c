import type * as t from 'io-ts';
import { listOf } from '../../codec/fast/listOf.ts';
import { Order } from '../../codec/records/Order.ts';
import { type Endpoint, endpoint } from '../../endpoint.ts';
import { readExactJson } from '../../json/exactJson.ts';
import { OrderFilters } from './orderFilters.ts';

/** What `GetOrderHistory` takes. @interface */
export type GetOrderHistoryRequest = t.TypeOf<typeof OrderFilters>;

/**
 * Lists orders, each as it stands now, the newest first: the older name of `GetOrdersHistory`, with the same
 * filters. A query; login needed. A refusal is a `GatewayError`. A page shorter than `Depth` is the last.
 *
 * @example
 * request$(client, GetOrderHistory, { AccountId, InstrumentId: 1 }).subscribe((orders) =>
 *   orders.forEach(({ OrderId, OrderState }) => console.log(OrderId, OrderState)),
 * );
 */
export const GetOrderHistory: Endpoint<GetOrderHistoryRequest, readonly Order[]> = endpoint({
  name: 'GetOrderHistory',
  request: OrderFilters,
  reply: listOf(Order),
  read: readExactJson,
});
