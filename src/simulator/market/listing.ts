import type { Touch } from './bar.ts';
import { type Bars, createBars } from './bars.ts';
import { type Book, createBook, sizeOf } from './book.ts';
import { rescale, zero } from './decimal.ts';
import { type Inside, noAsk } from './inside.ts';
import type { Instrument } from './instrument.ts';
import { type Level1, level1From } from './level1.ts';
import type { Level2Context } from './level2.ts';
import { type Level2Feed, createLevel2Feed } from './level2Feed.ts';
import type { Random } from './random.ts';
import { type Statistics, createStatistics } from './statistics.ts';
import { type Tape, createTape } from './tape.ts';

/** One instrument with everything that is kept of it. */
export interface Listing {
  readonly instrument: Instrument;
  readonly book: Book;
  readonly tape: Tape;
  readonly statistics: Statistics;
  readonly bars: Bars;
  readonly feed: Level2Feed;
}

/** An instrument with an empty book that has not traded yet. */
export const createListing = (instrument: Instrument, random: Random): Listing => ({
  instrument,
  book: createBook(),
  tape: createTape(instrument),
  statistics: createStatistics(),
  bars: createBars(instrument.InstrumentId),
  feed: createLevel2Feed(random),
});

/** The best prices of the moment. */
export const touchOf = ({ book, instrument }: Listing): Touch => {
  const nothing = rescale(zero, instrument.PriceIncrement.scale);
  return { bid: book.levels('Buy')[0]?.price ?? nothing, ask: book.levels('Sell')[0]?.price ?? nothing };
};

/** What an order object tells about the market of the moment. */
export const insideOf = ({ book, tape, instrument }: Listing): Inside => {
  const bid = book.levels('Buy')[0];
  const ask = book.levels('Sell')[0];
  const nothing = rescale(zero, instrument.QuantityIncrement.scale);
  return {
    InsideAsk: ask?.price ?? noAsk,
    InsideAskSize: ask === undefined ? nothing : sizeOf(ask),
    InsideBid: bid?.price ?? rescale(zero, instrument.PriceIncrement.scale),
    InsideBidSize: bid === undefined ? nothing : sizeOf(bid),
    LastTradePrice: tape.last().price,
  };
};

/** What the rows of a Level 2 frame of the moment have in common. */
export const level2ContextOf = ({ instrument, tape }: Listing): Level2Context => ({
  instrumentId: instrument.InstrumentId,
  lastTradePrice: tape.last().price,
  quantityScale: instrument.QuantityIncrement.scale,
});

/** The summary of the moment. */
export const level1Of = ({ instrument, book, tape, statistics }: Listing, now: number): Level1 =>
  level1From({
    instrument,
    bid: book.levels('Buy')[0],
    ask: book.levels('Sell')[0],
    last: tape.last(),
    session: statistics.session(now),
    rolling: statistics.rolling(now),
    now,
  });
