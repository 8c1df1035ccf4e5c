import * as t from 'io-ts';
import { anyCase } from '../../codec/fast/anyCase.ts';
import { Integer } from '../../codec/scalars/Integer.ts';
import { nullable } from '../../codec/scalars/nullable.ts';
import { recordOf } from '../../codec/fast/recordOf.ts';
import { request } from '../../codec/inputs/request.ts';
import { requestBy } from '../../codec/inputs/requestBy.ts';
import { TextInput } from '../../codec/inputs/TextInput.ts';
import { type Endpoint, endpoint } from '../../endpoint.ts';

const withSession = request(
  {
    /** The token of an earlier login. */
    SessionToken: TextInput,
  },
  {},
);

const withJwt = request(
  {
    /** A JSON web token. */
    JWTToken: TextInput,
  },
  {},
);

const withPassword = request(
  {
    /** The user's name. */
    UserName: TextInput,
    /** The user's password. */
    Password: TextInput,
  },
  {},
);

const parameters = requestBy(({ JWTToken, UserName, Password }) => {
  if (JWTToken !== undefined) return withJwt;
  return UserName === undefined && Password === undefined ? withSession : withPassword;
});
/** What `WebAuthenticateUser` takes. @useDeclaredType */
export type WebAuthenticateUserRequest = t.TypeOf<typeof parameters>;

const reply = recordOf(
  {
    /** `true` is a login only where `Requires2FA` is not `true` as well. */
    Authenticated: t.boolean,
  },
  {
    /** Logs in again; a secret. */
    SessionToken: nullable(t.string),
    /** Who logged in. */
    UserId: t.union([t.string, Integer, t.null], 'a number, a text or null'),
    /** Who logged in, at length; on some gateways. */
    User: nullable(t.UnknownRecord),
    /** Whether too many attempts have locked the user. */
    Locked: t.boolean,
    /** Goes with the second factor, on some gateways; a secret. */
    twoFaToken: nullable(t.string),
    /** Whether the second factor is still to be given, by `Authenticate2FA`. */
    Requires2FA: t.union([t.boolean, t.null], 'true, false or null'),
    /** What the second factor is, such as `Google`. */
    AuthType: nullable(t.string),
    /** More about the second factor. */
    AddtlInfo: nullable(t.string),
    /** Goes with the second factor, on some gateways; a secret. */
    Pending2FaToken: nullable(t.string),
    /** Why there is no login. */
    errormsg: nullable(t.string),
  },
);
/** What `WebAuthenticateUser` answers. @interface */
export type WebAuthenticateUserReply = Readonly<t.TypeOf<typeof reply>>;

/**
 * Logs in again with the token of an earlier login, which lasts for an hour after the last call and, as the manual
 * says, only from the same address; or with a JSON web token, or a password. A query; no login needed.
 *
 * A refused token is a value, not an error: `Authenticated` is `false`. The keys of the reply are read without regard
 * to case.
 *
 * @example
 * request$(client, WebAuthenticateUser, { SessionToken: token }).subscribe(({ Authenticated }) =>
 *   console.log(Authenticated),
 * );
 */
export const WebAuthenticateUser: Endpoint<WebAuthenticateUserRequest, WebAuthenticateUserReply> = endpoint({
  name: 'WebAuthenticateUser',
  request: parameters,
  reply: anyCase(reply),
});
