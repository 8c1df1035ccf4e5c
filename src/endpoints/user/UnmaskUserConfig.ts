import type * as t from 'io-ts';
import { ConfigEntry } from '../../codec/records/ConfigEntry.ts';
import { listOf } from '../../codec/fast/listOf.ts';
import { request } from '../../codec/inputs/request.ts';
import { type Endpoint, endpoint } from '../../endpoint.ts';
import { whichUser } from './whichUser.ts';

const parameters = request({}, whichUser);
/** What `UnmaskUserConfig` takes. @interface */
export type UnmaskUserConfigRequest = t.TypeOf<typeof parameters>;

/**
 * Lists the settings of a user with their values, among which there may be secrets. A query; login needed, with the
 * permission `Operator` or `Trading`. A refusal is a `GatewayError`.
 *
 * @example
 * request$(client, UnmaskUserConfig, {}).subscribe((entries) => console.log(entries.length));
 */
export const UnmaskUserConfig: Endpoint<UnmaskUserConfigRequest, readonly ConfigEntry[]> = endpoint({
  name: 'UnmaskUserConfig',
  request: parameters,
  reply: listOf(ConfigEntry),
});
