import { createExchange } from '../../../src/simulator/index.ts';
import { limitOrder } from '../support/dial.ts';

describe('what is true at an exchange', () => {
  it('is told of orders, executions, balances and books, whatever the faults make it say', () => {
    const exchange = createExchange();
    const { market } = exchange;
    exchange.begin({ does: 'historyLag', by: 60_000 });
    market.sendOrder({ ...limitOrder(0, '100.00', '1'), ClientOrderId: 5 });
    market.sendOrder(limitOrder(1, '100.00', '0.25', 8));
    market.sendOrder(limitOrder(1, '110.00', '0.2', 8));

    expect(exchange.orders(7)).toEqual([
      {
        ...{ OrderId: 1, ClientOrderId: 5, OrigOrderId: 1, AccountId: 7, InstrumentId: 1 },
        ...{ Side: 'Buy', OrderType: 'Limit', OrderState: 'Working', ChangeReason: 'Trade' },
        ...{ Price: '100.00', OrigQuantity: '1.000000', Quantity: '0.750000', QuantityExecuted: '0.250000' },
      },
    ]);
    expect(exchange.executions(7)).toMatchObject([
      { OrderId: 1, ClientOrderId: 5, Price: '100.00', Quantity: '0.250000', MakerTaker: 'Maker' },
    ]);
    expect(exchange.balances(7)).toContainEqual(
      expect.objectContaining({ ProductSymbol: 'USDT', Hold: '75.00000000' }),
    );
    expect(exchange.book(1)).toEqual({
      bids: [{ Price: '100.00', Quantity: '0.750000', NumberOfOrders: 1 }],
      asks: [{ Price: '110.00', Quantity: '0.200000', NumberOfOrders: 1 }],
    });
    exchange.close();
  });

  it('has every order that was accepted, oldest first, and counts those that are no longer kept', () => {
    const exchange = createExchange();
    for (let id = 1; id <= 1_100; id += 1) {
      exchange.market.sendOrder({ ...limitOrder(0, '100.00', '1'), ClientOrderId: id });
      exchange.market.cancelAllOrders({ accountIds: [7] });
    }
    exchange.market.sendOrder({ ...limitOrder(0, '0.001', '1') });

    expect(exchange.orders(7).map(({ ClientOrderId }) => ClientOrderId)).toEqual(
      Array.from({ length: 1_000 }, (_, index) => index + 101),
    );
    expect(exchange.orderCount(7)).toBe(1_100);
    exchange.close();
  });

  it('is nothing of what is not there', () => {
    const exchange = createExchange();

    expect([exchange.orders(99), exchange.orderCount(99), exchange.executions(99)]).toEqual([[], 0, []]);
    expect([exchange.balances(99), exchange.book(99)]).toEqual([[], { bids: [], asks: [] }]);
    exchange.close();
  });
});
