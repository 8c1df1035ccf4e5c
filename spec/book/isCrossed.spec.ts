import { comparePrices, isCrossed } from '../../src/book/isCrossed.ts';

const at = (bid: number, ask: number) => ({ bid: { price: bid }, ask: { price: ask } });

describe('isCrossed', () => {
  it('is so where the bid is above the ask', () => {
    expect(isCrossed(at(11, 10), comparePrices)).toBe(true);
    expect(isCrossed(at(11, 10), comparePrices, { locked: 'fine' })).toBe(true);
  });

  it('is so where they are equal, unless that is fine', () => {
    expect(isCrossed(at(10, 10), comparePrices)).toBe(true);
    expect(isCrossed(at(10, 10), comparePrices, { locked: 'fine' })).toBe(false);
  });

  it('is not so with a spread, or without one of the sides', () => {
    expect(isCrossed(at(9, 10), comparePrices)).toBe(false);
    expect(isCrossed({ bid: { price: 10 } }, comparePrices)).toBe(false);
    expect(isCrossed({ ask: { price: 10 } }, comparePrices)).toBe(false);
    expect(isCrossed({}, comparePrices)).toBe(false);
  });
});
