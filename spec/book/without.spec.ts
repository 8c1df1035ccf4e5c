import * as fc from 'fast-check';
import { createBook } from '../../src/book/book.ts';
import { levelOf } from '../../src/book/Level.ts';
import { levelsOf } from '../../src/book/levelsOf.ts';
import { withoutOrders } from '../../src/book/without.ts';
import { bookRow, snapshotRows } from '../support/books.ts';

const sidesOf = (rows: Parameters<ReturnType<typeof createBook>['load']>[0]) => {
  const book = createBook(levelOf);
  book.load(rows);
  return book.sides();
};
const sides = sidesOf([bookRow(0, 10, 0.3, 0, 2), bookRow(0, 9, 1, 0, 1), bookRow(1, 11, 5, 0, 0)]);
const bids = (...args: Parameters<typeof withoutOrders>) =>
  [...levelsOf(withoutOrders(...args).bids, Infinity)].map(({ price, quantity, orders }) => [
    price,
    quantity,
    orders,
  ]);

describe('withoutOrders', () => {
  it('takes what remains of each order off its level', () => {
    expect(bids(sides, [{ Side: 'Buy', Price: 10, Quantity: 0.1 }])).toEqual([
      [10, 0.2, 1],
      [9, 1, 1],
    ]);
  });

  it('ends a level that is left with nothing', () => {
    const own = [
      { Side: 'Buy', Price: 10, Quantity: 0.1 },
      { Side: 'Buy', Price: 10, Quantity: 0.2 },
    ] as const;
    expect(bids(sides, own)).toEqual([[9, 1, 1]]);
    expect(bids(sides, [{ Side: 'Buy', Price: 9, Quantity: 7 }])).toEqual([[10, 0.3, 2]]);
  });

  it('counts an order where something remains, and none where the venue counts none', () => {
    expect(bids(sides, [{ Side: 'Buy', Price: 9, Quantity: 0.5 }])).toContainEqual([9, 0.5, 1]);
    const { asks } = withoutOrders(sides, [{ Side: 'Sell', Price: 11, Quantity: 1 }]);
    expect([...levelsOf(asks, 1)]).toMatchObject([{ quantity: 4, orders: 0 }]);
  });

  it('passes over orders that the book does not show', () => {
    const own = [
      { Side: 'Sell', Price: 10, Quantity: 1 },
      { Side: 'Buy', Price: 8, Quantity: 1 },
      { Side: 'Unknown', Price: 10, Quantity: 1 },
    ] as const;
    expect(bids(sides, own)).toEqual(bids(sides, []));
  });

  it('leaves orders that are too young where they are', () => {
    const own = [
      { Side: 'Buy', Price: 10, Quantity: 0.1, ReceiveTime: 900 },
      { Side: 'Buy', Price: 9, Quantity: 1, ReceiveTime: 500 },
    ] as const;
    expect(bids(sides, own, { aged: { now: 1_000, grace: 500 } })).toEqual([[10, 0.3, 2]]);
    expect(bids(sides, own, { aged: { now: 1_000, grace: 501 } })).toEqual(bids(sides, []));
  });

  it('takes off what is shown of an order alone, where that is told', () => {
    const iceberg = { Side: 'Buy', Price: 9, Quantity: 0.8, DisplayQuantity: 0.25 } as const;
    expect(bids(sides, [iceberg])).toContainEqual([9, 0.75, 1]);
    expect(bids(sides, [{ ...iceberg, DisplayQuantity: 0 }])).toContainEqual([9, 0.2, 1]);
    expect(bids(sides, [{ ...iceberg, DisplayQuantity: 5 }])).toContainEqual([9, 0.2, 1]);
  });

  it('passes over orders of other instruments, and those outside the book', () => {
    const own = { Side: 'Buy', Price: 9, Quantity: 0.5 } as const;
    expect(bids(sides, [{ ...own, Instrument: 2 }], { instrument: 1 })).toEqual(bids(sides, []));
    expect(bids(sides, [{ ...own, OrderType: 'StopLimit' }])).toEqual(bids(sides, []));
    expect(bids(sides, [{ ...own, Instrument: 1 }], { instrument: 1 })).toContainEqual([9, 0.5, 1]);
  });

  it('changes nothing in the book that it is given', () => {
    fc.assert(
      fc.property(snapshotRows(200), fc.array(fc.nat(199)), (rows, owned) => {
        const given = sidesOf(rows);
        const before = [...levelsOf(given.bids, Infinity)];
        const own = owned.map(
          (index) => ({ Side: 'Buy', Price: (1_000 - index) / 10, Quantity: 3 }) as const,
        );
        const rest = [...levelsOf(withoutOrders(given, own).bids, Infinity)];
        expect([...levelsOf(given.bids, Infinity)]).toEqual(before);
        const subtracted = (price: number) => 30 * own.filter((order) => order.Price === price).length;
        expect(rest.map(({ price, quantity }) => [price, quantity])).toEqual(
          before
            .map(({ price, quantity }) => [price, (Math.round(quantity * 10) - subtracted(price)) / 10])
            .filter(([, quantity = 0]) => quantity > 0),
        );
      }),
    );
  });
});
