import type * as t from 'io-ts';
import { ConfigEntryInput } from '../../codec/inputs/ConfigEntryInput.ts';
import { fast } from '../../codec/fast/fast.ts';
import { request } from '../../codec/inputs/request.ts';
import { StandardResponse } from '../../codec/records/StandardResponse.ts';
import { type Endpoint, endpoint } from '../../endpoint.ts';
import { whichUser } from './whichUser.ts';

const parameters = request(
  {
    /** The settings. */
    Config: ConfigEntryInput,
  },
  whichUser,
);
/** What `SetUserConfig` takes. @interface */
export type SetUserConfigRequest = t.TypeOf<typeof parameters>;

/**
 * Sets settings of a user; a key that is not there yet is added, and other keys stay. A command; login needed, with
 * the permission `Operator` or `Trading`. A refusal is a `GatewayError`.
 *
 * @example
 * request$(client, SetUserConfig, { Config: [{ Key: 'language', Value: 'es' }] }).subscribe(({ result }) =>
 *   console.log(result),
 * );
 */
export const SetUserConfig: Endpoint<SetUserConfigRequest, StandardResponse> = endpoint({
  name: 'SetUserConfig',
  request: parameters,
  reply: fast(StandardResponse),
  isCommand: true,
});
