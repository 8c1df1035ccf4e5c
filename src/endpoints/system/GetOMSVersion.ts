import { fast } from '../../codec/fast/fast.ts';
import { request } from '../../codec/inputs/request.ts';
import { StandardResponse } from '../../codec/records/StandardResponse.ts';
import { type Endpoint, endpoint } from '../../endpoint.ts';

const parameters = request({}, {});
/** `GetOMSVersion` takes nothing. */
export type GetOMSVersionRequest = Readonly<Record<string, never>>;

/**
 * Tells the version of the order system, in `detail`. A query; no login needed. A refusal is a `GatewayError`.
 *
 * @example
 * request$(client, GetOMSVersion, {}).subscribe(({ detail }) => console.log(detail)); // '4.3.65.1063'
 */
export const GetOMSVersion: Endpoint<GetOMSVersionRequest, StandardResponse> = endpoint({
  name: 'GetOMSVersion',
  request: parameters,
  reply: fast(StandardResponse),
});
