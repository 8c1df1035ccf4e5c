import { takenBy } from '../../src/book/takenBy.ts';

describe('takenBy', () => {
  it('is the other side of the book', () => {
    expect([takenBy('Buy'), takenBy('Sell')]).toEqual(['asks', 'bids']);
  });

  it.each(['buy', 'Short', 0, undefined])(
    'takes %p for neither side, and does not price the wrong one',
    (side) => {
      expect(() => takenBy(side as never)).toThrow(`A taker's side is 'Buy' or 'Sell', not ${String(side)}.`);
      expect(() => takenBy(side as never)).toThrow(RangeError);
    },
  );
});
