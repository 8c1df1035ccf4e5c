import type * as t from 'io-ts';
import { IntegerInput } from '../../codec/inputs/IntegerInput.ts';
import { listOf } from '../../codec/fast/listOf.ts';
import { request } from '../../codec/inputs/request.ts';
import { UserApiKey } from '../../codec/records/UserApiKey.ts';
import { type Endpoint, endpoint } from '../../endpoint.ts';

const parameters = request(
  {
    /** The user that the keys belong to. */
    UserId: IntegerInput,
  },
  {},
);
/** What `GetUserAPIKeys` takes. @interface */
export type GetUserAPIKeysRequest = t.TypeOf<typeof parameters>;

/**
 * Lists the API keys of a user, without their secrets. A query; login needed, with the permission `Superuser`,
 * `Operator` or `Trading`. A refusal is a `GatewayError`.
 *
 * @example
 * request$(client, GetUserAPIKeys, { UserId: 96 }).subscribe((keys) =>
 *   keys.forEach(({ APIKey, Permissions }) => console.log(APIKey, Permissions)),
 * );
 */
export const GetUserAPIKeys: Endpoint<GetUserAPIKeysRequest, readonly UserApiKey[]> = endpoint({
  name: 'GetUserAPIKeys',
  request: parameters,
  reply: listOf(UserApiKey),
});
