import type * as t from 'io-ts';
import { fast } from '../../codec/fast/fast.ts';
import { listInput } from '../../codec/inputs/listInput.ts';
import { LongInput } from '../../codec/inputs/LongInput.ts';
import { StandardResponse } from '../../codec/records/StandardResponse.ts';
import { type Endpoint, endpoint } from '../../endpoint.ts';
import { replaceOrderParameters } from './replaceOrderParameters.ts';

const fields = {
  id: {
    /** The order that is cancelled; the key is not `OrderIdToReplace` here. */
    ReplaceOrderId: LongInput,
  },
  clientId: {
    /** The client order id of the order that is cancelled. */
    ReplaceClientOrderId: LongInput,
  },
};
// With a name of their own they are one and the same type in all ways to write an order, also in the declarations.
type Replaced<G extends keyof typeof fields> = {
  readonly [K in keyof (typeof fields)[G]]: (typeof fields)[G][K];
};
const replaced: { readonly [G in keyof typeof fields]: Replaced<G> } = fields;

const parameters = listInput(replaceOrderParameters(replaced.id, replaced.clientId));
/** What `SendCancelReplaceList` takes. @useDeclaredType */
export type SendCancelReplaceListRequest = t.TypeOf<typeof parameters>;

/**
 * Cancels several orders at once and sends others in their places, each written as for `CancelReplaceOrder` but for
 * the key of the order that is cancelled. A command; login needed. A refusal of the whole list is a `GatewayError`.
 *
 * Success means that the exchange took the list, no more: it has `result` true, or `result` false with the
 * `errorcode` 107, and names none of the new orders. What became of each, their events and `GetOpenOrders` tell: give
 * each a `ClientOrderId`.
 *
 * @example
 * request$(client, SendCancelReplaceList, [
 *   {
 *     ReplaceOrderId: 6696,
 *     AccountId,
 *     InstrumentId: 1,
 *     Side: 'Buy',
 *     OrderType: 'Limit',
 *     TimeInForce: 'GTC',
 *     Quantity: '0.003',
 *     LimitPrice: '29500.00',
 *   },
 * ]).subscribe(({ errorcode }) => console.log(errorcode)); // 0 or 107
 */
export const SendCancelReplaceList: Endpoint<SendCancelReplaceListRequest, StandardResponse> = endpoint({
  name: 'SendCancelReplaceList',
  request: parameters,
  reply: fast(StandardResponse),
  isCommand: true,
});
