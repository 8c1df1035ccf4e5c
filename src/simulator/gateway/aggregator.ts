import { pipe } from 'fp-ts/lib/function.js';
import * as E from 'fp-ts/lib/Either.js';
import * as t from 'io-ts';
import type { BarRow } from '../market/bar.ts';
import { compare, type Decimal, multiply } from '../market/decimal.ts';
import type { Instrument } from '../market/instrument.ts';
import type { Market } from '../market/market.ts';
import { notFound, type StandardResponse } from '../market/standardResponse.ts';
import type { Handler } from './context.ts';
import { count, fieldsOf, required, text } from './fields.ts';
import { type Summed, summedUp } from './summaries.ts';

const pairOf = ({ Product1Symbol, Product2Symbol }: Instrument): string =>
  `${Product1Symbol}_${Product2Symbol}`;

/** A day in bars of five minutes, the one in progress among them. */
const bars = { interval: 300, count: 288 } as const;

const extremeOf = (
  rows: readonly BarRow[],
  column: 1 | 2,
  isBetter: (difference: number) => boolean,
): Decimal | undefined =>
  rows
    .filter(([, , , , , volume]) => volume.units > 0n)
    .map((row) => row[column])
    .reduce<Decimal | undefined>(
      (best, price) => (best === undefined || isBetter(compare(price, best)) ? price : best),
      undefined,
    );

const dayOf = ({ bars: barsOf }: Market, { InstrumentId }: Instrument, now: number): readonly BarRow[] =>
  pipe(
    barsOf(InstrumentId, bars.interval, bars.count),
    E.match(
      () => [],
      (rows) => rows.filter(([, , , , , , , , , begin]) => begin > now - 86_400_000),
    ),
  );

const summaryOf =
  (market: Market, now: number) =>
  ({ instrument, level1 }: Summed) => {
    const day = dayOf(market, instrument, now);
    return {
      trading_pairs: pairOf(instrument),
      last_price: level1.LastTradedPx,
      lowest_ask: level1.BestOffer,
      highest_bid: level1.BestBid,
      base_volume: level1.Rolling24HrVolume,
      quote_volume: level1.Rolling24HrNotional,
      price_change_percent_24h: level1.Rolling24HrPxChangePercent,
      highest_price_24h: extremeOf(day, 1, (difference) => difference > 0) ?? level1.LastTradedPx,
      lowest_price_24h: extremeOf(day, 2, (difference) => difference < 0) ?? level1.LastTradedPx,
    };
  };

/** The last 24 hours of every market. The highest and the lowest price are to five minutes. */
export const summary: Handler = (_request, { market, now }) =>
  pipe(
    summedUp(market),
    E.map((all) => all.map(summaryOf(market, now()))),
  );

/** The last price and the volume of every market, by pair. The products have no ids among market data services. */
export const ticker: Handler = (_request, { market }) =>
  pipe(
    summedUp(market),
    E.map((all) =>
      Object.fromEntries(
        all.map(({ instrument, level1 }) => [
          pairOf(instrument),
          {
            base_id: 0,
            quote_id: 0,
            last_price: level1.LastTradedPx,
            base_volume: level1.Rolling24HrVolume,
            quote_volume: level1.Rolling24HrNotional,
          },
        ]),
      ),
    ),
  );

/** An instrument by its symbol, or by its pair. */
const findPair = ({ instruments }: Market, name: string): E.Either<StandardResponse, Instrument> =>
  pipe(
    instruments().find((instrument) => instrument.Symbol === name || pairOf(instrument) === name),
    E.fromNullable(notFound('Instrument not Found')),
  );

const level = new t.Type<1 | 2>(
  '1 or 2',
  (u): u is 1 | 2 => u === 1 || u === 2,
  (u, context) => {
    const number = Number(u);
    return number === 1 || number === 2 ? t.success(number) : t.failure(u, context);
  },
  t.identity,
);

const bookFields = fieldsOf({ Market_Pair: text }, { Depth: count, Level: level });
const defaultDepth = 100;

/** The book as quantities and prices: the best level a side, or with `Level` 2 as many as `Depth` says. */
export const orderBook: Handler = (request, { market, now }) =>
  pipe(
    bookFields(request),
    E.chain(({ Market_Pair, Level = 1, Depth = defaultDepth }) =>
      pipe(
        findPair(market, Market_Pair),
        E.chain(({ InstrumentId }) => market.level2(InstrumentId, Level === 1 ? 1 : Depth)),
      ),
    ),
    E.map((rows) => {
      const levels = (side: number) =>
        rows
          .filter(([, , , , , , , , , rowSide]) => rowSide === side)
          .map(([, , , , , , price, , quantity]) => [quantity, price]);
      return { timestamp: now(), bids: levels(0), asks: levels(1) };
    }),
  );

const tradesFields = fieldsOf({}, { market_pair: text, Market_Pair: text });
const latest = 100;

/** The last 100 public trades, newest first. */
export const trades: Handler = (request, { market }) =>
  pipe(
    tradesFields(request),
    E.chain(({ market_pair, Market_Pair = market_pair }) =>
      Market_Pair === undefined ? E.left(required(['market_pair'])) : findPair(market, Market_Pair),
    ),
    E.chain(({ InstrumentId }) => market.trades(InstrumentId, latest)),
    E.map((rows) =>
      rows.toReversed().map(([tradeId, , quantity, price, , , time, , takerSide]) => ({
        trade_id: tradeId,
        price,
        base_volume: quantity,
        quote_volume: multiply(price, quantity),
        timestamp: new Date(time).toISOString(),
        type: takerSide === 0 ? 'buy' : 'sell',
      })),
    ),
  );
