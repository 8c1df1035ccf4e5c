import type * as t from 'io-ts';
import { fast } from '../../codec/fast/fast.ts';
import { IntegerInput } from '../../codec/inputs/IntegerInput.ts';
import { request } from '../../codec/inputs/request.ts';
import { TextInput } from '../../codec/inputs/TextInput.ts';
import { UserApiKey } from '../../codec/records/UserApiKey.ts';
import { type Endpoint, endpoint } from '../../endpoint.ts';

const parameters = request(
  {
    /** The user that the key belongs to. */
    UserId: IntegerInput,
    /** The public part of the key. */
    APIKey: TextInput,
  },
  {
    /**
     * The only addresses that the key can be used from, joined by commas. Empty or left out, every restriction is
     * taken away.
     */
    IpWhiteList: TextInput,
  },
);
/** What `UpdateUserAPIKeyWhitelist` takes. @interface */
export type UpdateUserAPIKeyWhitelistRequest = t.TypeOf<typeof parameters>;

/**
 * Replaces the addresses that an API key can be used from. Without `IpWhiteList` it can be used from all. A command;
 * login needed, with the permission `Superuser`, `Operator` or `Trading`. A refusal is a `GatewayError`.
 *
 * @example
 * request$(client, UpdateUserAPIKeyWhitelist, { UserId: 96, APIKey: key, IpWhiteList: '192.0.2.1' }).subscribe(
 *   ({ IpWhiteList }) => console.log(IpWhiteList),
 * );
 */
export const UpdateUserAPIKeyWhitelist: Endpoint<UpdateUserAPIKeyWhitelistRequest, UserApiKey> = endpoint({
  name: 'UpdateUserAPIKeyWhitelist',
  request: parameters,
  reply: fast(UserApiKey),
  isCommand: true,
});
