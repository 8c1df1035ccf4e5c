import type * as t from 'io-ts';
import { fast } from '../../codec/fast/fast.ts';
import { listInput } from '../../codec/inputs/listInput.ts';
import { StandardResponse } from '../../codec/records/StandardResponse.ts';
import { type Endpoint, endpoint } from '../../endpoint.ts';
import { SendOrderParameters } from './sendOrderParameters.ts';

const parameters = listInput(SendOrderParameters);
/** What `SendOrderList` takes. @useDeclaredType */
export type SendOrderListRequest = t.TypeOf<typeof parameters>;

/**
 * Sends several orders at once, each written as for `SendOrder`. A command; login needed. A refusal of the whole
 * list is a `GatewayError`.
 *
 * Success means that the exchange took the list, no more: it has `result` true, or `result` false with the
 * `errorcode` 107, and tells nothing of the single orders. What became of each, their events and `GetOpenOrders`
 * tell: give each a `ClientOrderId`.
 *
 * @example
 * const order = { AccountId, InstrumentId: 1, Side: 'Buy', OrderType: 'Limit', TimeInForce: 'GTC' } as const;
 * request$(client, SendOrderList, [
 *   { ...order, Quantity: '0.02', LimitPrice: '23436.00', ClientOrderId: 1 },
 *   { ...order, Quantity: '0.02', LimitPrice: '23435.00', ClientOrderId: 2 },
 * ]).subscribe(({ errorcode }) => console.log(errorcode)); // 0 or 107
 */
export const SendOrderList: Endpoint<SendOrderListRequest, StandardResponse> = endpoint({
  name: 'SendOrderList',
  request: parameters,
  reply: fast(StandardResponse),
  isCommand: true,
});
