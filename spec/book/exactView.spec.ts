import type { Level2Row } from '../../src/codec/records/Level2Row.ts';
import { createBook } from '../../src/book/book.ts';
import { exactLevel } from '../../src/book/ExactLevel.ts';
import { exactViewOf } from '../../src/book/exactView.ts';
import { bookRow } from '../support/books.ts';

const viewFrom = (rows: readonly Level2Row[], depth?: number) => {
  const book = createBook(exactLevel(BigInt, () => undefined));
  book.load(rows);
  return exactViewOf(book.sides(), depth);
};
const rows = [bookRow(0, 10, 1), bookRow(0, 9, 2), bookRow(0, 8, 4), bookRow(1, 11, 8)];
const add = (a: bigint, b: bigint) => a + b;

describe('an exact view', () => {
  it('has the best levels, and of an empty side none', () => {
    expect(viewFrom(rows).best).toMatchObject({ bid: { price: 10n }, ask: { price: 11n } });
    expect(viewFrom([]).best).toStrictEqual({});
  });

  it('looks prices up by their doubles and adds as the caller does', () => {
    const view = viewFrom(rows);
    expect(view.quantityAt('bids', 9)).toBe(2n);
    expect(view.quantityAt('bids', 9.5)).toBeUndefined();
    expect(view.depthTo('bids', 8.5, add)).toBe(3n);
    expect(view.depthTo('asks', 10, add)).toBeUndefined();
  });

  it('shows as many levels as it is deep', () => {
    const view = viewFrom(rows, 2);
    expect([...view.levels('bids')].map(({ at }) => at)).toEqual([10, 9]);
    expect(view.top(1).bids.map(({ at }) => at)).toEqual([10]);
    expect(view.top(9).bids).toHaveLength(2);
    expect(view.quantityAt('bids', 8)).toBeUndefined();
    expect(view.depthTo('bids', 1, add)).toBe(3n);
  });
});
