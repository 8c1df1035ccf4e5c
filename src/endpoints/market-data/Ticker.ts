import * as t from 'io-ts';
import { Decimal } from '../../codec/scalars/Decimal.ts';
import { fast } from '../../codec/fast/fast.ts';
import { Integer } from '../../codec/scalars/Integer.ts';
import { request } from '../../codec/inputs/request.ts';
import { type Endpoint, endpoint } from '../../endpoint.ts';

const parameters = request({}, {});
/** `Ticker` takes nothing. */
export type TickerRequest = Readonly<Record<string, never>>;

const pair = t.type({
  /** The id of the first product among market data services; 0 for none. */
  base_id: Integer,
  /** The id of the second product among market data services; 0 for none. */
  quote_id: Integer,
  /** The price of the last trade. */
  last_price: Decimal,
  /** The quantity traded within 24 hours, in the first product. */
  base_volume: Decimal,
  /** What was paid for it, in the second product. */
  quote_volume: Decimal,
});

/**
 * By pair, such as `BTC_USDT`.
 *
 * @useDeclaredType
 */
export type TickerReply = Readonly<Record<string, Readonly<t.TypeOf<typeof pair>>>>;

/**
 * The last price and the volume of every instrument, by pair, in the form that market data services ask for. A query;
 * no login needed. A refusal is a `GatewayError`.
 *
 * @example
 * request$(client, Ticker, {}).subscribe((ticker) => console.log(ticker['BTC_USDT']?.last_price));
 */
export const Ticker: Endpoint<TickerRequest, TickerReply> = endpoint({
  name: 'Ticker',
  request: parameters,
  reply: fast(t.record(t.string, pair)),
});
