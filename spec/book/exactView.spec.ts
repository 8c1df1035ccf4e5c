import { Big } from 'big.js';
import * as fc from 'fast-check';
import type { Level2Row } from '../../src/codec/records/Level2Row.ts';
import { createBook } from '../../src/book/book.ts';
import { textsOf } from '../../src/book/ExactLevel.ts';
import { exactViewOf, makingOf } from '../../src/book/exactView.ts';
import { levelOf } from '../../src/book/Level.ts';
import { viewOf } from '../../src/book/view.ts';
import { bookRow, exactRow, snapshotRows } from '../support/books.ts';
import { cannotBeMeant } from './support/cannotBeMeant.ts';

type Row = Parameters<typeof exactRow>;

const viewFrom = (rows: readonly Level2Row[], depth?: number) => {
  const book = createBook(textsOf);
  book.load(rows);
  return exactViewOf(
    book.sides(),
    makingOf((text) => new Big(text)),
    depth,
  );
};
const exactView = (...rows: readonly Row[]) => viewFrom(rows.map((row) => exactRow(...row)));

/** Beyond 2^53: prices and quantities that doubles do not tell apart. */
const view = exactView(
  [0, '9007199254740993.01', '9007199254740993.5'],
  [0, '9007199254740993.00', '0.1'],
  [0, '9007199254740992.99', '0.2'],
  [1, '9007199254740993.04', '0.30'],
  [1, '9007199254740993.03', '1'],
);
const texts = (levels: Iterable<{ readonly price: Big; readonly quantity: Big }>) =>
  [...levels].map(({ price, quantity }) => `${price.toFixed()} x ${quantity.toFixed()}`);

