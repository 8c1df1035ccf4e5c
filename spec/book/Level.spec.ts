import { levelOf, shownLevel } from '../../src/book/Level.ts';
import { bookRow } from '../support/books.ts';

describe('levelOf', () => {
  it('reads a row', () => {
    expect(levelOf(bookRow(1, 104_300.5, 0.25, 1, 3))).toEqual({
      price: 104_300.5,
      quantity: 0.25,
      orders: 3,
      changedAt: 1_700_000_000_000,
    });
  });

  it('is nothing where the row ends its level', () => {
    expect(levelOf(bookRow(0, 1, 1, 2))).toBeUndefined();
  });

  it('is frozen once it is shown, as all views share it', () => {
    const level = levelOf(bookRow(0, 1, 1));
    expect(level && shownLevel(level)).toBe(level);
    expect(Object.isFrozen(level)).toBe(true);
  });
});
