import { asyncScheduler } from 'rxjs';
import { createExchange, demoUsers } from '../../../src/simulator/index.ts';
import { marbles } from '../../support/marbles.ts';
import { dialAs, limitOrder } from '../support/dial.ts';

const own = { OMSId: 1, AccountId: 7 };
const beforeMidnight = Date.UTC(2026, 0, 2, 23, 59, 59);

describe('the positions of an account', () => {
  it('tell what it had when the UTC day began, what came and went since, and what is free, by value', () => {
    marbles(({ flush }) => {
      const exchange = createExchange({ startTime: beforeMidnight });
      const call = dialAs(exchange, demoUsers[0]);
      const usdt = (): unknown =>
        (call.ask('GetAccountPositions', own) as readonly { readonly ProductSymbol: string }[]).find(
          ({ ProductSymbol }) => ProductSymbol === 'USDT',
        );
      exchange.market.deposit(7, 3, '10');
      expect(usdt()).toMatchObject({
        StartOfDayBalanceNotional: 0,
        TotalDayInflowsAndOutflowsNotional: 10,
        AvailableBalanceNotional: 250_010,
      });
      asyncScheduler.schedule(() => {
        exchange.market.deposit(7, 3, '5');
        exchange.market.withdraw(7, 3, '20');
        exchange.market.sendOrder(limitOrder(0, '100.00', '1'));
        expect(usdt()).toMatchObject({
          StartOfDayBalanceNotional: 250_010,
          TotalDayInflowsAndOutflowsNotional: -15,
          AvailableBalanceNotional: 249_895,
          MarginLiability: 0,
          MarginLend: 0,
          PendingDepositsNotional: 0,
        });
      }, 2_000);
      flush();
      exchange.close();
    });
  });
});
