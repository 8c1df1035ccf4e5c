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
    /** The new password. */
    Password: TextInput,
    /** The code that came by e-mail, a GUID. */
    PendingCode: TextInput,
  },
  {},
);
/** What `ResetPassword2` takes. @interface */
export type ResetPassword2Request = t.TypeOf<typeof parameters>;

/**
 * Sets a new password, with the code that `ResetPassword` has sent. A command; no login needed. A refusal is a
 * `GatewayError`.
 *
 * @example
 * request$(client, ResetPassword2, { UserId: 96, Password: password, PendingCode: code }).subscribe(({ result }) =>
 *   console.log(result),
 * );
 */
export const ResetPassword2: Endpoint<ResetPassword2Request, StandardResponse> = endpoint({
  name: 'ResetPassword2',
  request: parameters,
  reply: fast(StandardResponse),
  isCommand: true,
});
