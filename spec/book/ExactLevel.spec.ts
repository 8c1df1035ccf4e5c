import { Big } from 'big.js';
import * as fc from 'fast-check';
import type { Level2Row } from '../../src/codec/records/Level2Row.ts';
import { createBook } from '../../src/book/book.ts';
import { bestFirst, createShow, type TextsAt, textsOf } from '../../src/book/ExactLevel.ts';
import { textsIn } from '../../src/book/exactLevels.ts';
import { scaled, textOf } from '../../src/codec/scalars/scaled.ts';
import { allAt } from '../../src/book/twins.ts';
import { exactRow } from '../support/books.ts';

const rowsOf = (...rows: readonly Parameters<typeof exactRow>[]) => rows.map((row) => exactRow(...row));

const bookOf = (rows: readonly Level2Row[]) => {
  const book = createBook(textsOf);
  book.load(rows);
  return book;
};
const told = (there: TextsAt | undefined) =>
  there && allAt(there).map(({ price, quantity }) => `${price} x ${quantity}`);

describe('an exact level', () => {
  it('has its price and quantity to the last digit, as they are written', () => {
    const { bid } = bookOf(rowsOf([0, '104300.00', '123456789.123456789012'])).best();
    expect(bid).toMatchObject({ orders: 3, changedAt: 1_700_000_000_000 });
    expect(told(bid)).toEqual(['104300.00 x 123456789.123456789012']);
  });

  it('is one for all spellings of a price', () => {
    const book = bookOf(rowsOf([0, '104300.00', '1']));
    book.apply(rowsOf([0, '104300', '2'], [0, '1.043e5', '3']));
    expect(told(book.best().bid)).toEqual(['1.043e5 x 3']);
    book.apply(rowsOf([0, '104300.0', '0.00']));
    expect(book.best()).toEqual({});
  });

  it('is one of several where prices are one double, the best first on either side', () => {
    const { bid } = bookOf(rowsOf([0, '0.10000000000000001', '1'], [0, '0.1', '2'])).best();
    if (bid === undefined) throw new Error('there are two');
    expect(bestFirst('bids', bid).map(({ quantity }) => quantity)).toEqual(['1', '2']);
    expect(bestFirst('asks', bid).map(({ quantity }) => quantity)).toEqual(['2', '1']);
  });

  it('is the last that was told of its price and is not gone, whatever frames come', () => {
    const prices = ['104300.00', '104300', '104300.1', '0.1', '0.10000000000000001', '1.043e5'];
    const row = fc.tuple(
      fc.constantFrom(0, 0, 1, 1, 2),
      fc.constantFrom(...prices),
      fc.constantFrom('0', '0.00', '1', '2.50'),
      fc.nat(2),
    );
    fc.assert(
      fc.property(fc.array(fc.array(row, { maxLength: 8 }), { minLength: 1, maxLength: 8 }), (frames) => {
        const [first = [], ...others] = frames;
        const book = bookOf(rowsOf(...first));
        for (const frame of others) book.apply(rowsOf(...frame));
        // The rows of a snapshot are sorted, those of one price stay in their order.
        for (const [which, side] of [
          [0, 'bids'],
          [1, 'asks'],
        ] as const) {
          const last = new Map(
            frames
              .flat()
              .filter(([of]) => of === which)
              .map((one) => [textOf(scaled(one[1])), one]),
          );
          const alive = [...last].filter(
            ([, [, , quantity, action]]) => Number(quantity) > 0 && action !== 2,
          );
          const sorted = alive.sort(([a], [b]) => (which === 0 ? -1 : 1) * new Big(a).cmp(b));
          expect(
            [...textsIn(book.sides(), side, Infinity)].map(({ at, amount }) => [
              textOf(at()),
              textOf(amount()),
            ]),
          ).toEqual(sorted.map(([price, [, , quantity]]) => [price, textOf(scaled(quantity))]));
        }
      }),
      { numRuns: 500 },
    );
  });

  it('is shown as what the caller makes of the text, once', () => {
    let made = 0;
    const show = createShow((text) => {
      made += 1;
      return new Big(text);
    });
    const { ask } = bookOf(rowsOf([1, '7.50', '2'])).best();
    const [level] = ask === undefined ? [] : allAt(ask);
    if (level === undefined) throw new Error('there is one');
    expect(show(level)).toBe(show(level));
    expect(show(level).price.eq('7.5')).toBe(true);
    expect(made).toBe(2);
  });
});
