import * as t from 'io-ts';
import { fast } from '../../codec/fast/fast.ts';
import { request } from '../../codec/inputs/request.ts';
import { type Endpoint, endpoint } from '../../endpoint.ts';

const parameters = request({}, {});
/** `OAuthLogout` takes nothing. */
export type OAuthLogoutRequest = Readonly<Record<string, never>>;

const reply = t.type({
  /** Whether the login has ended. */
  OAuthLogout: t.boolean,
});
/** What `OAuthLogout` answers. @interface */
export type OAuthLogoutReply = Readonly<t.TypeOf<typeof reply>>;

/**
 * Ends a login that was made by `OAuthAuthenticateUser`. A command; no login needed. Where there was nothing to end,
 * `OAuthLogout` is `false`.
 *
 * @example
 * request$(client, OAuthLogout, {}).subscribe(({ OAuthLogout }) => console.log(OAuthLogout));
 */
export const OAuthLogout: Endpoint<OAuthLogoutRequest, OAuthLogoutReply> = endpoint({
  name: 'OAuthLogout',
  request: parameters,
  reply: fast(reply),
  isCommand: true,
});
