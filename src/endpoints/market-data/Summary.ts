import * as t from 'io-ts';
import { Decimal } from '../../codec/scalars/Decimal.ts';
import { listOf } from '../../codec/fast/listOf.ts';
import { request } from '../../codec/inputs/request.ts';
import { type Endpoint, endpoint } from '../../endpoint.ts';

const parameters = request({}, {});
/** `Summary` takes nothing. */
export type SummaryRequest = Readonly<Record<string, never>>;

const pair = t.type({
  /** The two products of the instrument, such as `BTC_USDT`. */
  trading_pairs: t.string,
  /** The price of the last trade. */
  last_price: Decimal,
  /** The lowest price that somebody sells at. */
  lowest_ask: Decimal,
  /** The highest price that somebody buys at. */
  highest_bid: Decimal,
  /** The quantity traded within 24 hours, in the first product. */
  base_volume: Decimal,
  /** What was paid for it, in the second product. */
  quote_volume: Decimal,
  /** The change of the price within 24 hours, in percent. */
  price_change_percent_24h: Decimal,
  /** The highest price within 24 hours. */
  highest_price_24h: Decimal,
  /** The lowest price within 24 hours. */
  lowest_price_24h: Decimal,
});
/** What `Summary` answers. */
export type SummaryReply = readonly Readonly<t.TypeOf<typeof pair>>[];

/**
 * The prices and the day of every instrument, in the form that market data services ask for. A query; no login needed.
 * A refusal is a `GatewayError`.
 *
 * @example
 * request$(client, Summary, {}).subscribe((pairs) =>
 *   pairs.forEach(({ trading_pairs, last_price }) => console.log(trading_pairs, last_price)),
 * );
 */
export const Summary: Endpoint<SummaryRequest, SummaryReply> = endpoint({
  name: 'Summary',
  request: parameters,
  reply: listOf(pair),
});
