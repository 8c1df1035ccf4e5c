import type * as t from 'io-ts';
import { fast } from '../../codec/fast/fast.ts';
import { IntegerInput } from '../../codec/inputs/IntegerInput.ts';
import { request } from '../../codec/inputs/request.ts';
import { StandardResponse } from '../../codec/records/StandardResponse.ts';
import { TextInput } from '../../codec/inputs/TextInput.ts';
import { type Endpoint, endpoint } from '../../endpoint.ts';

const parameters = request(
  {
    /** The user. */
    UserId: IntegerInput,
    /** The code that came by e-mail, a GUID. */
    VerifyCode: TextInput,
  },
  {},
);
/** What `ValidateCode` takes. @interface */
export type ValidateCodeRequest = t.TypeOf<typeof parameters>;

/**
 * Checks the code that `ResetPassword` has sent, without setting a password. A query; no login needed. A wrong code
 * is a `GatewayError`.
 *
 * @example
 * request$(client, ValidateCode, { UserId: 96, VerifyCode: code }).subscribe(({ result }) => console.log(result));
 */
export const ValidateCode: Endpoint<ValidateCodeRequest, StandardResponse> = endpoint({
  name: 'ValidateCode',
  request: parameters,
  reply: fast(StandardResponse),
});
