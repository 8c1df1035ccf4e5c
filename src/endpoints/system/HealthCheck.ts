import * as t from 'io-ts';
import { fast } from '../../codec/fast/fast.ts';
import { Flag } from '../../codec/scalars/Flag.ts';
import { Integer } from '../../codec/scalars/Integer.ts';
import { nullable } from '../../codec/scalars/nullable.ts';
import { recordOf } from '../../codec/fast/recordOf.ts';
import { request } from '../../codec/inputs/request.ts';
import { type Endpoint, endpoint } from '../../endpoint.ts';

const parameters = request({}, {});
/** `HealthCheck` takes nothing. */
export type HealthCheckRequest = Readonly<Record<string, never>>;

const reply = recordOf(
  {},
  {
    /** Whether all is well. A client in use knows `detail` alone, so it may be left out. */
    result: Flag,
    /** What is wrong; empty or `null` where nothing is. */
    errormsg: nullable(t.string),
    /** 0 where nothing is wrong. */
    errorcode: Integer,
    /**
     * `running`, or `running: ` and the JSON text of how long a message took through the exchange, its times in ticks.
     * `readExactJson` reads that text without rounding them.
     */
    detail: nullable(t.string),
  },
);
/** What `HealthCheck` answers. @interface */
export type HealthCheckReply = Readonly<t.TypeOf<typeof reply>>;

/**
 * Asks whether the exchange works. A query; no login needed. A `result` of `false` is a `GatewayError`.
 *
 * @example
 * request$(client, HealthCheck, {}).subscribe(({ detail }) => console.log(detail)); // 'running: {"ExchangeId":1, …}'
 */
export const HealthCheck: Endpoint<HealthCheckRequest, HealthCheckReply> = endpoint({
  name: 'HealthCheck',
  request: parameters,
  reply: fast(reply),
});
