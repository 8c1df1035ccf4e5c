import { isGone } from '../../src/book/isGone.ts';
import { bookRow } from '../support/books.ts';

describe('isGone', () => {
  it('is so for a delete with any quantity and for any action without one', () => {
    expect(isGone(bookRow(0, 1, 5, 2))).toBe(true);
    expect(isGone(bookRow(0, 1, 0, 0))).toBe(true);
    expect(isGone(bookRow(0, 1, 0, 1))).toBe(true);
  });

  it('is not so for a new level or an update', () => {
    expect(isGone(bookRow(0, 1, 5, 0))).toBe(false);
    expect(isGone(bookRow(0, 1, 5, 1))).toBe(false);
  });
});
