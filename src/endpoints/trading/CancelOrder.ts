import type * as t from 'io-ts';
import { fast } from '../../codec/fast/fast.ts';
import { input } from '../../codec/inputs/input.ts';
import { IntegerInput } from '../../codec/inputs/IntegerInput.ts';
import { absent } from '../../codec/inputs/absent.ts';
import { LongInput } from '../../codec/inputs/LongInput.ts';
import { oms } from '../../codec/inputs/OMSId.ts';
import { request } from '../../codec/inputs/request.ts';
import { requestBy } from '../../codec/inputs/requestBy.ts';
import { StandardResponse } from '../../codec/records/StandardResponse.ts';
import { withFields } from '../../codec/inputs/withFields.ts';
import { type Endpoint, endpoint } from '../../endpoint.ts';

const GivenId = input(
  'a client order id other than 0 (or give an OrderId)',
  (u): u is number | bigint => LongInput.is(u) && BigInt(u) !== 0n,
);

const NoId = absent('as a client order id is given');

const order = request({}, oms);

const byOrderId = withFields(
  order,
  {
    /** The order. */
    OrderId: LongInput,
  },
  {
    /** The account of the order. */
    AccountId: IntegerInput,
    /** The id that the sender gave the order. */
    ClOrderId: LongInput,
  },
);

const byClOrderId = withFields(
  order,
  {
    /** The account of the order. */
    AccountId: IntegerInput,
    /** The id that the sender gave the order: `ClientOrderId` in `SendOrder`. */
    ClOrderId: GivenId,
  },
  {
    /** Left out: the client order id says it. */
    OrderId: NoId,
  },
);

const parameters = requestBy(({ OrderId }) => (OrderId === undefined ? byClOrderId : byOrderId));
/** What `CancelOrder` takes. @useDeclaredType */
export type CancelOrderRequest = t.TypeOf<typeof parameters>;

/**
 * Cancels one order, by its id or by the id that its sender gave it. A command; login needed. An order that is not
 * known, or over already, is a `GatewayError` with the code 104. Success means that the exchange took the call: the
 * order ends by its event.
 *
 * By `OrderId` it is repeatable: whoever subscribes after it has failed, or its outcome is in doubt, sends it again, so
 * `retry` works. After a success a late subscriber is given the outcome: a new press of a button is a new call. By
 * `ClOrderId` it is sent at most once, since another order may have that id by then.
 *
 * @example
 * request$(client, CancelOrder, { AccountId, OrderId: 6500 }).subscribe(({ result }) => console.log(result));
 */
export const CancelOrder: Endpoint<CancelOrderRequest, StandardResponse> = endpoint({
  name: 'CancelOrder',
  request: parameters,
  reply: fast(StandardResponse),
  isCommand: true,
  isRepeatable: ({ OrderId }) => OrderId !== undefined,
});
