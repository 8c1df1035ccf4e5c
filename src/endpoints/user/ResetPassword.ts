import type * as t from 'io-ts';
import { fast } from '../../codec/fast/fast.ts';
import { request } from '../../codec/inputs/request.ts';
import { StandardResponse } from '../../codec/records/StandardResponse.ts';
import { TextInput } from '../../codec/inputs/TextInput.ts';
import { type Endpoint, endpoint } from '../../endpoint.ts';

const parameters = request(
  {
    /** The user's name or e-mail address, in any case. */
    Username: TextInput,
  },
  {},
);
/** What `ResetPassword` takes. @interface */
export type ResetPasswordRequest = t.TypeOf<typeof parameters>;

/**
 * Sends an e-mail by which a user can set a new password. The address must be confirmed. A command; no login needed.
 * A refusal is a `GatewayError`.
 *
 * @example
 * request$(client, ResetPassword, { Username: 'someone' }).subscribe(({ result }) => console.log(result));
 */
export const ResetPassword: Endpoint<ResetPasswordRequest, StandardResponse> = endpoint({
  name: 'ResetPassword',
  request: parameters,
  reply: fast(StandardResponse),
  isCommand: true,
});
