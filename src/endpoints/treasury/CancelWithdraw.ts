import type * as t from 'io-ts';
import { fast } from '../../codec/fast/fast.ts';
import { IntegerInput } from '../../codec/inputs/IntegerInput.ts';
import { oms } from '../../codec/inputs/OMSId.ts';
import { request } from '../../codec/inputs/request.ts';
import { StandardResponse } from '../../codec/records/StandardResponse.ts';
import { TextInput } from '../../codec/inputs/TextInput.ts';
import { type Endpoint, endpoint } from '../../endpoint.ts';

const parameters = request(
  {
    /** The user whom the account belongs to. */
    UserId: IntegerInput,
    /** The account that pays. */
    AccountId: IntegerInput,
    /** The code of the ticket, a GUID. */
    RequestCode: TextInput,
  },
  oms,
);
/** What `CancelWithdraw` takes. @interface */
export type CancelWithdrawRequest = t.TypeOf<typeof parameters>;

/**
 * Cancels a withdrawal that is still pending. A command; login needed, with the permission Withdraw. A refusal is a
 * `GatewayError`; its code is 101 where there is no such ticket. `detail` is the code of the ticket; `errormsg` is
 * `null` where nothing is wrong.
 *
 * @example
 * request$(client, CancelWithdraw, {
 *   UserId: 5,
 *   AccountId,
 *   RequestCode: '2c89b0c1-fcf0-4710-9955-a7ac26fcdd54',
 * }).subscribe(({ result }) => console.log(result));
 */
export const CancelWithdraw: Endpoint<CancelWithdrawRequest, StandardResponse> = endpoint({
  name: 'CancelWithdraw',
  request: parameters,
  reply: fast(StandardResponse),
  isCommand: true,
});
