import type * as t from 'io-ts';
import { IntegerInput } from '../../codec/inputs/IntegerInput.ts';
import { listOf } from '../../codec/fast/listOf.ts';
import { oms } from '../../codec/inputs/OMSId.ts';
import { Order } from '../../codec/records/Order.ts';
import { request } from '../../codec/inputs/request.ts';
import { together } from '../../codec/inputs/together.ts';
import { type Endpoint, endpoint } from '../../endpoint.ts';
import { readExactJson } from '../../json/exactJson.ts';

const parameters = request(
  {
    /** The account. */
    AccountId: IntegerInput,
  },
  together(oms, {
    /** Only orders on this instrument. */
    InstrumentId: IntegerInput,
  }),
);
/** What `GetOpenOrders` takes. @interface */
export type GetOpenOrdersRequest = t.TypeOf<typeof parameters>;

/**
 * Lists the open orders of an account, without block trades and quotes. A query; login needed. A refusal is a
 * `GatewayError`; where there are none the list is empty.
 *
 * @example
 * request$(client, GetOpenOrders, { AccountId }).subscribe((orders) =>
 *   orders.forEach(({ OrderId, Price, Quantity }) => console.log(OrderId, Price, Quantity)),
 * );
 */
export const GetOpenOrders: Endpoint<GetOpenOrdersRequest, readonly Order[]> = endpoint({
  name: 'GetOpenOrders',
  request: parameters,
  reply: listOf(Order),
  read: readExactJson,
});
