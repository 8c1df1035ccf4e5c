import { createTouch } from '../../src/book/touch.ts';
import { bookRow } from '../support/books.ts';

// That it has the best of the book after every frame, book.spec.ts tells.
describe('a touch', () => {
  it('has the best price of each side and what rests there', () => {
    const touch = createTouch();
    touch.load([bookRow(0, 10, 1), bookRow(0, 9, 2), bookRow(1, 11, 3), bookRow(1, 12, 4)]);
    expect(touch.best()).toEqual({ bid: { price: 10, quantity: 1 }, ask: { price: 11, quantity: 3 } });
    touch.apply([bookRow(0, 10, 0), bookRow(1, 10.5, 7)]);
    expect(touch.best()).toEqual({ bid: { price: 9, quantity: 2 }, ask: { price: 10.5, quantity: 7 } });
  });

  it('leaves out a side without levels', () => {
    const touch = createTouch();
    expect(touch.best()).toStrictEqual({});
    touch.apply([bookRow(1, 11, 3)]);
    expect(touch.best()).toStrictEqual({ ask: { price: 11, quantity: 3 } });
  });

  it('counts rows of an unknown side and keeps to its window', () => {
    const touch = createTouch();
    expect(touch.load([bookRow(0, 10, 1), bookRow(0, 9, 1), bookRow(2, 9, 1)])).toBe(1);
    touch.trim(1);
    expect(touch.apply([bookRow(0, 10, 0), bookRow(3, 1, 1)])).toBe(1);
    expect(touch.best()).toStrictEqual({});
  });
});
