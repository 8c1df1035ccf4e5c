import type * as t from 'io-ts';
import { listOf } from '../../codec/fast/listOf.ts';
import { Order } from '../../codec/records/Order.ts';
import { type Endpoint, endpoint } from '../../endpoint.ts';
import { readExactJson } from '../../json/exactJson.ts';
import { OrderFilters } from './orderFilters.ts';

/** What `GetOrdersHistory` takes. @interface */
export type GetOrdersHistoryRequest = t.TypeOf<typeof OrderFilters>;

/**
 * Lists orders, each as it stands now, the newest first. A query; login needed. A refusal is a `GatewayError`. A page
 * shorter than `Depth` is the last.
 *
 * @example
 * request$(client, GetOrdersHistory, { AccountId, Depth: 20 }).subscribe((orders) =>
 *   orders.forEach(({ OrderId, OrderState }) => console.log(OrderId, OrderState)),
 * );
 */
export const GetOrdersHistory: Endpoint<GetOrdersHistoryRequest, readonly Order[]> = endpoint({
  name: 'GetOrdersHistory',
  request: OrderFilters,
  reply: listOf(Order),
  read: readExactJson,
});
