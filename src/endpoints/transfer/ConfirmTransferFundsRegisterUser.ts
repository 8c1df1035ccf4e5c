import type * as t from 'io-ts';
import { fast } from '../../codec/fast/fast.ts';
import { IntegerInput } from '../../codec/inputs/IntegerInput.ts';
import { request } from '../../codec/inputs/request.ts';
import { StandardResponse } from '../../codec/records/StandardResponse.ts';
import { TextInput } from '../../codec/inputs/TextInput.ts';
import { type Endpoint, endpoint } from '../../endpoint.ts';

const parameters = request(
  {
    /** The id that the exchange gave the user. */
    UserId: IntegerInput,
    /** The code, a GUID; a secret. */
    VerifyEmailCode: TextInput,
    /** The password that the user wants; a secret. */
    Password: TextInput,
  },
  {},
);
/** What `ConfirmTransferFundsRegisterUser` takes. @interface */
export type ConfirmTransferFundsRegisterUserRequest = t.TypeOf<typeof parameters>;

/**
 * Registers the user whom a transfer was sent to by e-mail address, by the code in the e-mail that told of it. A
 * command; no login needed. A refusal is a `GatewayError`. `errormsg` and `detail` are `null` where nothing is wrong.
 *
 * @example
 * request$(client, ConfirmTransferFundsRegisterUser, {
 *   UserId: 5,
 *   VerifyEmailCode: '00000000-0000-4000-8000-000000000006',
 *   Password: 'something',
 * }).subscribe(({ result }) => console.log(result));
 */
export const ConfirmTransferFundsRegisterUser: Endpoint<
  ConfirmTransferFundsRegisterUserRequest,
  StandardResponse
> = endpoint({
  name: 'ConfirmTransferFundsRegisterUser',
  request: parameters,
  reply: fast(StandardResponse),
  isCommand: true,
});
