import type * as t from 'io-ts';
import { fast } from '../../codec/fast/fast.ts';
import { input } from '../../codec/inputs/input.ts';
import { IntegerInput } from '../../codec/inputs/IntegerInput.ts';
import { oms } from '../../codec/inputs/OMSId.ts';
import { request } from '../../codec/inputs/request.ts';
import { StandardResponse } from '../../codec/records/StandardResponse.ts';
import { together } from '../../codec/inputs/together.ts';
import { type Endpoint, endpoint } from '../../endpoint.ts';

const OneAccount = input(
  'the id of one account (without it the orders of every account would be cancelled)',
  (u): u is number => Number.isSafeInteger(u) && Number(u) > 0,
);

const parameters = request(
  {
    /** The account. It must be named: without it the exchange cancels across all that the user may act for. */
    AccountId: OneAccount,
  },
  together(oms, {
    /** Only orders on this instrument; 0 or left out for all. */
    InstrumentId: IntegerInput,
  }),
);
/** What `CancelAllOrders` takes. @interface */
export type CancelAllOrdersRequest = t.TypeOf<typeof parameters>;

/**
 * Cancels all open orders of an account, or those on one instrument. A command; login needed. A refusal is a
 * `GatewayError`. Success means that the exchange took the call: the orders end by their events.
 *
 * It is repeatable: whoever subscribes after it has failed, or its outcome is in doubt, sends it again, so `retry`
 * works; it then cancels also what was placed since. After a success a late subscriber is given the outcome: a new press
 * of a button is a new call.
 *
 * @example
 * request$(client, CancelAllOrders, { AccountId }).subscribe(({ result }) => console.log(result));
 */
export const CancelAllOrders: Endpoint<CancelAllOrdersRequest, StandardResponse> = endpoint({
  name: 'CancelAllOrders',
  request: parameters,
  reply: fast(StandardResponse),
  isCommand: true,
  isRepeatable: () => true,
});
