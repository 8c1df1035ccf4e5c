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
    VerifyEmailCode: TextInput,
  },
  {},
);
/** What `ConfirmUserEmail` takes. @interface */
export type ConfirmUserEmailRequest = t.TypeOf<typeof parameters>;

/**
 * Confirms the e-mail address of a user who has registered. A command; no login needed. A refusal is a
 * `GatewayError`.
 *
 * @example
 * request$(client, ConfirmUserEmail, { UserId: 96, VerifyEmailCode: code }).subscribe(({ result }) =>
 *   console.log(result),
 * );
 */
export const ConfirmUserEmail: Endpoint<ConfirmUserEmailRequest, StandardResponse> = endpoint({
  name: 'ConfirmUserEmail',
  request: parameters,
  reply: fast(StandardResponse),
  isCommand: true,
});
