import * as t from 'io-ts';
import { fast } from '../../codec/fast/fast.ts';
import { Integer } from '../../codec/scalars/Integer.ts';
import { IntegerInput } from '../../codec/inputs/IntegerInput.ts';
import { request } from '../../codec/inputs/request.ts';
import { TextInput } from '../../codec/inputs/TextInput.ts';
import { UserConfigInput } from '../../codec/inputs/UserConfigInput.ts';
import { type Endpoint, endpoint } from '../../endpoint.ts';

const user = request(
  {
    /** The name to log in with. */
    UserName: TextInput,
    /** The e-mail address. */
    Email: TextInput,
    /** The password itself, in spite of the key, which begins with a small letter here. */
    passwordHash: TextInput,
  },
  {},
);

const parameters = request(
  {
    /** Who registers. */
    UserInfo: user,
  },
  {
    /** Settings of the user to begin with. */
    UserConfig: UserConfigInput,
    /**
     * Who runs the venue.
     *
     * @default 1, on the exchange's side
     */
    OperatorId: IntegerInput,
  },
);
/** What `RegisterNewUser` takes. @interface */
export type RegisterNewUserRequest = t.TypeOf<typeof parameters>;

const reply = t.type({
  /** The id of the user. */
  UserId: Integer,
});
/** What `RegisterNewUser` answers. @interface */
export type RegisterNewUserReply = Readonly<t.TypeOf<typeof reply>>;

/**
 * Registers a user. A command; no login needed. A refusal, such as of a name in use, is a `GatewayError`.
 *
 * @example
 * request$(client, RegisterNewUser, {
 *   UserInfo: { UserName: 'someone', Email: 'someone@example.com', passwordHash: password },
 * }).subscribe(({ UserId }) => console.log(UserId));
 */
export const RegisterNewUser: Endpoint<RegisterNewUserRequest, RegisterNewUserReply> = endpoint({
  name: 'RegisterNewUser',
  request: parameters,
  reply: fast(reply),
  isCommand: true,
});
