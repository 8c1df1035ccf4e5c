import type { Level2Row } from '../../src/codec/records/Level2Row.ts';
import { createBook } from '../../src/book/book.ts';
import { exactLevel } from '../../src/book/ExactLevel.ts';
import { exactViewOf } from '../../src/book/exactView.ts';
import { exactRow } from '../support/books.ts';

const rowsOf = (...rows: readonly Parameters<typeof exactRow>[]) => rows.map((row) => exactRow(...row));

const bookOf = (rows: readonly Level2Row[]) => {
  let twins = 0;
  const book = createBook(
    exactLevel(
      (text) => text,
      () => (twins += 1),
    ),
  );
  book.load(rows);
  return { ...book, twins: () => twins };
};

describe('an exact level', () => {
  it('has its price and quantity to the last digit, and the double that it is looked up by', () => {
    const book = bookOf(rowsOf([0, '104300.00', '123456789.123456789012']));
    expect(book.best()).toEqual({
      bid: {
        at: 104_300,
        key: expect.anything() as unknown,
        price: '104300.00',
        quantity: '123456789.123456789012',
        orders: 3,
        changedAt: 1_700_000_000_000,
      },
    });
    expect(Object.isFrozen(book.best().bid)).toBe(true);
  });

  it('is one for all spellings of a price', () => {
    const book = bookOf(rowsOf([0, '104300.00', '1']));
    book.apply(rowsOf([0, '104300', '2'], [0, '1.043e5', '3'], [0, '104300.0', '0']));
    expect([book.best(), book.twins()]).toEqual([{}, 0]);
  });

  it('tells of two prices that are one double, and the later one has the place', () => {
    const book = bookOf(rowsOf([0, '0.10000000000000001', '1'], [0, '0.1', '2']));
    expect(book.twins()).toBe(1);
    expect(book.best().bid?.quantity).toBe('2');
    book.apply(rowsOf([0, '0.1', '3']));
    expect(book.twins()).toBe(1);
  });

  it('is what the caller makes of the text', () => {
    const book = createBook(
      exactLevel(
        (text) => ({ text }),
        () => undefined,
      ),
    );
    book.load(rowsOf([1, '7.50', '2']));
    expect(exactViewOf(book.sides()).quantityAt('asks', 7.5)).toEqual({ text: '2' });
  });
});
