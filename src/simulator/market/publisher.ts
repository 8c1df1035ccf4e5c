import type { MarketEvent } from './event.ts';
import type { Floor } from './floor.ts';
import { type Listing, level1Of, level2ContextOf, touchOf } from './listing.ts';
import { positionOf } from './valuation.ts';
import { wireText } from './wireText.ts';

/** Finds out what an action changed. */
export interface Publisher {
  /**
   * The events of everything that changed since the last call: transactions, balances, then for each instrument trades,
   * Level 2, Level 1 and bars. What a summary loses by the passing of time alone is told after a tick.
   */
  readonly takeEvents: (after: 'action' | 'tick') => readonly MarketEvent[];
}

const positionEvents = (floor: Floor): readonly MarketEvent[] =>
  floor.ledger.takeChanged().flatMap(({ accountId, productId }): readonly MarketEvent[] => {
    const product = floor.products.get(productId);
    if (product === undefined) return [];
    const payload = positionOf(floor, accountId, product);
    return [{ _tag: 'AccountPosition', AccountId: accountId, payload }];
  });

const transactionEvents = ({ journal }: Floor): readonly MarketEvent[] =>
  journal.takeNew().map((payload) => ({ _tag: 'Transaction', AccountId: payload.AccountId, payload }));

const tradeEvents = ({ tape, instrument: { InstrumentId } }: Listing): readonly MarketEvent[] => {
  const payload = tape.takeNew();
  return payload.length === 0 ? [] : [{ _tag: 'Trades', InstrumentId, payload }];
};

const level2Events = (listing: Listing): readonly MarketEvent[] => {
  const payload = listing.feed.delta(listing.book.takeChanged(), level2ContextOf(listing));
  return payload.length === 0
    ? []
    : [{ _tag: 'Level2', InstrumentId: listing.instrument.InstrumentId, payload }];
};

const tickerEvents = (listing: Listing): readonly MarketEvent[] =>
  listing.bars.takeNew(touchOf(listing)).map(({ interval, rows }) => ({
    _tag: 'Ticker',
    InstrumentId: listing.instrument.InstrumentId,
    Interval: interval,
    payload: rows,
  }));

/** A publisher that has told everything up to now. */
export const createPublisher = (floor: Floor): Publisher => {
  const told = new Map<number, string>();

  const level1Events = (listing: Listing): readonly MarketEvent[] => {
    const { InstrumentId } = listing.instrument;
    const payload = level1Of(listing, floor.clock.now());
    const text = wireText({ ...payload, TimeStamp: undefined });
    const before = told.get(InstrumentId);
    told.set(InstrumentId, text);
    return before === undefined || before === text ? [] : [{ _tag: 'Level1', InstrumentId, payload }];
  };
  const eventsOf = (listing: Listing, after: 'action' | 'tick'): readonly MarketEvent[] => {
    const changes = [...tradeEvents(listing), ...level2Events(listing)];
    const summary = changes.length > 0 || after === 'tick' ? level1Events(listing) : [];
    return [...changes, ...summary, ...tickerEvents(listing)];
  };
  const takeEvents: Publisher['takeEvents'] = (after) => [
    ...transactionEvents(floor),
    ...positionEvents(floor),
    ...[...floor.listings.values()].flatMap((listing) => eventsOf(listing, after)),
  ];

  takeEvents('tick');
  return { takeEvents };
};
