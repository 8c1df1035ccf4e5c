import Big from 'big.js';
import * as fc from 'fast-check';
import type { Level2Row } from '../../src/codec/records/Level2Row.ts';
import { compareDecimals, isZero } from '../../src/codec/scalars/decimalOrder.ts';
import { createBook } from '../../src/book/book.ts';
import { textsOf } from '../../src/book/ExactLevel.ts';
import { keptRows } from '../../src/book/keptRows.ts';
import { bookRows, exactRow, naiveSide } from '../support/books.ts';

const told = (rows: readonly Level2Row[]) => rows.map((row) => [String(row[6]), String(row[8])]);

const exactRows = fc.array(
  fc
    .tuple(
      fc.constantFrom(0, 1),
      fc.constantFrom(
        '104300.00',
        '104300',
        '104300.1',
        '0.1',
        '0.10000000000000001',
        '0.100000000000000011',
        '9',
      ),
      fc.constantFrom('0', '0.00', '1', '2.50'),
      fc.nat(2),
    )
    .map((row) => exactRow(...row)),
  { maxLength: 10 },
);

describe('kept rows', () => {
  it('are the last row of each price, bids and asks with the best first', () => {
    fc.assert(
      fc.property(bookRows(200), fc.array(bookRows(200)), (first, frames) => {
        const kept = createBook(textsOf);
        kept.load(first);
        for (const frame of frames) kept.apply(frame);
        const rows = [first, ...frames].flat();
        expect(keptRows(kept.sides())).toEqual([...naiveSide(rows, 0), ...naiveSide(rows, 1)]);
      }),
    );
  });

  it('takes 104300.00 and 104300 for one price', () => {
    const kept = createBook(textsOf);
    kept.load([exactRow(0, '104300.00', '1')]);
    kept.apply([exactRow(0, '104300', '2')]);
    expect(told(keptRows(kept.sides()))).toEqual([['104300', '2']]);
    kept.apply([exactRow(0, '1.0430000e5', '0', 2)]);
    expect(keptRows(kept.sides())).toEqual([]);
  });

  it('tells two prices of one double apart, on either side with the best first', () => {
    const kept = createBook(textsOf);
    const [low, high] = ['0.1', '0.10000000000000001'] as const;
    expect(Number(low)).toBe(Number(high));
    kept.load([low, high].flatMap((price) => [exactRow(0, price, '1'), exactRow(1, price, '2')]));
    expect(told(keptRows(kept.sides()))).toEqual([
      [high, '1'],
      [low, '1'],
      [low, '2'],
      [high, '2'],
    ]);
    kept.apply([exactRow(0, high, '0'), exactRow(1, low, '1', 2), exactRow(0, low, '7')]);
    expect(told(keptRows(kept.sides()))).toEqual([
      [low, '7'],
      [high, '2'],
    ]);
  });

  it('are, read exactly, of each price the last row that is not gone', () => {
    fc.assert(
      fc.property(fc.array(exactRows, { minLength: 1 }), ([first = [], ...others]) => {
        const kept = createBook(textsOf);
        kept.load(first);
        for (const frame of others) kept.apply(frame);
        const last = new Map(
          [first, ...others].flat().map((row) => [`${row[9]} ${new Big(String(row[6])).toFixed()}`, row]),
        );
        const alive = [...last.values()].filter((row) => row[3] !== 2 && !isZero(row[8]));
        const side = (which: number) => alive.filter((row) => row[9] === which);
        const upwards = (a: Level2Row, b: Level2Row) => compareDecimals(a[6], b[6]);
        expect(told(keptRows(kept.sides()))).toEqual(
          told([...side(0).sort((a, b) => upwards(b, a)), ...side(1).sort(upwards)]),
        );
      }),
    );
  });
});
