import * as t from 'io-ts';
import { listOf } from '../../codec/fast/listOf.ts';
import { request } from '../../codec/inputs/request.ts';
import { type Endpoint, endpoint } from '../../endpoint.ts';

const parameters = request({}, {});
/** `GetValidate2FARequiredEndpoints` takes nothing. */
export type GetValidate2FARequiredEndpointsRequest = Readonly<Record<string, never>>;
/** What `GetValidate2FARequiredEndpoints` answers: names of functions. */
export type GetValidate2FARequiredEndpointsReply = readonly string[];

/**
 * Lists the functions, in lower case, that the venue answers only after `Validate2FA`. A query; no login needed. A
 * refusal is a `GatewayError`.
 *
 * @example
 * request$(client, GetValidate2FARequiredEndpoints, {}).subscribe(console.log); // ['transferfunds']
 */
export const GetValidate2FARequiredEndpoints: Endpoint<
  GetValidate2FARequiredEndpointsRequest,
  GetValidate2FARequiredEndpointsReply
> = endpoint({
  name: 'GetValidate2FARequiredEndpoints',
  request: parameters,
  reply: listOf(t.string),
});
