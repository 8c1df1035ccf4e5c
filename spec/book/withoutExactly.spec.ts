import { createBook } from '../../src/book/book.ts';
import { textsOf } from '../../src/book/ExactLevel.ts';
import { textsIn } from '../../src/book/exactLevels.ts';
import { type ExactOwnOrder, withoutExactly } from '../../src/book/withoutExactly.ts';
import { exactRow } from '../support/books.ts';

const sides = () => {
  const book = createBook(textsOf);
  book.load([exactRow(0, '0.1', '1.50'), exactRow(0, '0.10000000000000001', '2'), exactRow(1, '0.2', '3')]);
  return book.sides();
};
const rest = (orders: readonly ExactOwnOrder[], within?: Parameters<typeof withoutExactly>[2]) => {
  const left = withoutExactly(sides(), orders, within);
  return (['bids', 'asks'] as const).map((side) =>
    [...textsIn(left, side, 9)].map(({ quantity, orders: count }) => `${quantity} of ${count}`),
  );
};

describe('an exact book without own orders', () => {
  it('is less by what remains of each, at its very price', () => {
    expect(rest([{ Side: 'Buy', Price: '0.10', Quantity: '0.7' }])).toEqual([
      ['2 of 3', '0.8 of 2'],
      ['3 of 3'],
    ]);
    expect(rest([{ Side: 'Buy', Price: 0.1, Quantity: 1.5 }])).toEqual([['2 of 3'], ['3 of 3']]);
    expect(rest([{ Side: 'Sell', Price: '0.2', Quantity: '4' }])).toEqual([['2 of 3', '1.50 of 3'], []]);
  });

  it('is less by what is shown of an order alone, where that is told', () => {
    const iceberg = { Side: 'Sell', Price: '0.2', Quantity: '2.5' } as const;
    expect(rest([{ ...iceberg, DisplayQuantity: '0.50' }])[1]).toEqual(['2.5 of 2']);
    expect(rest([{ ...iceberg, DisplayQuantity: '0.0' }])[1]).toEqual(['0.5 of 2']);
    expect(rest([{ ...iceberg, DisplayQuantity: 9 }])[1]).toEqual(['0.5 of 2']);
  });

  it('is the same for orders of another instrument, and for those outside the book', () => {
    const own = { Side: 'Sell', Price: '0.2', Quantity: '1' } as const;
    expect(rest([{ ...own, Instrument: 2 }], { instrument: 1 })).toEqual(rest([]));
    expect(rest([{ ...own, OrderType: 'TrailingStopLimit' }])).toEqual(rest([]));
  });

  it('is the same for orders of no level, of no side, or too young', () => {
    const all = [['2 of 3', '1.50 of 3'], ['3 of 3']];
    expect(rest([{ Side: 'Buy', Price: '0.11', Quantity: '1' }])).toEqual(all);
    expect(rest([{ Side: 'Unknown', Price: '0.1', Quantity: '1' }])).toEqual(all);
    const young = { Side: 'Buy', Price: '0.1', Quantity: '1', ReceiveTime: 95 } as const;
    expect(rest([young], { aged: { now: 100, grace: 10 } })).toEqual(all);
    expect(rest([young], { aged: { now: 100, grace: 5 } })[0]).toEqual(['2 of 3', '0.5 of 2']);
  });
});
