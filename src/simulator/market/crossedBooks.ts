import type { BookLevel } from './bookLevel.ts';
import { type Decimal, add, decimalOf } from './decimal.ts';
import type { MarketEvent } from './event.ts';
import { level2Row } from './level2.ts';
import { type Listing, level2ContextOf } from './listing.ts';

/** Tells books crossed that are not. */
export interface CrossedBooks {
  /** A bid above the best ask of every book that has one. */
  readonly cross: () => readonly MarketEvent[];
  /** What there really is at the prices of those bids. */
  readonly uncross: () => readonly MarketEvent[];
}

const told = (listing: Listing, level: BookLevel): MarketEvent => ({
  _tag: 'Level2',
  InstrumentId: listing.instrument.InstrumentId,
  payload: [level2Row(listing.feed.nextId(), 0, level, level2ContextOf(listing))],
});

const emptyBid = ({ instrument }: Listing, price: Decimal, changedAt: number): BookLevel => ({
  ...{ side: 'Buy', price, changedAt, orders: new Map(), count: 0, accounts: 0 },
  size: decimalOf(0n, instrument.QuantityIncrement.scale),
});

/** No book is told crossed yet. */
export const createCrossedBooks = (listings: Iterable<Listing>, now: () => number): CrossedBooks => {
  const crossed = new Map<Listing, Decimal>();
  const cross = (listing: Listing): readonly MarketEvent[] => {
    const ask = listing.book.best('Sell');
    if (ask === undefined || crossed.has(listing)) return [];
    const price = add(ask.price, listing.instrument.PriceIncrement);
    crossed.set(listing, price);
    const { QuantityIncrement } = listing.instrument;
    const bid = { ...emptyBid(listing, price, now()), size: QuantityIncrement, count: 1, accounts: 1 };
    return [told(listing, bid)];
  };
  const uncross = ([listing, price]: readonly [Listing, Decimal]): MarketEvent => {
    const real = listing.book.levels('Buy', Infinity).find((level) => level.price.units === price.units);
    return told(listing, real ?? emptyBid(listing, price, now()));
  };
  return {
    cross: () => [...listings].flatMap(cross),
    uncross: () => {
      const events = [...crossed].map(uncross);
      crossed.clear();
      return events;
    },
  };
};
