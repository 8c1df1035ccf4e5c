import * as t from 'io-ts';
import { Integer } from '../../codec/scalars/Integer.ts';
import { listOf } from '../../codec/fast/listOf.ts';
import { request } from '../../codec/inputs/request.ts';
import { type Endpoint, endpoint } from '../../endpoint.ts';

const parameters = request({}, {});
/** `GetEnums` takes nothing. */
export type GetEnumsRequest = Readonly<Record<string, never>>;

const member = t.type({
  /** The name of the member. */
  Name: t.string,
  /** What it means. */
  Description: t.string,
  /** The number of the member. */
  Number: Integer,
});

const enumeration = t.type({
  /** The record that has the field, such as `Order`. */
  Class: t.string,
  /** The field, such as `OrderState`. */
  Property: t.string,
  /** The members. */
  Enums: listOf(member),
});
/** What `GetEnums` answers. */
export type GetEnumsReply = readonly Readonly<t.TypeOf<typeof enumeration>>[];

/**
 * Lists enumerations of the exchange's own; current gateways tell the states of orders alone. A query; no login needed.
 * A refusal is a `GatewayError`.
 *
 * @example
 * request$(client, GetEnums, {}).subscribe((enumerations) =>
 *   enumerations.forEach(({ Property, Enums }) => console.log(Property, Enums.map(({ Name }) => Name))),
 * );
 */
export const GetEnums: Endpoint<GetEnumsRequest, GetEnumsReply> = endpoint({
  name: 'GetEnums',
  request: parameters,
  reply: listOf(enumeration),
});
