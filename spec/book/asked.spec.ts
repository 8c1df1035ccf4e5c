import { countAsked, decimalAsked, numberAsked, sideAsked, takenBy } from '../../src/book/asked.ts';

describe('takenBy', () => {
  it('is the other side of the book', () => {
    expect([takenBy('Buy'), takenBy('Sell')]).toEqual(['asks', 'bids']);
  });

  it.each(['buy', 'Short', 'toString', 0, undefined, null, Symbol('Buy')])(
    'takes %p for neither side, and does not price the wrong one',
    (side) => {
      expect(() => takenBy(side as never)).toThrow(`A taker's side is 'Buy' or 'Sell', not ${String(side)}.`);
      expect(() => takenBy(side as never)).toThrow(RangeError);
    },
  );
});

describe('what is asked of a book', () => {
  it('is what it was where it can be meant', () => {
    expect([sideAsked('bids'), sideAsked('asks')]).toEqual(['bids', 'asks']);
    expect([Infinity, 5, 0, -1].map(countAsked)).toEqual([Infinity, 5, 0, -1]);
    expect([-0.5, Infinity].map((value) => numberAsked('A price', value))).toEqual([-0.5, Infinity]);
    const decimals = [1, Infinity, '1.50', '-1e3'];
    expect(decimals.map((value) => decimalAsked('A price', value))).toEqual(decimals);
  });

  it('is never shown as the text of an object, which may throw', () => {
    expect(() => numberAsked('A price', Object.create(null) as never)).toThrow(
      'A price is a number, not an object.',
    );
  });
});
