import * as t from 'io-ts';
import { fast } from '../../codec/fast/fast.ts';
import { listOf } from '../../codec/fast/listOf.ts';
import { request } from '../../codec/inputs/request.ts';
import { TextInput } from '../../codec/inputs/TextInput.ts';
import { type Endpoint, endpoint } from '../../endpoint.ts';

const parameters = request(
  {
    /** The name of the setting. */
    Key: TextInput,
  },
  {},
);
/** What `GetGeneralKVP` takes. @interface */
export type GetGeneralKVPRequest = t.TypeOf<typeof parameters>;

const reply = t.type({
  /** What it is set to: JSON text of a list as a rule. */
  Value: t.string,
  /** Who may see it. */
  Permissions: listOf(t.UnknownRecord),
  /** The name of the setting. */
  Key: t.string,
});
/** What `GetGeneralKVP` answers. @interface */
export type GetGeneralKVPReply = Readonly<t.TypeOf<typeof reply>>;

/**
 * Tells a setting of the venue. A query; no login needed. A refusal is a `GatewayError`.
 *
 * Gateways before 4.4 do not know it.
 *
 * @example
 * request$(client, GetGeneralKVP, { Key: 'UIConfig' }).subscribe(({ Value }) => console.log(Value));
 */
export const GetGeneralKVP: Endpoint<GetGeneralKVPRequest, GetGeneralKVPReply> = endpoint({
  name: 'GetGeneralKVP',
  request: parameters,
  reply: fast(reply),
});
