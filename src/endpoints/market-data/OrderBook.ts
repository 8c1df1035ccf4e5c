import * as t from 'io-ts';
import { BookLevel } from '../../codec/records/BookLevel.ts';
import { Decimal } from '../../codec/scalars/Decimal.ts';
import { enumInput } from '../../codec/inputs/enumInput.ts';
import { EpochMs } from '../../codec/scalars/EpochMs.ts';
import { fast } from '../../codec/fast/fast.ts';
import { CountInput } from '../../codec/inputs/IntegerInput.ts';
import { request } from '../../codec/inputs/request.ts';
import { rowOf } from '../../codec/records/rowOf.ts';
import { TextInput } from '../../codec/inputs/TextInput.ts';
import { type Endpoint, endpoint } from '../../endpoint.ts';

const parameters = request(
  {
    /** The symbol of the instrument, such as `BTCUSDT`. The exchange writes this key with an underscore. */
    Market_Pair: TextInput,
  },
  {
    /** How many levels come at most; it counts only with several levels. */
    Depth: CountInput,
    /**
     * Whether only the best level comes, or several.
     *
     * @default 1, the best alone, on the exchange's side
     */
    Level: enumInput(BookLevel),
  },
);
/** What `OrderBook` takes. @interface */
export type OrderBookRequest = t.TypeOf<typeof parameters>;

/** One level as it is sent: the quantity first, then the price. */
export type OrderBookLevel = readonly [Quantity: Decimal, Price: Decimal];
const level = rowOf<OrderBookLevel>('OrderBookLevel', [Decimal, Decimal]);

const reply = t.type({
  /** When it was written, in milliseconds since 1970. */
  timestamp: EpochMs,
  /** The levels of those who buy, best first. */
  bids: t.readonlyArray(level),
  /** The levels of those who sell, best first. */
  asks: t.readonlyArray(level),
});
/** What `OrderBook` answers. @interface */
export type OrderBookReply = Readonly<t.TypeOf<typeof reply>>;

/**
 * The order book of an instrument, in the form that market data services ask for; `GetL2Snapshot` and
 * `SubscribeLevel2` are the exchange's own. A query; no login needed. A refusal is a `GatewayError`.
 *
 * @example
 * request$(client, OrderBook, { Market_Pair: 'BTCUSDT', Level: 'SeveralLevels', Depth: 5 }).subscribe(({ asks }) =>
 *   asks.forEach(([quantity, price]) => console.log(price, quantity)),
 * );
 */
export const OrderBook: Endpoint<OrderBookRequest, OrderBookReply> = endpoint({
  name: 'OrderBook',
  request: parameters,
  reply: fast(reply),
});
