import type * as t from 'io-ts';
import { fast } from '../../codec/fast/fast.ts';
import { request } from '../../codec/inputs/request.ts';
import { StandardResponse } from '../../codec/records/StandardResponse.ts';
import { TextInput } from '../../codec/inputs/TextInput.ts';
import { type Endpoint, endpoint } from '../../endpoint.ts';

const parameters = request(
  {
    /** The e-mail address. */
    Email: TextInput,
  },
  {},
);
/** What `ResendVerificationEmail` takes. @interface */
export type ResendVerificationEmailRequest = t.TypeOf<typeof parameters>;

/**
 * Sends the e-mail again by which a user confirms the address. A command; no login needed. A refusal is a
 * `GatewayError`.
 *
 * @example
 * request$(client, ResendVerificationEmail, { Email: 'someone@example.com' }).subscribe(({ result }) =>
 *   console.log(result),
 * );
 */
export const ResendVerificationEmail: Endpoint<ResendVerificationEmailRequest, StandardResponse> = endpoint({
  name: 'ResendVerificationEmail',
  request: parameters,
  reply: fast(StandardResponse),
  isCommand: true,
});
