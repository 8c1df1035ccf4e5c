import type * as t from 'io-ts';
import { listOf } from '../../codec/fast/listOf.ts';
import { LongInput } from '../../codec/inputs/LongInput.ts';
import { oms } from '../../codec/inputs/OMSId.ts';
import { Order } from '../../codec/records/Order.ts';
import { request } from '../../codec/inputs/request.ts';
import { type Endpoint, endpoint } from '../../endpoint.ts';
import { readExactJson } from '../../json/exactJson.ts';

const parameters = request(
  {
    /** The order. */
    OrderId: LongInput,
  },
  oms,
);
/** What `GetOrderHistoryByOrderId` takes. @interface */
export type GetOrderHistoryByOrderIdRequest = t.TypeOf<typeof parameters>;

/**
 * Lists what one order went through: an entry for each change of its state, the newest first. A query; login needed.
 * A refusal is a `GatewayError`.
 *
 * @example
 * request$(client, GetOrderHistoryByOrderId, { OrderId: 6459 }).subscribe((changes) =>
 *   changes.forEach(({ ChangeReason, QuantityExecuted }) => console.log(ChangeReason, QuantityExecuted)),
 * );
 */
export const GetOrderHistoryByOrderId: Endpoint<GetOrderHistoryByOrderIdRequest, readonly Order[]> = endpoint(
  {
    name: 'GetOrderHistoryByOrderId',
    request: parameters,
    reply: listOf(Order),
    read: readExactJson,
  },
);
