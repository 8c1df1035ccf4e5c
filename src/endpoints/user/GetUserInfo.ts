import type * as t from 'io-ts';
import { IntegerInput } from '../../codec/inputs/IntegerInput.ts';
import { request } from '../../codec/inputs/request.ts';
import { TextInput } from '../../codec/inputs/TextInput.ts';
import { UserInfo } from '../../codec/records/UserInfo.ts';
import { type Endpoint, endpoint } from '../../endpoint.ts';

const parameters = request(
  {},
  {
    /** Another user than the one who is logged in. */
    UserId: IntegerInput,
    /** The same by name. */
    UserName: TextInput,
    /** The same by e-mail address. */
    Email: TextInput,
    /** The same by the id by which the user refers others. */
    AffiliateId: IntegerInput,
    /** The order system; not sent where it is left out. */
    OMSId: IntegerInput,
  },
);
/** What `GetUserInfo` takes. @interface */
export type GetUserInfoRequest = t.TypeOf<typeof parameters>;

/**
 * Tells who a user is. A query; login needed. A refusal is a `GatewayError`. The keys of the reply are read without
 * regard to case.
 *
 * @example
 * request$(client, GetUserInfo, {}).subscribe(({ UserName, Use2FA }) => console.log(UserName, Use2FA));
 */
export const GetUserInfo: Endpoint<GetUserInfoRequest, UserInfo> = endpoint({
  name: 'GetUserInfo',
  request: parameters,
  reply: UserInfo,
});
