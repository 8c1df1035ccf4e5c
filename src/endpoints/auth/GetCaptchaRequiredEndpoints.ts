import * as t from 'io-ts';
import { listOf } from '../../codec/fast/listOf.ts';
import { request } from '../../codec/inputs/request.ts';
import { type Endpoint, endpoint } from '../../endpoint.ts';

const parameters = request({}, {});
/** `GetCaptchaRequiredEndpoints` takes nothing. */
export type GetCaptchaRequiredEndpointsRequest = Readonly<Record<string, never>>;
/** What `GetCaptchaRequiredEndpoints` answers: names of functions. */
export type GetCaptchaRequiredEndpointsReply = readonly string[];

/**
 * Lists the functions that the venue answers only after a captcha. A query; no login needed. A refusal is a
 * `GatewayError`.
 *
 * @example
 * request$(client, GetCaptchaRequiredEndpoints, {}).subscribe(console.log);
 */
export const GetCaptchaRequiredEndpoints: Endpoint<
  GetCaptchaRequiredEndpointsRequest,
  GetCaptchaRequiredEndpointsReply
> = endpoint({
  name: 'GetCaptchaRequiredEndpoints',
  request: parameters,
  reply: listOf(t.string),
});
