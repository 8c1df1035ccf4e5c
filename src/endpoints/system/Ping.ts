import * as t from 'io-ts';
import { fast } from '../../codec/fast/fast.ts';
import { request } from '../../codec/inputs/request.ts';
import { type Endpoint, endpoint } from '../../endpoint.ts';

const parameters = request({}, {});
/** `Ping` takes nothing. */
export type PingRequest = Readonly<Record<string, never>>;

const reply = t.type({
  /** `PONG`. */
  msg: t.string,
});
/** What `Ping` answers. @interface */
export type PingReply = Readonly<t.TypeOf<typeof reply>>;

/**
 * Asks the exchange for a sign of life, which also keeps a login from running out. A query; no login needed. The
 * client sends it by itself while a connection is silent.
 *
 * @example
 * request$(client, Ping, {}).subscribe(console.log); // { msg: 'PONG' }
 */
export const Ping: Endpoint<PingRequest, PingReply> = endpoint({
  name: 'Ping',
  request: parameters,
  reply: fast(reply),
});
