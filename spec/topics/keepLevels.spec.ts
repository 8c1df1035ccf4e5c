import * as fc from 'fast-check';
import type { Level2Row } from '../../src/codec/records/Level2Row.ts';
import { keepLevels } from '../../src/topics/keepLevels.ts';
import { snapshot, update } from '../../src/topics/SnapshotOrUpdate.ts';

const row = (side: number, price: number, quantity: number, actionType = 0): Level2Row => [
  1,
  1,
  1_700_000_000_000,
  actionType,
  100,
  1,
  price,
  1,
  quantity,
  side,
];

const rowOf = fc
  .tuple(fc.integer({ min: 0, max: 2 }), fc.integer({ min: 1, max: 9 }), fc.nat(2), fc.nat(2))
  .map(([side, price, quantity, actionType]) => row(side, price, quantity, actionType));

/** The same by definition: the last row of each price, unless it ends the level. */
const levelsOf = (rows: readonly Level2Row[], side: number): readonly Level2Row[] =>
  [...new Map(rows.filter((one) => one[9] === side).map((one) => [one[6], one])).values()]
    .filter((one) => one[3] !== 2 && one[8] !== 0)
    .sort((a, b) => (side === 0 ? b[6] - a[6] : a[6] - b[6]));

const bookOf = (rows: readonly Level2Row[]): readonly Level2Row[] => [
  ...levelsOf(rows, 0),
  ...levelsOf(rows, 1),
];

describe('keepLevels', () => {
  it('has no state before the first snapshot', () => {
    expect(keepLevels().now()).toBeUndefined();
  });

  it('holds the last row of each price, bids and asks with the best first', () => {
    fc.assert(
      fc.property(fc.array(rowOf), fc.array(fc.array(rowOf)), (first, updates) => {
        const { take, now } = keepLevels();
        take(snapshot(first));
        for (const rows of updates) take(update(rows));
        expect(now()).toEqual(snapshot(bookOf([...first, ...updates.flat()])));
      }),
    );
  });

  it('starts anew with each snapshot', () => {
    const { take, now } = keepLevels();
    take(snapshot([row(0, 10, 1), row(1, 11, 1)]));
    take(snapshot([row(0, 9, 2)]));
    expect(now()).toEqual(snapshot([row(0, 9, 2)]));
  });

  it('stays right while the price wanders over thousands of levels', () => {
    const { take, now } = keepLevels();
    take(snapshot([]));
    for (let price = 1; price <= 5_000; price++) {
      take(update([row(0, price, 1), row(1, price + 1, 1), row(1, price, 0), row(0, price - 3, 1, 2)]));
    }
    expect(now()).toEqual(snapshot([row(0, 5_000, 1), row(0, 4_999, 1), row(0, 4_998, 1), row(1, 5_001, 1)]));
  });
});
