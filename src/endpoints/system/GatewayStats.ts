import { fast } from '../../codec/fast/fast.ts';
import { request } from '../../codec/inputs/request.ts';
import { StandardResponse } from '../../codec/records/StandardResponse.ts';
import { type Endpoint, endpoint } from '../../endpoint.ts';

const parameters = request({}, {});
/** `GatewayStats` takes nothing. */
export type GatewayStatsRequest = Readonly<Record<string, never>>;

/**
 * Tells how busy the gateway is: `detail` is JSON text of an object with `ConnectedClients`, `UserSessions` and
 * `UptimeMs`. A query; no login needed. A refusal is a `GatewayError`.
 *
 * @example
 * request$(client, GatewayStats, {}).subscribe(({ detail }) => console.log(detail));
 */
export const GatewayStats: Endpoint<GatewayStatsRequest, StandardResponse> = endpoint({
  name: 'GatewayStats',
  request: parameters,
  reply: fast(StandardResponse),
});