describe('an exact view, in values of big.js', () => {
  it('has prices in their order that are one double, and the best of them', () => {
    expect(Number('9007199254740993.01')).toBe(Number('9007199254740993.03'));
    expect(Number('9007199254740993.00')).toBe(Number('9007199254740992.99'));
    expect(texts(view.levels('bids'))).toEqual([
      '9007199254740993.01 x 9007199254740993.5',
      '9007199254740993 x 0.1',
      '9007199254740992.99 x 0.2',
    ]);
    expect(texts(view.top(1).asks)).toEqual(['9007199254740993.03 x 1']);
    expect(view.best.bid?.price.toFixed()).toBe('9007199254740993.01');
    expect(view.best.ask).toBe(view.top(9).asks[0]);
  });

  it('has the spread and the mid, and of an empty side none', () => {
    expect(view.spread?.toFixed()).toBe('0.02');
    expect(view.mid?.toFixed()).toBe('9007199254740993.02');
    const oneSided = exactView([0, '1', '1']);
    expect('spread' in oneSided || 'mid' in oneSided).toBe(false);
    expect(exactView().best).toStrictEqual({});
  });

  it('looks prices up by their digits in whatever spelling, and sums exactly', () => {
    expect(view.quantityAt('bids', '9007199254740993.0').toFixed()).toBe('0.1');
    expect(view.quantityAt('bids', '9007199254740993.02').toFixed()).toBe('0');
    expect(view.depthTo('bids', '9007199254740993').toFixed()).toBe('9007199254740993.6');
    expect(view.depthTo('asks', '9007199254740993.035').toFixed()).toBe('1');
    expect(view.depthTo('asks', '9007199254740993.02').toFixed()).toBe('0');
  });

  it('fills a taker to the last digit', () => {
    const { vwap, worst, filled, value, isWhole } = view.toFill('Buy', '1.1');
    expect([worst, filled, value].map((one) => one?.toFixed())).toEqual([
      '9007199254740993.04',
      '1.1',
      '9907919180215092.334',
    ]);
    expect(vwap?.toFixed()).toBe('9007199254740993.0309090909090909091');
    expect(isWhole).toBe(true);
    const short = view.toFill('Buy', 2);
    expect([short.filled.toFixed(), short.isWhole]).toEqual(['1.3', false]);
    const spent = view.toSpend('Sell', '9007199254740993.01');
    expect([spent.filled.toFixed(), spent.value.toFixed()]).toEqual(['1', '9007199254740993.01']);
  });

  it('is at once whole with nothing asked', () => {
    for (const ask of [view.toFill, view.toSpend]) {
      expect(ask('Buy', 0)).toStrictEqual({ filled: new Big(0), value: new Big(0), isWhole: true });
    }
  });

  it.each(cannotBeMeant)('refuses what cannot be meant: %s', (_call, ask, message) => {
    expect(() => ask(view)).toThrow(RangeError);
    expect(() => ask(view)).toThrow(message);
  });

  it.each(['one', '', '1,5', null])(
    'takes %p for no price, quantity or value, as it is no decimal',
    (text) => {
      const asked = text as never;
      const message = `is a decimal, as a text or a number, not ${text}.`;
      expect(() => view.quantityAt('asks', asked)).toThrow(`A price ${message}`);
      expect(() => view.depthTo('asks', asked)).toThrow(`A price ${message}`);
      expect(() => view.toFill('Buy', asked)).toThrow(`A quantity ${message}`);
      expect(() => view.toSpend('Buy', asked)).toThrow(`A value ${message}`);
    },
  );

  it('weighs bids against asks by exact sums', () => {
    expect(view.imbalance(9)).toBe(0.999_999_999_999_999_7);
    expect(exactView([0, '10', '0.9'], [1, '11', '1.1']).imbalance(1)).toBe(-0.1);
    expect(exactView().imbalance(5)).toBeUndefined();
  });

  it('leaves out own orders by their very prices', () => {
    const rest = view.without([
      { Side: 'Buy', Price: '9007199254740993.010', Quantity: '9007199254740993.4' },
      { Side: 'Buy', Price: '9007199254740993', Quantity: '0.10' },
      { Side: 'Sell', Price: '9007199254740993.035', Quantity: '5' },
    ]);
    expect(texts(rest.levels('bids'))).toEqual(['9007199254740993.01 x 0.1', '9007199254740992.99 x 0.2']);
    expect(texts(rest.levels('asks'))).toEqual(texts(view.levels('asks')));
    expect(texts(view.levels('bids'))).toHaveLength(3);
  });

  it('says the same as the plain view where doubles suffice, at every depth', () => {
    fc.assert(
      fc.property(snapshotRows(90), fc.integer({ min: 1, max: 99 }), fc.nat(99), (rows, depth, n) => {
        const book = createBook(levelOf);
        book.load(rows);
        const plain = viewOf(book.sides(), depth);
        const exactly = viewFrom(rows, depth);
        const price = 100 + n / 100;
        const numbers = (filling: object) =>
          Object.fromEntries(
            Object.entries(filling).map(([key, value]) => [
              key,
              value instanceof Big ? Number(value) : value,
            ]),
          );
        expect([exactly.spread, exactly.mid].map((one) => one && Number(one))).toEqual([
          plain.spread,
          plain.mid,
        ]);
        for (const side of ['bids', 'asks'] as const) {
          expect([...exactly.levels(side)].map(numbers)).toEqual([...plain.levels(side)]);
          expect(Number(exactly.quantityAt(side, price))).toBe(plain.quantityAt(side, price));
          expect(Number(exactly.depthTo(side, price))).toBe(plain.depthTo(side, price));
        }
        for (const takerSide of ['Buy', 'Sell'] as const) {
          const { vwap, ...rest } = plain.toFill(takerSide, n);
          const { vwap: mean, ...others } = exactly.toFill(takerSide, n);
          expect(numbers(others)).toEqual(rest);
          expect(Number(mean ?? 0)).toBeCloseTo(vwap ?? 0, 9);
        }
        expect(exactly.imbalance(n) ?? 0).toBeCloseTo(plain.imbalance(n) ?? 0, 12);
      }),
    );
  });

  it.each([Infinity, -Infinity, 0, -0, -1, 0.5, 1e-30, 1e300])(
    'says the same as the plain view where it is asked for %p',
    (odd) => {
      const rows = [bookRow(0, 99, 1), bookRow(0, 98, 2), bookRow(1, 101, 1), bookRow(1, 102, 2)];
      const book = createBook(levelOf);
      book.load(rows);
      const plain = viewOf(book.sides());
      const exactly = viewFrom(rows);
      const countIn = ({ top }: { readonly top: (n: number) => { readonly bids: readonly unknown[] } }) =>
        top(Math.ceil(odd)).bids.length;
      expect(countIn(exactly)).toBe(countIn(plain));
      expect(exactly.imbalance(Math.ceil(odd))).toBe(plain.imbalance(Math.ceil(odd)));
      for (const side of ['bids', 'asks'] as const) {
        expect(Number(exactly.quantityAt(side, odd))).toBe(plain.quantityAt(side, odd));
        expect(Number(exactly.depthTo(side, odd))).toBe(plain.depthTo(side, odd));
      }
      for (const ask of ['toFill', 'toSpend'] as const) {
        const [ours, theirs] = [exactly[ask]('Sell', odd), plain[ask]('Sell', odd)];
        expect(ours.isWhole).toBe(theirs.isWhole);
        expect(Number(ours.value)).toBeCloseTo(theirs.value, 9);
        expect(Number(ours.filled)).toBeCloseTo(theirs.filled, 9);
      }
    },
  );

  it('reads numbers too', () => {
    expect(viewFrom([bookRow(0, 10, 1)]).best.bid?.price.toFixed()).toBe('10');
  });
});
