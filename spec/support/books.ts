import * as fc from 'fast-check';
import * as E from 'fp-ts/lib/Either.js';
import { exactly } from '../../src/codec/fast/exactly.ts';
import { type Level2Row, Level2Rows } from '../../src/codec/records/Level2Row.ts';
import { readDigits } from '../../src/json/exactJson.ts';

/** A row of an order book; by default it is new, or an update. */
export const bookRow = (side: number, price: number, quantity: number, action = 0, orders = 1): Level2Row => [
  1,
  1,
  1_700_000_000_000,
  action,
  100,
  orders,
  price,
  1,
  quantity,
  side,
];

/** Rows of few prices, so that they meet: deletes, zero quantities, and sides that do not exist among them. */
export const bookRows = (prices: number): fc.Arbitrary<readonly Level2Row[]> =>
  fc.array(
    fc
      .tuple(fc.constantFrom(0, 0, 0, 1, 1, 1, 2, 3), fc.nat(prices - 1), fc.nat(9), fc.nat(2), fc.nat(3))
      .map(([side, price, quantity, action, orders]) =>
        bookRow(side, 100 + price / 10, quantity / 10, action, orders),
      ),
    { maxLength: 12 },
  );

/** A snapshot of a book that is not crossed, so many levels a side at most. */
export const snapshotRows = (levels: number): fc.Arbitrary<readonly Level2Row[]> =>
  fc
    .tuple(
      fc.array(fc.integer({ min: 1, max: 99 }), { maxLength: levels }),
      fc.array(fc.integer({ min: 1, max: 99 }), { maxLength: levels }),
    )
    .map(([bids, asks]) => [
      ...bids.map((quantity, index) => bookRow(0, (1_000 - index) / 10, quantity / 10)),
      ...asks.map((quantity, index) => bookRow(1, (1_001 + index) / 10, quantity / 10)),
    ]);

/** One side of a book as a reader of the protocol would write it: of each price the last row, then a sort. */
export const naiveSide = (rows: readonly Level2Row[], side: number): readonly Level2Row[] => {
  const last = new Map<number, Level2Row>();
  for (const row of rows) {
    if (row[9] !== side) continue;
    if (row[3] === 2 || row[8] === 0) last.delete(row[6]);
    else last.set(row[6], row);
  }
  return [...last.values()].sort((a, b) => (side === 0 ? b[6] - a[6] : a[6] - b[6]));
};

/** The same with names. */
export const naiveLevels = (rows: readonly Level2Row[], side: number) =>
  naiveSide(rows, side).map((row) => ({
    price: row[6],
    quantity: row[8],
    orders: row[5],
    changedAt: row[2],
  }));

const exactRowsCodec = exactly(Level2Rows, readDigits);

/** A row as an exact reading has it: its price and its quantity are digits. */
export const exactRow = (side: number, price: string, quantity: string, action = 0): Level2Row => {
  const payload = `[[1,1,1700000000000,${action},100,3,${price},1,${quantity},${side}]]`;
  const [row] = E.getOrElse((): readonly Level2Row[] => [])(exactRowsCodec.decode(readDigits(payload)));
  if (row === undefined) throw new Error(`${payload} is not a row`);
  return row;
};
