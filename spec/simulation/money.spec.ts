import { createExchange } from '../../src/simulator/index.ts';
import { watchMoney } from './money.ts';

const prepared = () => {
  const exchange = createExchange({ startTime: 1_700_000_000_000, crowd: 450, crowdInstruments: [1] });
  return { exchange, money: watchMoney(exchange, [7, 8]) };
};

describe('watchMoney', () => {
  it('finds nothing wrong with what accounts trade, for a fee, with the crowd', () => {
    const { exchange, money } = prepared();
    for (const Side of ['Buy', 'Sell', 'Buy'] as const)
      exchange.market.sendOrder({
        ...{ AccountId: 7, InstrumentId: 1, Side, OrderType: 'Market', Quantity: '0.05' },
      });

    expect(exchange.executions(7).length).toBeGreaterThan(2);
    expect(money.wrong()).toEqual([]);
  });

  it('finds money that has come from nowhere, at the account and in all', () => {
    const { exchange, money } = prepared();
    exchange.market.deposit(8, 3, '0.0001');

    expect(money.wrong()).toEqual([
      expect.stringMatching(/^the exchange has .* of product 3/),
      'account 8 has 100000.00010000 of product 3 for 100000.00000000',
    ]);
  });
});
