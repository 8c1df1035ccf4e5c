import type { Level2Row } from '../../src/codec/records/Level2Row.ts';
import { applyRows, beginBook, rowsSince } from '../../src/topics/keptBook.ts';

const row = (id: number, price: number, quantity = 1, action = 0): Level2Row => [
  id,
  1,
  0,
  action,
  0,
  1,
  price,
  1,
  quantity,
  0,
];
const params = { Depth: 2 };

describe('a kept book', () => {
  it('never changes: the next one is another', () => {
    const first = beginBook([row(1, 100)], params);
    const next = applyRows(first, [row(2, 101)], params);
    expect(first.rows()).toHaveLength(1);
    expect(next.rows().map((level) => level[6])).toEqual([101, 100]);
    expect(next.view().best.bid?.price).toBe(101);
  });

  it('is cut to what was asked for, and its rows are the own of who takes them', () => {
    const book = applyRows(beginBook([row(1, 100), row(2, 99)], params), [row(3, 101)], params);
    expect(book.rows().map((level) => level[6])).toEqual([101, 100]);
    expect(book.rows()[0]).not.toBe(book.rows()[0]);
  });

  it('passes over what a snapshot contains', () => {
    const book = beginBook([row(5, 100)], params);
    expect([rowsSince([row(4, 100)], book), rowsSince([row(6, 100)], book)]).toEqual([
      undefined,
      [row(6, 100)],
    ]);
  });
});
