import type { Touch } from './bar.ts';
import { type Bars, createBars } from './bars.ts';
import { type Book, createBook } from './book.ts';
import { type Decimal, rescale, zero } from './decimal.ts';
import type { FeeRates } from './feeRates.ts';
import { type Inside, noAsk } from './inside.ts';
import type { Instrument } from './instrument.ts';
import { type Level1, level1From } from './level1.ts';
import type { Level2Context } from './level2.ts';
import { type Level2Feed, createLevel2Feed } from './level2Feed.ts';
import type { Random } from './random.ts';
import { type Statistics, createStatistics } from './statistics.ts';
import type { PegPriceType } from './stopTerms.ts';
import { type Tape, createTape } from './tape.ts';
import { type TradingStatus, createTradingStatus } from './tradingStatus.ts';
import { type WaitingOrders, createWaitingOrders } from './waitingOrders.ts';

/** One instrument with everything that is kept of it. */
export interface Listing {
  /** Its rules; what its session is at present, the status says. */
  readonly instrument: Instrument;
  readonly fees: FeeRates;
  readonly status: TradingStatus;
  readonly book: Book;
  readonly waiting: WaitingOrders;
  readonly tape: Tape;
  readonly statistics: Statistics;
  readonly bars: Bars;
  readonly feed: Level2Feed;
}

/** An instrument with an empty book that has not traded yet. */
export const createListing = (
  instrument: Instrument,
  { fees, random, trades }: Pick<Listing, 'fees'> & { readonly random: Random; readonly trades: number },
): Listing => ({
  instrument,
  fees,
  status: createTradingStatus(instrument),
  book: createBook(),
  waiting: createWaitingOrders(),
  tape: createTape(instrument, trades),
  statistics: createStatistics(),
  bars: createBars(instrument.InstrumentId),
  feed: createLevel2Feed(random),
});

/** The best prices of the moment. */
export const touchOf = ({ book, instrument }: Listing): Touch => {
  const nothing = rescale(zero, instrument.PriceIncrement.scale);
  return { bid: book.best('Buy')?.price ?? nothing, ask: book.best('Sell')?.price ?? nothing };
};

/** The price of the moment that an order may watch; `undefined` where there is none yet. */
export const pegOf = ({ book, tape }: Listing, peg: PegPriceType): Decimal | undefined => {
  if (peg !== 'Last') return book.best(peg === 'Bid' ? 'Buy' : 'Sell')?.price;
  const { price } = tape.last();
  return price.units === 0n ? undefined : price;
};

/** What an order object tells about the market of the moment. */
export const insideOf = ({ book, tape, instrument }: Listing): Inside => {
  const bid = book.best('Buy');
  const ask = book.best('Sell');
  const nothing = rescale(zero, instrument.QuantityIncrement.scale);
  return {
    InsideAsk: ask?.price ?? noAsk,
    InsideAskSize: ask?.size ?? nothing,
    InsideBid: bid?.price ?? rescale(zero, instrument.PriceIncrement.scale),
    InsideBidSize: bid?.size ?? nothing,
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
    bid: book.best('Buy'),
    ask: book.best('Sell'),
    last: tape.last(),
    session: statistics.session(now),
    rolling: statistics.rolling(now),
    now,
  });
