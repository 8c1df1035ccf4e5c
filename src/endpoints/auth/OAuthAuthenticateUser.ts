import * as t from 'io-ts';
import { fast } from '../../codec/fast/fast.ts';
import { request } from '../../codec/inputs/request.ts';
import { TextInput } from '../../codec/inputs/TextInput.ts';
import { type Endpoint, endpoint } from '../../endpoint.ts';

const parameters = request(
  {
    /** The code that the provider gave. */
    AccessCode: TextInput,
    /** The e-mail address of the user, who must exist at the exchange already. */
    Email: TextInput,
  },
  {},
);
/** What `OAuthAuthenticateUser` takes. @interface */
export type OAuthAuthenticateUserRequest = t.TypeOf<typeof parameters>;

const reply = t.type({
  /** Whether there is a login now. */
  OAuthAuthenticated: t.boolean,
  /** Who logged in, by id; empty for nobody. */
  User: t.string,
  /** The token of the session; a secret; empty where there is no login. */
  AccessToken: t.string,
});
/** What `OAuthAuthenticateUser` answers. @interface */
export type OAuthAuthenticateUserReply = Readonly<t.TypeOf<typeof reply>>;

/**
 * Logs in with a code of an OAuth provider. A query; no login needed. A refused code is a value, not an error:
 * `OAuthAuthenticated` is `false`.
 *
 * A second factor, where the user has one, is given by `OAuthValidateMfa`.
 *
 * @example
 * request$(client, OAuthAuthenticateUser, { AccessCode: code, Email: 'someone@example.com' }).subscribe(
 *   ({ OAuthAuthenticated }) => console.log(OAuthAuthenticated),
 * );
 */
export const OAuthAuthenticateUser: Endpoint<OAuthAuthenticateUserRequest, OAuthAuthenticateUserReply> =
  endpoint({
    name: 'OAuthAuthenticateUser',
    request: parameters,
    reply: fast(reply),
  });
