import * as t from 'io-ts';
import { fast } from '../../codec/fast/fast.ts';
import { request } from '../../codec/inputs/request.ts';
import { TextInput } from '../../codec/inputs/TextInput.ts';
import { type Endpoint, endpoint } from '../../endpoint.ts';

const parameters = request(
  {
    /** The one-time password that the key types. */
    OTP: TextInput,
  },
  {},
);
/** What `EnableYubico2FA` takes. @interface */
export type EnableYubico2FARequest = t.TypeOf<typeof parameters>;

const reply = t.type({
  /** Whether the key is the second factor now. */
  Enabled2FA: t.boolean,
});
/** What `EnableYubico2FA` answers. @interface */
export type EnableYubico2FAReply = Readonly<t.TypeOf<typeof reply>>;

/**
 * Switches on a YubiKey as the second factor of the user who is logged in. A command; login needed, with the
 * permission `Operator` or `Trading`. A refusal is a `GatewayError`, or `Enabled2FA` is `false`.
 *
 * @example
 * request$(client, EnableYubico2FA, { OTP: password }).subscribe(({ Enabled2FA }) => console.log(Enabled2FA));
 */
export const EnableYubico2FA: Endpoint<EnableYubico2FARequest, EnableYubico2FAReply> = endpoint({
  name: 'EnableYubico2FA',
  request: parameters,
  reply: fast(reply),
  isCommand: true,
});
