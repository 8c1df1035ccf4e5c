import { createBookModel } from './bookModel.ts';

const row = (price: number, quantity: number, action = 0, instrument = 1, id = 5) => [
  ...[id, 1, 0, action, price, 1, price, instrument, quantity, 0],
];
const frame = (...rows: readonly unknown[]): string => JSON.stringify({ o: JSON.stringify(rows) });

describe('createBookModel', () => {
  it('folds what came before the snapshot behind it, and only rows of the book', () => {
    const model = createBookModel();
    model.begin('1', 4);
    model.update(frame(row(100, 2, 0, 1, 6), row(100, 9, 0, 2, 7)));
    expect(model.book(1)).toBeUndefined();

    model.snapshot(4, frame(row(100, 1), row(99, 1)));
    model.update(frame(row(99, 0, 2)));
    expect(model.book(1)).toEqual(new Map([['0 100', 2]]));
  });

  it('leaves out what the snapshot has by its ids, unless its rows are only numbered', () => {
    const [numbered, single] = [
      [1, 2],
      [5, 5],
    ].map(([one = 0, other = 0]) => {
      const model = createBookModel();
      model.begin('1', 4);
      model.update(frame(row(98, 2, 0, 1, 2)));
      model.snapshot(4, frame(row(100, 1, 0, 1, one), row(99, 1, 0, 1, other)));
      return model.book(1)?.size;
    });
    expect([numbered, single]).toEqual([3, 2]);
  });

  it('claims nothing any more once something could not be read, until it begins anew', () => {
    const model = createBookModel();
    model.begin('1', 4);
    model.snapshot(4, frame(row(100, 1)));
    model.update('{"o":"no JSON"}');
    expect(model.book(1)).toBeUndefined();

    expect(model.isUnreadable(1)).toBe(false);
    model.update(JSON.stringify({ o: '[[1,0,0,0,0,0,"x",1,1,0]]' }));
    expect(model.isUnreadable(1)).toBe(true);

    model.begin('1', 6);
    model.snapshot(4, frame(row(98, 1)));
    model.snapshot(6, frame(row(100, 1)));
    expect(model.book(1)).toEqual(new Map([['0 100', 1]]));
  });
});
