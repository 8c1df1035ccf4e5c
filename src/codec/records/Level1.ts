import * as t from 'io-ts';
import { Decimal } from '../scalars/Decimal.ts';
import { EpochMs } from '../scalars/EpochMs.ts';
import { Integer } from '../scalars/Integer.ts';
import { recordOf } from '../fast/recordOf.ts';

const required = {
  /** The order system of the instrument. */
  OMSId: Integer,
  /** The instrument. */
  InstrumentId: Integer,
};

const optional = {
  /** The symbol of the instrument, at one venue. */
  MarketId: t.string,
  /** The highest price that somebody buys at; 0 for none. */
  BestBid: Decimal,
  /** The lowest price that somebody sells at; 0 for none. */
  BestOffer: Decimal,
  /** The price of the last trade. */
  LastTradedPx: Decimal,
  /** The quantity of the last trade. */
  LastTradedQty: Decimal,
  /** When the last trade was, in milliseconds since 1970. */
  LastTradeTime: EpochMs,
  /** The first price of the day, which begins at midnight UTC. */
  SessionOpen: Decimal,
  /** The highest price of the day. */
  SessionHigh: Decimal,
  /** The lowest price of the day. */
  SessionLow: Decimal,
  /** The last price of the day before or so far. */
  SessionClose: Decimal,
  /** The quantity of the last trade once more, whatever the name says. */
  Volume: Decimal,
  /** The quantity traded this day. */
  CurrentDayVolume: Decimal,
  /** What was paid for it. */
  CurrentDayNotional: Decimal,
  /** The same under its older name. */
  CurrentNotional: Decimal,
  /** How many trades there were this day. */
  CurrentDayNumTrades: Integer,
  /** The last price less the first of the day. */
  CurrentDayPxChange: Decimal,
  /** The quantity traded within 24 hours. */
  Rolling24HrVolume: Decimal,
  /** What was paid for it. */
  Rolling24HrNotional: Decimal,
  /** How many trades there were within 24 hours. */
  Rolling24NumTrades: Integer,
  /** The change of the price within 24 hours; where it could be checked, in percent. */
  Rolling24HrPxChange: Decimal,
  /** The change of the price within 24 hours, in percent. */
  Rolling24HrPxChangePercent: Decimal,
  /** When this was written, in milliseconds since 1970: a text at most venues, a number at some. */
  TimeStamp: t.union([t.string, EpochMs], 'a time in milliseconds'),
  /** The quantity at the best bid; always 0 at some venues. */
  BidQty: Decimal,
  /** The quantity at the best offer; always 0 at some venues. */
  AskQty: Decimal,
  /** How many orders there are at the best bid. */
  BidOrderCt: Integer,
  /** How many orders there are at the best offer. */
  AskOrderCt: Integer,
};

/** The best prices of an instrument and its day so far. Each one replaces the one before. */
export const Level1 = recordOf(required, optional, 'Level1');
export type Level1 = Readonly<t.TypeOf<typeof Level1>>;
