import * as t from 'io-ts';
import { anyCase } from '../../codec/fast/anyCase.ts';
import { nullable } from '../../codec/scalars/nullable.ts';
import { recordOf } from '../../codec/fast/recordOf.ts';
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
/** What `CoinsOAuthAuthenticateUser` takes. @interface */
export type CoinsOAuthAuthenticateUserRequest = t.TypeOf<typeof parameters>;

const reply = anyCase(
  recordOf(
    {
      /** Whether there is a login now. */
      CoinsOAuthAuthenticated: t.boolean,
      /** Who logged in; `null` for nobody. */
      User: nullable(t.string),
      /** The token of the session; a secret; `null` where there is no login. */
      AccessToken: nullable(t.string),
    },
    {},
  ),
);
/** What `CoinsOAuthAuthenticateUser` answers. @useDeclaredType */
export type CoinsOAuthAuthenticateUserReply = Readonly<t.TypeOf<typeof reply>>;

/**
 * Logs in with a code of an OAuth provider of the venue Coins. A query; no login needed. A refused code is a value,
 * not an error: `CoinsOAuthAuthenticated` is `false`. The keys of the reply are read without regard to case.
 *
 * @example
 * request$(client, CoinsOAuthAuthenticateUser, { AccessCode: code, Email: 'someone@example.com' }).subscribe(
 *   ({ CoinsOAuthAuthenticated }) => console.log(CoinsOAuthAuthenticated),
 * );
 */
export const CoinsOAuthAuthenticateUser: Endpoint<
  CoinsOAuthAuthenticateUserRequest,
  CoinsOAuthAuthenticateUserReply
> = endpoint({
  name: 'CoinsOAuthAuthenticateUser',
  request: parameters,
  reply,
});
