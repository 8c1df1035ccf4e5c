import type * as t from 'io-ts';
import { fast } from '../../codec/fast/fast.ts';
import { IntegerInput } from '../../codec/inputs/IntegerInput.ts';
import { LongInput } from '../../codec/inputs/LongInput.ts';
import { oms } from '../../codec/inputs/OMSId.ts';
import { Order } from '../../codec/records/Order.ts';
import { request } from '../../codec/inputs/request.ts';
import { type Endpoint, endpoint } from '../../endpoint.ts';
import { readExactJson } from '../../json/exactJson.ts';

const parameters = request(
  {
    /** The account. */
    AccountId: IntegerInput,
    /** The order. */
    OrderId: LongInput,
  },
  oms,
);
/** What `GetOrderStatus` takes. @interface */
export type GetOrderStatusRequest = t.TypeOf<typeof parameters>;

/**
 * Tells where one order stands. A query; login needed. An unknown order is a `GatewayError` with the code 104.
 *
 * @example
 * request$(client, GetOrderStatus, { AccountId, OrderId: 6562 }).subscribe(({ OrderState }) =>
 *   console.log(OrderState),
 * );
 */
export const GetOrderStatus: Endpoint<GetOrderStatusRequest, Order> = endpoint({
  name: 'GetOrderStatus',
  request: parameters,
  reply: fast(Order),
  read: readExactJson,
});
