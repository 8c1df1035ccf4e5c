import type * as t from 'io-ts';
import { fast } from '../../codec/fast/fast.ts';
import { IntegerInput } from '../../codec/inputs/IntegerInput.ts';
import { listInput } from '../../codec/inputs/listInput.ts';
import { request } from '../../codec/inputs/request.ts';
import { TextInput } from '../../codec/inputs/TextInput.ts';
import { UserApiKey } from '../../codec/records/UserApiKey.ts';
import { type Endpoint, endpoint } from '../../endpoint.ts';

const parameters = request(
  {
    /** The user that the key is for. */
    UserId: IntegerInput,
    /** What the key may do, such as `Trading`, `Deposit`, `Withdraw` or `AccountReadOnly`; at least one. */
    Permissions: listInput(TextInput),
  },
  {
    /**
     * The only addresses that the key can be used from, joined by commas; where it is left out, all. Gateways before
     * 4.4 do not know it.
     */
    IpWhiteList: TextInput,
  },
);
/** What `AddUserAPIKey` takes. @interface */
export type AddUserAPIKeyRequest = t.TypeOf<typeof parameters>;

/**
 * Makes an API key. Its secret comes with this reply and never again: keep it, and log it nowhere. A command; login
 * needed, with the permission `Superuser`, `Operator` or `Trading`. A refusal is a `GatewayError`.
 *
 * @example
 * request$(client, AddUserAPIKey, { UserId: 96, Permissions: ['Trading'] }).subscribe(({ APIKey }) =>
 *   console.log(APIKey),
 * );
 */
export const AddUserAPIKey: Endpoint<AddUserAPIKeyRequest, UserApiKey> = endpoint({
  name: 'AddUserAPIKey',
  request: parameters,
  reply: fast(UserApiKey),
  isCommand: true,
});
