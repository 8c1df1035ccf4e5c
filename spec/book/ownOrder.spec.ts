import { ordersLeft, type Resting, sideOf, type Within } from '../../src/book/ownOrder.ts';

const side = (order: Partial<Resting>, within: Within = {}) => sideOf({ Side: 'Buy', ...order }, within);

describe('an own order', () => {
  it('rests on the side that it takes, if it takes one', () => {
    expect(side({})).toBe('bids');
    expect(side({ Side: 'Sell' })).toBe('asks');
    expect(side({ Side: 'Short' })).toBeUndefined();
  });

  it('rests in the book of its instrument, and in any where one of both is not told', () => {
    expect(side({ Instrument: 1 }, { instrument: 1 })).toBe('bids');
    expect(side({ Instrument: 2 }, { instrument: 1 })).toBeUndefined();
    expect(side({ Instrument: 2 })).toBe('bids');
    expect(side({}, { instrument: 1 })).toBe('bids');
  });

  it.each(['StopMarket', 'StopLimit', 'TrailingStopMarket', 'TrailingStopLimit', 'BlockTrade'] as const)(
    'rests in no book before it was added to one: %s',
    (OrderType) => {
      expect(side({ OrderType })).toBeUndefined();
      expect(side({ OrderType, OrderFlag: '0' })).toBeUndefined();
      expect(side({ OrderType, OrderFlag: 'AddedToBook, PostOnly' })).toBe('bids');
    },
  );

  it('rests where it is a limit order, which is told before it is added', () => {
    expect(side({ OrderType: 'Limit', OrderFlag: '0' })).toBe('bids');
  });

  it('is not looked for while it is too young', () => {
    const aged = { now: 1_000, grace: 100 };
    expect(side({ ReceiveTime: 901 }, { aged })).toBeUndefined();
    expect(side({ ReceiveTime: 900 }, { aged })).toBe('bids');
    expect(side({}, { aged })).toBe('bids');
  });
});

describe('ordersLeft', () => {
  it('is one less, at least one where the venue counts, and none where it does not', () => {
    expect([3, 2, 1, 0].map(ordersLeft)).toEqual([2, 1, 1, 0]);
  });
});
