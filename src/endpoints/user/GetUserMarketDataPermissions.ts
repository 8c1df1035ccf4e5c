import * as t from 'io-ts';
import { Integer } from '../../codec/scalars/Integer.ts';
import { IntegerInput } from '../../codec/inputs/IntegerInput.ts';
import { listOf } from '../../codec/fast/listOf.ts';
import { request } from '../../codec/inputs/request.ts';
import { type Endpoint, endpoint } from '../../endpoint.ts';

const parameters = request(
  {
    /** The user. */
    UserId: IntegerInput,
  },
  {},
);
/** What `GetUserMarketDataPermissions` takes. @interface */
export type GetUserMarketDataPermissionsRequest = t.TypeOf<typeof parameters>;

const row = t.type({
  /** The user. */
  UserId: Integer,
  /** The order system. */
  OMSId: Integer,
  /** The instrument. */
  InstrumentId: Integer,
  /** Whether the user may see its book too, and not only its prices and trades. */
  Level2: t.boolean,
});
/** What `GetUserMarketDataPermissions` answers. */
export type GetUserMarketDataPermissionsReply = readonly Readonly<t.TypeOf<typeof row>>[];

/**
 * Lists the instruments whose market data a user may see. A query; login needed, with the permission `Operator` or
 * `Trading`. A refusal is a `GatewayError`.
 *
 * @example
 * request$(client, GetUserMarketDataPermissions, { UserId: 96 }).subscribe((permissions) =>
 *   permissions.forEach(({ InstrumentId, Level2 }) => console.log(InstrumentId, Level2)),
 * );
 */
export const GetUserMarketDataPermissions: Endpoint<
  GetUserMarketDataPermissionsRequest,
  GetUserMarketDataPermissionsReply
> = endpoint({
  name: 'GetUserMarketDataPermissions',
  request: parameters,
  reply: listOf(row),
});
