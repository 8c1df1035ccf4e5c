import type * as t from 'io-ts';
import { ConfigEntry } from '../../codec/records/ConfigEntry.ts';
import { fast } from '../../codec/fast/fast.ts';
import { request } from '../../codec/inputs/request.ts';
import { TextInput } from '../../codec/inputs/TextInput.ts';
import { type Endpoint, endpoint } from '../../endpoint.ts';
import { whichUser } from './whichUser.ts';

const parameters = request(
  {
    /** The name of the setting. */
    Key: TextInput,
  },
  whichUser,
);
/** What `GetUnredactedUserConfigByKey` takes. @interface */
export type GetUnredactedUserConfigByKeyRequest = t.TypeOf<typeof parameters>;

/**
 * Tells one setting of a user with its value, which may be a secret. A query; login needed, with the permission
 * `Operator` or `Trading`. A refusal is a `GatewayError`; of a key that there is not, it has the code 102.
 *
 * @example
 * request$(client, GetUnredactedUserConfigByKey, { Key: '2FAType' }).subscribe(({ Value }) => console.log(Value));
 */
export const GetUnredactedUserConfigByKey: Endpoint<GetUnredactedUserConfigByKeyRequest, ConfigEntry> =
  endpoint({
    name: 'GetUnredactedUserConfigByKey',
    request: parameters,
    reply: fast(ConfigEntry),
  });
