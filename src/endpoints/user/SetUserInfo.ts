import type * as t from 'io-ts';
import { IntegerInput } from '../../codec/inputs/IntegerInput.ts';
import { request } from '../../codec/inputs/request.ts';
import { TextInput } from '../../codec/inputs/TextInput.ts';
import { UserInfo } from '../../codec/records/UserInfo.ts';
import { type Endpoint, endpoint } from '../../endpoint.ts';

const parameters = request(
  {},
  {
    /** The user. */
    UserId: IntegerInput,
    /** The user by name; beside `UserId` it is the new name. */
    Username: TextInput,
    /** The new e-mail address, which must be confirmed then. */
    Email: TextInput,
    /** The affiliate id of whoever referred the user; only an operator can change it. */
    RefererId: IntegerInput,
  },
);
/** What `SetUserInfo` takes. @interface */
export type SetUserInfoRequest = t.TypeOf<typeof parameters>;

/**
 * Changes the name, the e-mail address or the referer of a user. The user is named by `UserId` or `Username`; a new
 * name needs `UserId`. A command; login needed, with the permission `Operator` or `Trading`. A refusal is a
 * `GatewayError`.
 *
 * The reply is the user with all changes made.
 *
 * @example
 * request$(client, SetUserInfo, { UserId: 96, Email: 'new@example.com' }).subscribe(({ EmailVerified }) =>
 *   console.log(EmailVerified),
 * );
 */
export const SetUserInfo: Endpoint<SetUserInfoRequest, UserInfo> = endpoint({
  name: 'SetUserInfo',
  request: parameters,
  reply: UserInfo,
  isCommand: true,
});
