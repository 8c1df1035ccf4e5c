import type { MarketEvent } from './event.ts';
import type { Floor } from './floor.ts';
import { type Level1, isSameLevel1 } from './level1.ts';
import { type Listing, level1Of, level2ContextOf, touchOf } from './listing.ts';
import { positionAt } from './valuation.ts';

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
    if (product === undefined || !floor.isHeard(accountId)) return [];
    const position = positionAt(floor, accountId, product);
    return [
      {
        _tag: 'AccountPosition',
        AccountId: accountId,
        get payload() {
          return position();
        },
      },
    ];
  });

const transactionEvents = ({ journal, isHeard }: Floor): readonly MarketEvent[] =>
  journal
    .takeNew()
    .filter(({ AccountId }) => isHeard(AccountId))
    .map((payload) => ({ _tag: 'Transaction', AccountId: payload.AccountId, payload }));

const tradeEvents = ({ tape, instrument: { InstrumentId } }: Listing): readonly MarketEvent[] => {
  const payload = tape.takeNew();
  return payload.length === 0 ? [] : [{ _tag: 'Trades', InstrumentId, payload }];
};

const level2Events = (listing: Listing): readonly MarketEvent[] => {
  const changed = listing.book.takeChanged();
  if (changed.length === 0) return [];
  const payload = listing.feed.delta(changed, level2ContextOf(listing));
  return payload.length === 0
    ? []
    : [{ _tag: 'Level2', InstrumentId: listing.instrument.InstrumentId, payload }];
};

const tickerEvents = (listing: Listing): readonly MarketEvent[] =>
  listing.bars
    .takeNew(() => touchOf(listing))
    .map(({ interval, rows }) => ({
      _tag: 'Ticker',
      InstrumentId: listing.instrument.InstrumentId,
      Interval: interval,
      payload: rows,
    }));

/** A publisher that has told everything up to now. */
export const createPublisher = (floor: Floor): Publisher => {
  const told = new Map<number, Level1>();

  const level1Events = (listing: Listing): readonly MarketEvent[] => {
    const { InstrumentId } = listing.instrument;
    const payload = level1Of(listing, floor.clock.now());
    const before = told.get(InstrumentId);
    told.set(InstrumentId, payload);
    return before === undefined || isSameLevel1(before, payload)
      ? []
      : [{ _tag: 'Level1', InstrumentId, payload }];
  };
  const eventsOf = (listing: Listing, after: 'action' | 'tick'): readonly MarketEvent[] => {
    const changes = [...tradeEvents(listing), ...level2Events(listing)];
    const summary = changes.length > 0 || after === 'tick' ? level1Events(listing) : [];
    return [...changes, ...summary, ...tickerEvents(listing)];
  };
  const takeEvents: Publisher['takeEvents'] = (after) => {
    const events = [...transactionEvents(floor), ...positionEvents(floor)];
    for (const listing of floor.listings.values()) events.push(...eventsOf(listing, after));
    return events;
  };

  takeEvents('tick');
  return { takeEvents };
};
