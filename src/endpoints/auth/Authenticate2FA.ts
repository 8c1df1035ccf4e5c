import * as t from 'io-ts';
import { anyCase } from '../../codec/fast/anyCase.ts';
import { Integer } from '../../codec/scalars/Integer.ts';
import { nullable } from '../../codec/scalars/nullable.ts';
import { recordOf } from '../../codec/fast/recordOf.ts';
import { request } from '../../codec/inputs/request.ts';
import { TextInput } from '../../codec/inputs/TextInput.ts';
import { type Endpoint, endpoint } from '../../endpoint.ts';

const parameters = request(
  {
    /** The code of the second factor, as text: it may begin with 0. */
    Code: TextInput,
  },
  {
    /** The token that some gateways give with the first step. */
    Pending2FaToken: TextInput,
  },
);
/** What `Authenticate2FA` takes. @interface */
export type Authenticate2FARequest = t.TypeOf<typeof parameters>;

const reply = recordOf(
  {
    /** Whether there is a login now. */
    Authenticated: t.boolean,
  },
  {
    /** Who logged in. */
    UserId: t.union([t.string, Integer], 'a number or a text'),
    /** Logs in again by `WebAuthenticateUser`; a secret. */
    SessionToken: nullable(t.string),
    /** Why there is no login. */
    errormsg: nullable(t.string),
  },
);
/** What `Authenticate2FA` answers. @interface */
export type Authenticate2FAReply = Readonly<t.TypeOf<typeof reply>>;

/**
 * Gives the second factor of a login, on the connection of the first step. A query; no login needed.
 *
 * A refused code is a value, not an error: `Authenticated` is `false`. The keys of the reply are read without regard
 * to case.
 *
 * @example
 * request$(client, Authenticate2FA, { Code: '012345' }).subscribe(({ Authenticated }) => console.log(Authenticated));
 */
export const Authenticate2FA: Endpoint<Authenticate2FARequest, Authenticate2FAReply> = endpoint({
  name: 'Authenticate2FA',
  request: parameters,
  reply: anyCase(reply),
});
