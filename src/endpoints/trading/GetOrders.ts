import type * as t from 'io-ts';
import { listOf } from '../../codec/fast/listOf.ts';
import { Order } from '../../codec/records/Order.ts';
import { type Endpoint, endpoint } from '../../endpoint.ts';
import { readExactJson } from '../../json/exactJson.ts';
import { OrderFilters } from './orderFilters.ts';

/** What `GetOrders` takes. @interface */
export type GetOrdersRequest = t.TypeOf<typeof OrderFilters>;

/**
 * Lists orders, each as it stands now, the newest first: in effect the same as `GetOrdersHistory`. A query; login
 * needed. A refusal is a `GatewayError`. A page shorter than `Depth` is the last.
 *
 * @example
 * request$(client, GetOrders, { AccountId, OrderState: 'Working' }).subscribe((orders) =>
 *   orders.forEach(({ OrderId, Quantity }) => console.log(OrderId, Quantity)),
 * );
 */
export const GetOrders: Endpoint<GetOrdersRequest, readonly Order[]> = endpoint({
  name: 'GetOrders',
  request: OrderFilters,
  reply: listOf(Order),
  read: readExactJson,
});
