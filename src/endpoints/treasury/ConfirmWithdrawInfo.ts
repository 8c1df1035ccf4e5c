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
    /** The account. */
    AccountId: IntegerInput,
    /** The code, a GUID; a secret. */
    VerifyEmailCode: TextInput,
  },
  oms,
);
/** What `ConfirmWithdrawInfo` takes. @interface */
export type ConfirmWithdrawInfoRequest = t.TypeOf<typeof parameters>;

/**
 * Confirms an address that an account may pay out to, by the code that its owner got by e-mail. A command; no login
 * needed. A refusal is a `GatewayError`. `errormsg` and `detail` are `null` where nothing is wrong.
 *
 * @example
 * request$(client, ConfirmWithdrawInfo, {
 *   AccountId,
 *   VerifyEmailCode: '00000000-0000-4000-8000-000000000006',
 * }).subscribe(({ result }) => console.log(result));
 */
export const ConfirmWithdrawInfo: Endpoint<ConfirmWithdrawInfoRequest, StandardResponse> = endpoint({
  name: 'ConfirmWithdrawInfo',
  request: parameters,
  reply: fast(StandardResponse),
  isCommand: true,
});
