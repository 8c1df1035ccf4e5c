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
    /** The password itself, in spite of the key. */
    PasswordHash: TextInput,
  },
  {},
);

const parameters = request(
  {
    /** Who registers. */
    UserInfo: user,
    /** Who runs the venue: 1 as a rule. */
    OperatorId: IntegerInput,
  },
  {
    /** Settings of the user to begin with. */
    UserConfig: UserConfigInput,
  },
);
/** What `RegisterUser` takes. @interface */
export type RegisterUserRequest = t.TypeOf<typeof parameters>;

const reply = t.type({
  /** The id of the user. */
  UserId: Integer,
});
/** What `RegisterUser` answers. @interface */
export type RegisterUserReply = Readonly<t.TypeOf<typeof reply>>;

/**
 * Registers a user. A command; no login needed. A refusal, such as of a name in use, is a `GatewayError`.
 *
 * @example
 * request$(client, RegisterUser, {
 *   UserInfo: { UserName: 'someone', Email: 'someone@example.com', PasswordHash: password },
 *   OperatorId: 1,
 * }).subscribe(({ UserId }) => console.log(UserId));
 */
export const RegisterUser: Endpoint<RegisterUserRequest, RegisterUserReply> = endpoint({
  name: 'RegisterUser',
  request: parameters,
  reply: fast(reply),
  isCommand: true,
});
