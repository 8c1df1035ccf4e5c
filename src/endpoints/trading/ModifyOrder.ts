import type * as t from 'io-ts';
import { DecimalInput } from '../../codec/inputs/DecimalInput.ts';
import { fast } from '../../codec/fast/fast.ts';
import { IntegerInput } from '../../codec/inputs/IntegerInput.ts';
import { LongInput } from '../../codec/inputs/LongInput.ts';
import { oms } from '../../codec/inputs/OMSId.ts';
import { request } from '../../codec/inputs/request.ts';
import { StandardResponse } from '../../codec/records/StandardResponse.ts';
import { together } from '../../codec/inputs/together.ts';
import { type Endpoint, endpoint } from '../../endpoint.ts';

const parameters = request(
  {
    /** The order. */
    OrderId: LongInput,
    /** The instrument of the order. */
    InstrumentId: IntegerInput,
    /** The new quantity, in the instrument's first product; it can only be lower than before. */
    Quantity: DecimalInput,
    /** The account of the order. */
    AccountId: IntegerInput,
  },
  together(oms, {
    /** The revision of the order that is meant, at some venues; 0 for whichever it is. */
    PreviousOrderRevision: IntegerInput,
  }),
);
/** What `ModifyOrder` takes. @interface */
export type ModifyOrderRequest = t.TypeOf<typeof parameters>;

/**
 * Lowers the quantity of an order, which keeps its place in the queue. A command; login needed. A quantity that is
 * not lower than before is a `GatewayError` with the code 100, an unknown order one with the code 104. Success means
 * that the exchange took the call: the order changes by its event.
 *
 * @example
 * request$(client, ModifyOrder, { AccountId: 9, InstrumentId: 9, OrderId: 6507, Quantity: '0.1' }).subscribe(
 *   ({ result }) => console.log(result),
 * );
 */
export const ModifyOrder: Endpoint<ModifyOrderRequest, StandardResponse> = endpoint({
  name: 'ModifyOrder',
  request: parameters,
  reply: fast(StandardResponse),
  isCommand: true,
});
