import * as fc from 'fast-check';
import type { Level2Row } from '../../src/codec/records/Level2Row.ts';
import {
  applyRows,
  beginBook,
  type KeptBook,
  newestOf,
  publishBook,
  rowsSince,
} from '../../src/topics/keptBook.ts';
import { bookRows, snapshotRows } from '../support/books.ts';

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
  it('never changes once it is published: the next one is another', () => {
    const first = publishBook(beginBook([row(1, 100)], params));
    const next = applyRows(first, [row(2, 101)], params);
    expect(first.rows()).toHaveLength(1);
    expect(next.rows().map((level) => level[6])).toEqual([101, 100]);
    expect(next.view().best.bid?.price).toBe(101);
  });

  it('gives views and rows that never change, as a draft too', () => {
    const draft = beginBook([row(1, 100)], params);
    const told = [draft.view(), draft.rows()] as const;
    applyRows(draft, [row(2, 101), row(3, 100, 7)], params);
    expect([told[0].best.bid, told[0].top(9).bids.length]).toMatchObject([{ price: 100, quantity: 1 }, 1]);
    expect(told[1]).toHaveLength(1);
    expect(draft.view().best.bid?.price).toBe(101);
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

  it('is the same whether it was a draft for some of its frames, all of them, or none', () => {
    const told = (book: KeptBook) => [book.rows(), book.view(), newestOf(book)?.knownTo()];
    fc.assert(
      fc.property(
        snapshotRows(6),
        fc.array(bookRows(12), { minLength: 1 }),
        fc.nat(9),
        (first, frames, when) => {
          const Depth = { Depth: 5 };
          const after = (from: KeptBook, rows: readonly (readonly Level2Row[])[]): KeptBook =>
            rows.reduce((book, frame) => applyRows(book, frame, Depth), from);
          const begin = () => beginBook(first, Depth);
          const whole = after(publishBook(begin()), frames);
          const draft = after(begin(), frames);
          const half = after(publishBook(after(begin(), frames.slice(0, when))), frames.slice(when));
          expect(JSON.stringify(told(publishBook(draft)))).toBe(JSON.stringify(told(whole)));
          expect(JSON.stringify(told(publishBook(half)))).toBe(JSON.stringify(told(whole)));
          expect(draft.rows()).toEqual(whole.rows());
        },
      ),
    );
  });

  it('keeps what it was told when the taker of a frame writes into its rows', () => {
    const frame = [[...row(2, 101)]] as unknown as readonly Level2Row[];
    const book = applyRows(beginBook([row(1, 100)], params), frame, params);
    (frame[0] as unknown as number[])[8] = 99;
    expect(book.view().best.bid?.quantity).toBe(1);
  });
});
