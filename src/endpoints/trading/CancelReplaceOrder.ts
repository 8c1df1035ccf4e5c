import type * as t from 'io-ts';
import { anyCase } from '../../codec/fast/anyCase.ts';
import { fast } from '../../codec/fast/fast.ts';
import { Long } from '../../codec/scalars/Long.ts';
import { LongInput } from '../../codec/inputs/LongInput.ts';
import { recordOf } from '../../codec/fast/recordOf.ts';
import { type Endpoint, endpoint } from '../../endpoint.ts';
import { readExactJson } from '../../json/exactJson.ts';
import { replaceOrderParameters } from './replaceOrderParameters.ts';

const fields = {
  /** The order that is cancelled. */
  OrderIdToReplace: LongInput,
};
// With a name of its own it is one and the same type in all ways to write an order, also in the declarations.
type Replaced = { readonly [K in keyof typeof fields]: (typeof fields)[K] };
const replaced: Replaced = fields;

const parameters = replaceOrderParameters(replaced, {});
/** What `CancelReplaceOrder` takes. @useDeclaredType */
export type CancelReplaceOrderRequest = t.TypeOf<typeof parameters>;

const reply = recordOf(
  {
    /** The id of the new order. */
    ReplacementOrderId: Long,
    /** The client order id of the new order; 0 for none. */
    ReplacementClOrdId: Long,
    /** The id of the order that was cancelled. */
    OrigOrderId: Long,
    /** The client order id of the order that was cancelled; 0 for none. */
    OrigClOrdId: Long,
  },
  {},
);
/** What `CancelReplaceOrder` answers. @interface */
export type CancelReplaceOrderReply = Readonly<t.TypeOf<typeof reply>>;

/**
 * Cancels an order and sends another in its place, on the same account and instrument. Which fields that one needs
 * depends on its `OrderType`, as with `SendOrder`. It loses the place in the queue; `ModifyOrder` keeps it. A
 * command; login needed. A refusal is a `GatewayError`. The reply's keys are read without regard to case; no field
 * is `null`.
 *
 * @example
 * request$(client, CancelReplaceOrder, {
 *   OrderIdToReplace: 6696,
 *   AccountId,
 *   InstrumentId: 1,
 *   Side: 'Buy',
 *   OrderType: 'Limit',
 *   TimeInForce: 'GTC',
 *   Quantity: '0.003',
 *   LimitPrice: '29500.00',
 * }).subscribe(({ ReplacementOrderId }) => console.log(ReplacementOrderId));
 */
export const CancelReplaceOrder: Endpoint<CancelReplaceOrderRequest, CancelReplaceOrderReply> = endpoint({
  name: 'CancelReplaceOrder',
  request: parameters,
  reply: fast(anyCase(reply)),
  read: readExactJson,
  isCommand: true,
});
