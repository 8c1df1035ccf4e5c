import * as fc from 'fast-check';
import type { Level2Row } from '../../src/codec/records/Level2Row.ts';
import { createBook } from '../../src/book/book.ts';
import { levelOf } from '../../src/book/Level.ts';
import { viewOf } from '../../src/book/view.ts';
import { bookRow, naiveLevels, snapshotRows } from '../support/books.ts';
import { cannotBeMeant } from './support/cannotBeMeant.ts';

const viewFrom = (rows: readonly Level2Row[], depth?: number) => {
  const book = createBook(levelOf);
  book.load(rows);
  return viewOf(book.sides(), depth);
};
const rows = [
  bookRow(0, 104_300.1, 1),
  bookRow(0, 104_300, 2),
  bookRow(0, 104_299, 3),
  bookRow(1, 104_300.4, 0.1),
  bookRow(1, 104_301, 0.2),
];
const view = viewFrom(rows);
const sum = (units: readonly { readonly quantity: number }[]) =>
  units.reduce((total, { quantity }) => total + Math.round(quantity * 10), 0) / 10;

describe('a view', () => {
  it('has the best levels, the spread and the mid', () => {
    expect(view.best.bid?.price).toBe(104_300.1);
    expect(view.best.ask?.price).toBe(104_300.4);
    expect(view.spread).toBe(0.3);
    expect(view.mid).toBe(104_300.25);
  });

  it('leaves out what does not exist', () => {
    const oneSided = viewFrom([bookRow(0, 10, 1)]);
    expect(oneSided.best).toStrictEqual({ bid: levelOf(bookRow(0, 10, 1)) });
    expect('spread' in oneSided || 'mid' in oneSided).toBe(false);
    expect(viewFrom([]).best).toStrictEqual({});
  });

  it('has a negative spread where it is crossed', () => {
    expect(viewFrom([bookRow(0, 11, 1), bookRow(1, 10, 1)])).toMatchObject({ spread: -1, mid: 10.5 });
  });

  it('sums what rests to a price, exact to the digit', () => {
    expect(view.quantityAt('bids', 104_300)).toBe(2);
    expect(view.quantityAt('bids', 104_300.4)).toBe(0);
    expect(view.depthTo('bids', 104_299.5)).toBe(3);
    expect(view.depthTo('asks', 104_301)).toBe(0.3);
    expect(view.depthTo('asks', 104_300)).toBe(0);
  });

  it('fills a buyer from the asks and a seller from the bids', () => {
    expect(view.toFill('Buy', 0.3)).toMatchObject({ worst: 104_301, filled: 0.3, isWhole: true });
    expect(view.toFill('Sell', 2)).toMatchObject({ worst: 104_300, value: 208_600.1, isWhole: true });
    expect(view.toSpend('Sell', 104_300.1)).toMatchObject({ filled: 1, isWhole: true });
    expect(view.toSpend('Buy', 1e9)).toMatchObject({ filled: 0.3, isWhole: false });
  });

  it('has no levels of a count of 0 or less', () => {
    expect([0, -1, -Infinity].map(view.top)).toEqual(Array(3).fill({ bids: [], asks: [] }));
    expect([0, -1].map(view.imbalance)).toEqual([undefined, undefined]);
  });

  it.each(cannotBeMeant)('refuses what cannot be meant: %s', (_call, ask, message) => {
    expect(() => ask(view)).toThrow(RangeError);
    expect(() => ask(view)).toThrow(message);
  });

  it.each(['104300.4', '', null])('takes %p for no price, quantity or value, as it is no number', (text) => {
    const asked = text as never;
    expect(() => view.quantityAt('asks', asked)).toThrow(`A price is a number, not ${text}.`);
    expect(() => view.depthTo('asks', asked)).toThrow(`A price is a number, not ${text}.`);
    expect(() => view.toFill('Buy', asked)).toThrow(`A quantity is a number, not ${text}.`);
    expect(() => view.toSpend('Buy', asked)).toThrow(`A value is a number, not ${text}.`);
  });

  it('weighs bids against asks', () => {
    expect(view.imbalance(1)).toBe(0.9 / 1.1);
    expect(viewFrom([bookRow(0, 10, 1)]).imbalance(5)).toBe(1);
    expect(viewFrom([bookRow(1, 10, 1)]).imbalance(5)).toBe(-1);
    expect(viewFrom([]).imbalance(5)).toBeUndefined();
  });

  it('hands out no level that can be written to, as all views share it', () => {
    const own = viewFrom(rows);
    const { bids, asks } = own.top(2);
    const shown = [own.best.bid, ...bids, ...asks, ...own.levels('bids'), ...own.without([]).levels('asks')];
    expect(shown.map((level) => Object.isFrozen(level))).toEqual(shown.map(() => true));
  });

  it('lets its functions be taken out', () => {
    const { top, levels, toFill } = view;
    expect(top(1).bids).toEqual([view.best.bid]);
    expect([...levels('asks')]).toHaveLength(2);
    expect(toFill('Buy', 0.1).isWhole).toBe(true);
  });

  it('shows as many levels a side as it is deep, to all its functions', () => {
    fc.assert(
      fc.property(snapshotRows(120), fc.integer({ min: 1, max: 130 }), fc.nat(140), (snapshot, depth, n) => {
        const shown = viewFrom(snapshot, depth);
        const [bids, asks] = [0, 1].map((side) => naiveLevels(snapshot, side).slice(0, depth));
        if (bids === undefined || asks === undefined) throw new Error('there are two sides');
        expect([...shown.levels('bids')]).toEqual(bids);
        expect(shown.top(n)).toEqual({ bids: bids.slice(0, n), asks: asks.slice(0, n) });
        expect(shown.toFill('Buy', Infinity).filled).toBe(sum(asks));
        const price = (1_001 + n) / 10;
        expect(shown.quantityAt('asks', price)).toBe(asks.find((one) => one.price === price)?.quantity ?? 0);
        expect(shown.depthTo('asks', price)).toBe(sum(asks.filter((one) => one.price <= price)));
        const [bid, ask] = [sum(bids.slice(0, n)), sum(asks.slice(0, n))];
        expect(shown.imbalance(n)).toBe(bid + ask === 0 ? undefined : (bid - ask) / (bid + ask));
      }),
    );
  });

  it('without own orders is a view of the same depth', () => {
    const cut = viewFrom(rows, 1);
    const rest = cut.without([{ Side: 'Buy', Price: 104_300.1, Quantity: 1 }]);
    expect(rest.top(5).bids.map(({ price }) => price)).toEqual([104_300]);
    expect(rest.spread).toBe(0.4);
    expect(cut.best.bid?.price).toBe(104_300.1);
  });
});
