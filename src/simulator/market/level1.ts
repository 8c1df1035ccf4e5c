import type { BookLevel } from './bookLevel.ts';
import { type Decimal, decimal, divide, isDecimal, multiply, rescale, subtract, zero } from './decimal.ts';
import type { Instrument } from './instrument.ts';
import type { Rolling, Session } from './statistics.ts';
import type { LastTrade } from './tape.ts';

/** The summary of a market. Prices, volumes and sizes are 0 where there is nothing to tell. */
export interface Level1 {
  readonly OMSId: number;
  readonly InstrumentId: number;
  /** The symbol in lower case; only one venue tells it. */
  readonly MarketId: string;
  readonly BestBid: Decimal;
  readonly BestOffer: Decimal;
  readonly LastTradedPx: Decimal;
  readonly LastTradedQty: Decimal;
  /** Epoch milliseconds. */
  readonly LastTradeTime: number;
  /** The session is the UTC day; before its first trade its prices are the last one of the day before. */
  readonly SessionOpen: Decimal;
  readonly SessionHigh: Decimal;
  readonly SessionLow: Decimal;
  readonly SessionClose: Decimal;
  /** The last traded quantity again. */
  readonly Volume: Decimal;
  readonly CurrentDayVolume: Decimal;
  readonly CurrentDayNotional: Decimal;
  readonly CurrentDayNumTrades: number;
  /** Absolute. */
  readonly CurrentDayPxChange: Decimal;
  readonly Rolling24HrVolume: Decimal;
  readonly Rolling24HrNotional: Decimal;
  readonly Rolling24NumTrades: number;
  /** A percentage, whatever its name. */
  readonly Rolling24HrPxChange: Decimal;
  /** Epoch milliseconds, as text. */
  readonly TimeStamp: string;
  readonly BidQty: Decimal;
  readonly AskQty: Decimal;
  readonly BidOrderCt: number;
  readonly AskOrderCt: number;
  readonly Rolling24HrPxChangePercent: Decimal;
}

/** What a summary is made from. */
export interface Level1Sources {
  readonly instrument: Instrument;
  readonly bid: BookLevel | undefined;
  readonly ask: BookLevel | undefined;
  readonly last: LastTrade;
  readonly session: Session;
  readonly rolling: Rolling;
  /** Epoch milliseconds. */
  readonly now: number;
}

const percentScale = 8;
const hundred = decimal(100);

const percentOf = (change: Decimal, base: Decimal): Decimal =>
  divide(multiply(change, hundred), base, percentScale);

/** The summary of a market as it stands. */
export const level1From = (sources: Level1Sources): Level1 => {
  const { instrument, bid, ask, last, session, rolling, now } = sources;
  const price = (value: Decimal): Decimal => rescale(value, instrument.PriceIncrement.scale);
  const quantity = (value: Decimal): Decimal => rescale(value, instrument.QuantityIncrement.scale);
  const percent = percentOf(subtract(last.price, rolling.open), rolling.open);
  return {
    OMSId: 1,
    InstrumentId: instrument.InstrumentId,
    MarketId: instrument.Symbol.toLowerCase(),
    BestBid: price(bid?.price ?? zero),
    BestOffer: price(ask?.price ?? zero),
    LastTradedPx: last.price,
    LastTradedQty: last.quantity,
    LastTradeTime: last.ms,
    SessionOpen: price(session.open),
    SessionHigh: price(session.high),
    SessionLow: price(session.low),
    SessionClose: price(session.close),
    Volume: last.quantity,
    CurrentDayVolume: quantity(session.volume),
    CurrentDayNotional: session.notional,
    CurrentDayNumTrades: session.trades,
    CurrentDayPxChange: price(subtract(session.close, session.open)),
    Rolling24HrVolume: quantity(rolling.volume),
    Rolling24HrNotional: rolling.notional,
    Rolling24NumTrades: rolling.trades,
    Rolling24HrPxChange: percent,
    TimeStamp: String(now),
    BidQty: quantity(bid?.size ?? zero),
    AskQty: quantity(ask?.size ?? zero),
    BidOrderCt: bid?.count ?? 0,
    AskOrderCt: ask?.count ?? 0,
    Rolling24HrPxChangePercent: percent,
  };
};

const isSameValue = (a: unknown, b: unknown): boolean =>
  isDecimal(a) && isDecimal(b) ? a.units === b.units && a.scale === b.scale : a === b;

/** Whether two summaries tell the same, digit for digit, but for the time they were made at. */
export const isSameLevel1 = (a: Level1, b: Level1): boolean => {
  for (const key in a) {
    if (key !== 'TimeStamp' && !isSameValue(a[key as keyof Level1], b[key as keyof Level1])) return false;
  }
  return true;
};
