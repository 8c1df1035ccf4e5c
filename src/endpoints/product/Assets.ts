import * as t from 'io-ts';
import { Decimal } from '../../codec/scalars/Decimal.ts';
import { Integer } from '../../codec/scalars/Integer.ts';
import { listOf } from '../../codec/fast/listOf.ts';
import { request } from '../../codec/inputs/request.ts';
import { type Endpoint, endpoint } from '../../endpoint.ts';

const parameters = request({}, {});
/** `Assets` takes nothing. */
export type AssetsRequest = Readonly<Record<string, never>>;

const asset = t.type(
  {
    /** The name of the product. */
    name: t.string,
    /** The id that CoinMarketCap knows it by. */
    unified_cryptoasset_id: Integer,
    /** The smallest amount of it: 0.00000001 for eight decimal places. */
    min_withdraw: Decimal,
  },
  'Asset',
);
/** What `Assets` answers. */
export type AssetsReply = readonly Readonly<t.TypeOf<typeof asset>>[];

/**
 * Lists the coins of the exchange for the services that compare exchanges. A query; no login needed. A refusal is a
 * `GatewayError`. The keys are in snake case.
 *
 * @example
 * request$(client, Assets, {}).subscribe((assets) =>
 *   assets.forEach(({ name, min_withdraw }) => console.log(name, min_withdraw)),
 * );
 */
export const Assets: Endpoint<AssetsRequest, AssetsReply> = endpoint({
  name: 'Assets',
  request: parameters,
  reply: listOf(asset),
});
