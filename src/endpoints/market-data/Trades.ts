import * as t from 'io-ts';
import { AggregatorTradeType } from '../../codec/enums/AggregatorTradeType.ts';
import { Decimal } from '../../codec/scalars/Decimal.ts';
import { listOf } from '../../codec/fast/listOf.ts';
import { Long } from '../../codec/scalars/Long.ts';
import { openNames } from '../../codec/enums/openNames.ts';
import { request } from '../../codec/inputs/request.ts';
import { TextInput } from '../../codec/inputs/TextInput.ts';
import { type Endpoint, endpoint } from '../../endpoint.ts';
import { readExactJson } from '../../json/exactJson.ts';

const parameters = request(
  {
    /** The symbol of the instrument, such as `BTCUSDT`. The exchange writes this key in lower case. */
    market_pair: TextInput,
  },
  {},
);
/** What `Trades` takes. @interface */
export type TradesRequest = t.TypeOf<typeof parameters>;

const trade = t.type({
  /** The id of the trade; it grows with time. */
  trade_id: Long,
  /** At which price. */
  price: Decimal,
  /** How much was traded, in the first product. */
  base_volume: Decimal,
  /** What was paid for it, in the second product. */
  quote_volume: Decimal,
  /** When, ISO 8601; the form is not documented. */
  timestamp: t.string,
  /** Which side took from the book. */
  type: openNames('AggregatorTradeType', AggregatorTradeType),
});
/** What `Trades` answers. */
export type TradesReply = readonly Readonly<t.TypeOf<typeof trade>>[];

/**
 * The last 100 public trades of an instrument, in the form that market data services ask for; `GetLastTrades` and
 * `SubscribeTrades` are the exchange's own. A query; no login needed. A refusal is a `GatewayError`.
 *
 * @example
 * request$(client, Trades, { market_pair: 'BTCUSDT' }).subscribe((trades) =>
 *   trades.forEach(({ type, price, base_volume }) => console.log(type, price, base_volume)),
 * );
 */
export const Trades: Endpoint<TradesRequest, TradesReply> = endpoint({
  name: 'Trades',
  request: parameters,
  reply: listOf(trade),
  read: readExactJson,
});
