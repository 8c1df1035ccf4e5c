import * as t from 'io-ts';
import { fast } from '../../codec/fast/fast.ts';
import { request } from '../../codec/inputs/request.ts';
import { type Endpoint, endpoint } from '../../endpoint.ts';

const parameters = request({}, {});
/** `EnableGoogle2FA` takes nothing. */
export type EnableGoogle2FARequest = Readonly<Record<string, never>>;

const reply = t.type({
  /** The code for the app to scan; a secret. */
  GoogleQRCode: t.string,
  /** The same to be typed in; a secret. */
  ManualCode: t.string,
});
/** What `EnableGoogle2FA` answers. @interface */
export type EnableGoogle2FAReply = Readonly<t.TypeOf<typeof reply>>;

/**
 * Begins to switch on an authenticator app as the second factor of the user who is logged in. It stays off until a
 * code of the app has been given by `Authenticate2FA`. A command; login needed, with the permission `Operator` or
 * `Trading`. A refusal is a `GatewayError`.
 *
 * @example
 * request$(client, EnableGoogle2FA, {}).subscribe(() => console.log('now show the code to the app'));
 */
export const EnableGoogle2FA: Endpoint<EnableGoogle2FARequest, EnableGoogle2FAReply> = endpoint({
  name: 'EnableGoogle2FA',
  request: parameters,
  reply: fast(reply),
  isCommand: true,
});
