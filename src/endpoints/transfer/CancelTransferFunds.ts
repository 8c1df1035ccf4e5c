import type * as t from 'io-ts';
import { fast } from '../../codec/fast/fast.ts';
import { IntegerInput } from '../../codec/inputs/IntegerInput.ts';
import { oms } from '../../codec/inputs/OMSId.ts';
import { request } from '../../codec/inputs/request.ts';
import { StandardResponse } from '../../codec/records/StandardResponse.ts';
import { type Endpoint, endpoint } from '../../endpoint.ts';

const parameters = request(
  {
    /** The transfer. */
    TransferId: IntegerInput,
    /** The account that pays. */
    AccountId: IntegerInput,
  },
  oms,
);
/** What `CancelTransferFunds` takes. @interface */
export type CancelTransferFundsRequest = t.TypeOf<typeof parameters>;

/**
 * Cancels a transfer that is still pending. A command; login needed, with the permission Operator or Trading. A
 * refusal is a `GatewayError`. `errormsg` and `detail` are `null` where nothing is wrong.
 *
 * @example
 * request$(client, CancelTransferFunds, { AccountId, TransferId: 2 }).subscribe(({ result }) =>
 *   console.log(result),
 * );
 */
export const CancelTransferFunds: Endpoint<CancelTransferFundsRequest, StandardResponse> = endpoint({
  name: 'CancelTransferFunds',
  request: parameters,
  reply: fast(StandardResponse),
  isCommand: true,
});
