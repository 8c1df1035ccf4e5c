import * as t from 'io-ts';
import { Integer } from '../../codec/scalars/Integer.ts';
import { IntegerInput } from '../../codec/inputs/IntegerInput.ts';
import { listOf } from '../../codec/fast/listOf.ts';
import { Long } from '../../codec/scalars/Long.ts';
import { request } from '../../codec/inputs/request.ts';
import { Ticks } from '../../codec/scalars/Ticks.ts';
import { type Endpoint, endpoint } from '../../endpoint.ts';
import { readExactJson } from '../../json/exactJson.ts';

const parameters = request(
  {},
  {
    /** Another user than the one who is logged in. */
    UserId: IntegerInput,
  },
);
/** What `GetUserDevices` takes. @interface */
export type GetUserDevicesRequest = t.TypeOf<typeof parameters>;

const device = t.type({
  /** Stands for the device. */
  HashCode: Long,
  /** Where it was; empty as a rule. */
  Location: t.string,
  /** What it calls itself. */
  DeviceName: t.string,
  /** The address it was used from. */
  IpAddress: t.string,
  /** The user. */
  UserId: Integer,
  /** Whether the user has confirmed it. */
  IsTrusted: t.boolean,
  /** Until when, in ticks. */
  ExpirationTime: Ticks,
});
/** What `GetUserDevices` answers. */
export type GetUserDevicesReply = readonly Readonly<t.TypeOf<typeof device>>[];

/**
 * Lists the devices that a user has logged in from. A query; login needed. A refusal is a `GatewayError`.
 *
 * @example
 * request$(client, GetUserDevices, {}).subscribe((devices) =>
 *   devices.forEach(({ DeviceName, IsTrusted }) => console.log(DeviceName, IsTrusted)),
 * );
 */
export const GetUserDevices: Endpoint<GetUserDevicesRequest, GetUserDevicesReply> = endpoint({
  name: 'GetUserDevices',
  request: parameters,
  reply: listOf(device),
  read: readExactJson,
});
