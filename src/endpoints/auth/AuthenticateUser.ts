import * as t from 'io-ts';
import { anyCase } from '../../codec/fast/anyCase.ts';
import { input } from '../../codec/inputs/input.ts';
import { Integer } from '../../codec/scalars/Integer.ts';
import { nullable } from '../../codec/scalars/nullable.ts';
import { recordOf } from '../../codec/fast/recordOf.ts';
import { request } from '../../codec/inputs/request.ts';
import { requestBy } from '../../codec/inputs/requestBy.ts';
import { TextInput } from '../../codec/inputs/TextInput.ts';
import { type Endpoint, endpoint } from '../../endpoint.ts';

const NumberAsText = input(
  'a text or an integer',
  (u): u is string | number => typeof u === 'string' || Number.isSafeInteger(u),
  String,
);

const withKey = request(
  {
    /** The public part of the API key. */
    APIKey: TextInput,
    /** HMAC-SHA256 of nonce, user id and key, by the secret, in lower-case hexadecimal. */
    Signature: TextInput,
    /** The user that the key belongs to; it is sent as text. */
    UserId: NumberAsText,
    /** What was signed: fresh for every login; it is sent as text. */
    Nonce: NumberAsText,
  },
  {},
);

const withPassword = request(
  {
    /** The user's name. */
    Username: TextInput,
    /** The user's password. */
    Password: TextInput,
  },
  {},
);

const parameters = requestBy(({ Username, Password }) =>
  Username === undefined && Password === undefined ? withKey : withPassword,
);
/** What `AuthenticateUser` takes. @useDeclaredType */
export type AuthenticateUserRequest = t.TypeOf<typeof parameters>;

const user = anyCase(
  recordOf(
    {
      /** The user's id. */
      UserId: t.union([t.string, Integer], 'a number or a text'),
    },
    {
      /** The user's name. */
      UserName: nullable(t.string),
      /** The user's e-mail address. */
      Email: nullable(t.string),
      /** Whether the address is confirmed. */
      EmailVerified: t.boolean,
      /** The account that calls mean when they name none. */
      AccountId: Integer,
      /** The order system. */
      OMSId: Integer,
      /** Whether the user logs in with a second factor. */
      Use2FA: t.boolean,
    },
  ),
);

const reply = recordOf(
  {
    /** `true` is a login only where `Requires2FA` is not `true` as well. */
    Authenticated: t.boolean,
  },
  {
    /** Logs in again by `WebAuthenticateUser`; a secret. */
    SessionToken: nullable(t.string),
    /** Who logged in. */
    User: nullable(user),
    /** Whether too many attempts have locked the user. */
    Locked: t.boolean,
    /** Whether the second factor is still to be given, by `Authenticate2FA`. */
    Requires2FA: t.boolean,
    /** Whether the user must set up a second factor. */
    EnforceEnable2FA: t.boolean,
    /** What the second factor is, such as `Google`. */
    AuthType: nullable(t.string),
    /** More about the second factor. */
    AddtlInfo: nullable(t.string),
    /** What the second factor is, on some gateways. */
    TwoFAType: t.union([t.string, Integer, t.null], 'a text, a number or null'),
    /** Goes with the second factor, on some gateways; a secret. */
    TwoFAToken: t.union([t.string, Integer, t.null], 'a text, a number or null'),
    /** Goes with the second factor, on some gateways; a secret. */
    Pending2FaToken: nullable(t.string),
    /** Why there is no login. */
    errormsg: nullable(t.string),
  },
);
/** What `AuthenticateUser` answers. @interface */
export type AuthenticateUserReply = Readonly<t.TypeOf<typeof reply>>;

/**
 * Logs in with an API key, which needs no second factor, or with a password. A query; no login needed. A client with
 * credentials does it by itself on every connection.
 *
 * Refused credentials are a value, not an error: `Authenticated` is `false`. The keys of the reply are read without
 * regard to case.
 *
 * @example
 * request$(client, AuthenticateUser, { Username: 'someone', Password: 'something' }).subscribe((reply) =>
 *   console.log(reply.Authenticated, reply.Requires2FA),
 * );
 */
export const AuthenticateUser: Endpoint<AuthenticateUserRequest, AuthenticateUserReply> = endpoint({
  name: 'AuthenticateUser',
  request: parameters,
  reply: anyCase(reply),
});
