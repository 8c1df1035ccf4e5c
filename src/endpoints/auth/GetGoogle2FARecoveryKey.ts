import * as t from 'io-ts';
import { fast } from '../../codec/fast/fast.ts';
import { input } from '../../codec/inputs/input.ts';
import { request } from '../../codec/inputs/request.ts';
import { type Endpoint, endpoint } from '../../endpoint.ts';

const NumberOrText = input(
  'a text or an integer',
  (u): u is string | number => typeof u === 'string' || Number.isSafeInteger(u),
);

const parameters = request(
  {
    /** The six digits that the user's app shows; as text where they begin with 0. */
    Code: NumberOrText,
  },
  {},
);
/** What `GetGoogle2FARecoveryKey` takes. @interface */
export type GetGoogle2FARecoveryKeyRequest = t.TypeOf<typeof parameters>;

const reply = t.type({
  /** Whether the code was accepted. */
  Authenticated: t.boolean,
  /** The key; a secret. */
  RecoveryKey: t.string,
});
/** What `GetGoogle2FARecoveryKey` answers. @interface */
export type GetGoogle2FARecoveryKeyReply = Readonly<t.TypeOf<typeof reply>>;

/**
 * Tells the key by which the user who is logged in can set up the authenticator app again. A query; login needed,
 * with the permission `Operator` or `Trading`. A refusal is a `GatewayError`, or `Authenticated` is `false`.
 *
 * @example
 * request$(client, GetGoogle2FARecoveryKey, { Code: '012345' }).subscribe(({ Authenticated }) =>
 *   console.log(Authenticated),
 * );
 */
export const GetGoogle2FARecoveryKey: Endpoint<GetGoogle2FARecoveryKeyRequest, GetGoogle2FARecoveryKeyReply> =
  endpoint({
    name: 'GetGoogle2FARecoveryKey',
    request: parameters,
    reply: fast(reply),
  });
