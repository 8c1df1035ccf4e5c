import * as t from 'io-ts';
import { fast } from '../../codec/fast.ts';
import { IntegerInput } from '../../codec/IntegerInput.ts';
import { oms } from '../../codec/OMSId.ts';
import { Order } from '../../codec/Order.ts';
import { request } from '../../codec/request.ts';
import { together } from '../../codec/together.ts';
import { type Endpoint, endpoint } from '../../endpoint.ts';
import { readExactJson } from '../../exactJson.ts';

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
 * request$(client, GetOpenOrders, { AccountId: 7 }).subscribe((orders) =>
 *   orders.forEach(({ OrderId, Price, Quantity }) => console.log(OrderId, Price, Quantity)),
 * );
 */
export const GetOpenOrders: Endpoint<GetOpenOrdersRequest, readonly Order[]> = endpoint({
  name: 'GetOpenOrders',
  request: parameters,
  reply: fast(t.readonlyArray(Order)),
  read: readExactJson,
});
