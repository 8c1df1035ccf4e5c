import type * as t from 'io-ts';
import { fast } from '../../codec/fast/fast.ts';
import { request } from '../../codec/inputs/request.ts';
import { StandardResponse } from '../../codec/records/StandardResponse.ts';
import { TextInput } from '../../codec/inputs/TextInput.ts';
import { type Endpoint, endpoint } from '../../endpoint.ts';

const data = request(
  {
    /** The e-mail address; a user is made where nobody has it. */
    email: TextInput,
  },
  {
    /** The user's name. */
    name: TextInput,
  },
);

const sig = request(
  {
    /** How the token is signed, such as `RS256`. */
    algorithm: TextInput,
  },
  {
    /** The signature. */
    value: TextInput,
  },
);

const auth = request(
  {
    /** The token; a secret. */
    Authorization: TextInput,
  },
  {},
);

const parameters = request(
  {
    /** Who the user is. */
    data,
    /** How the token is signed. */
    sig,
    /** The token. */
    auth,
  },
  {},
);
/** What `SSOEnsureUser` takes. @interface */
export type SSOEnsureUserRequest = t.TypeOf<typeof parameters>;

/**
 * Makes or updates a user by a JSON web token, whose claims the exchange checks with the public key of its operator.
 * A command; no login needed. A refusal is a `GatewayError`, such as with the code 401.
 *
 * `detail` of the reply is JSON text of an object with `APUserId`, the id of the user, and `Message`.
 *
 * @example
 * request$(client, SSOEnsureUser, {
 *   data: { email: 'someone@example.com' },
 *   sig: { algorithm: 'RS256' },
 *   auth: { Authorization: token },
 * }).subscribe(({ detail }) => console.log(detail));
 */
export const SSOEnsureUser: Endpoint<SSOEnsureUserRequest, StandardResponse> = endpoint({
  name: 'SSOEnsureUser',
  request: parameters,
  reply: fast(StandardResponse),
  isCommand: true,
});
