import type * as t from 'io-ts';
import { fast } from '../../codec/fast/fast.ts';
import { IntegerInput } from '../../codec/inputs/IntegerInput.ts';
import { request } from '../../codec/inputs/request.ts';
import { StandardResponse } from '../../codec/records/StandardResponse.ts';
import { TextInput } from '../../codec/inputs/TextInput.ts';
import { type Endpoint, endpoint } from '../../endpoint.ts';

const parameters = request(
  {
    /** The user who withdraws. */
    UserId: IntegerInput,
    /** The code, a GUID; a secret. */
    VerifyCode: TextInput,
  },
  {},
);
/** What `ConfirmWithdraw` takes. @interface */
export type ConfirmWithdrawRequest = t.TypeOf<typeof parameters>;

/**
 * Confirms a withdrawal, by the code that its owner got by e-mail: a ticket at `Pending2Fa` becomes `Confirmed2Fa`. A
 * command; no login needed. A refusal is a `GatewayError`. Of the reply only `result` comes as a rule; `errormsg` may
 * be `null`.
 *
 * @example
 * request$(client, ConfirmWithdraw, {
 *   UserId: 1,
 *   VerifyCode: '00000000-0000-4000-8000-000000000003',
 * }).subscribe(({ result }) => console.log(result));
 */
export const ConfirmWithdraw: Endpoint<ConfirmWithdrawRequest, StandardResponse> = endpoint({
  name: 'ConfirmWithdraw',
  request: parameters,
  reply: fast(StandardResponse),
  isCommand: true,
});
