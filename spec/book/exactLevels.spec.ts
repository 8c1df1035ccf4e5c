import { textOf } from '../../src/codec/scalars/scaled.ts';
import { createBook } from '../../src/book/book.ts';
import { textsOf } from '../../src/book/ExactLevel.ts';
import { amountAt, amountOf, bestTextsOf, downTo, imbalanceOf, textsIn } from '../../src/book/exactLevels.ts';
import { exactRow } from '../support/books.ts';

const book = createBook(textsOf);
book.load([
  exactRow(0, '0.1', '1'),
  exactRow(0, '0.10000000000000001', '2'),
  exactRow(0, '0.09', '4'),
  exactRow(1, '0.1', '1'),
  exactRow(1, '0.10000000000000001', '2'),
]);
const sides = book.sides();
const quantities = (side: 'bids' | 'asks', depth: number) =>
  [...textsIn(sides, side, depth)].map(({ quantity }) => quantity);

describe('the levels of an exact book', () => {
  it('are as many as are wanted, the best first, also where several are one double', () => {
    expect([1, 2, 9].map((depth) => quantities('bids', depth))).toEqual([['2'], ['2', '1'], ['2', '1', '4']]);
    expect([0, 1, 2].map((depth) => quantities('asks', depth))).toEqual([[], ['1'], ['1', '2']]);
    expect(bestTextsOf(sides, 'bids')?.quantity).toBe('2');
    expect(bestTextsOf(createBook(textsOf).sides(), 'asks')).toBeUndefined();
  });

  it('sum up to a price, and at a price', () => {
    const bids = () => textsIn(sides, 'bids', 9);
    expect(textOf(amountOf(downTo(bids(), 'bids', '0.1')))).toBe('3');
    expect(textOf(amountOf(downTo(bids(), 'bids', 'none')))).toBe('0');
    expect(textOf(amountAt(bids(), 'bids', '0.100'))).toBe('1');
    expect(textOf(amountAt(bids(), 'bids', '0.095'))).toBe('0');
  });

  it('weigh against each other', () => {
    const at = (units: bigint) => ({ units, scale: 0 });
    expect([imbalanceOf(at(3n), at(1n)), imbalanceOf(at(1n), at(3n)), imbalanceOf(at(0n), at(0n))]).toEqual([
      0.5,
      -0.5,
      undefined,
    ]);
  });
});
