import { feeAccount } from '../../../src/simulator/market/catalogue.ts';
import { type Decimal, add, multiply, subtract, zero } from '../../../src/simulator/market/decimal.ts';
import { freshMarket } from './fullScript.ts';
import { text, positionsOf, play, playedOut, holds } from './play.ts';

describe('balances', () => {
  it('change by what the account has traded, less its fees, and by what came and went', () => {
    holds((actions) => {
      const expected = new Map(
        positionsOf(freshMarket().market).map(({ AccountId, ProductId, Amount }) => [
          `${AccountId}/${ProductId}`,
          Amount,
        ]),
      );
      const change = (account: number, product: number, value: Decimal, isIn: boolean): void => {
        const key = `${account}/${product}`;
        const before = expected.get(key) ?? zero;
        expected.set(key, isIn ? add(before, value) : subtract(before, value));
      };
      const { market, events } = playedOut(actions);
      for (const event of events) {
        if (event._tag === 'OrderTrade') {
          const { AccountId, InstrumentId, Side, Quantity, Price, Fee, FeeProductId } = event.payload;
          change(AccountId, InstrumentId, Quantity, Side === 'Buy');
          change(AccountId, 3, multiply(Price, Quantity), Side === 'Sell');
          change(AccountId, FeeProductId, Fee, false);
          change(feeAccount.AccountId, FeeProductId, Fee, true);
        } else if (event._tag === 'Deposit') {
          change(event.AccountId, event.payload.ProductId, event.payload.Quantity, true);
        } else if (event._tag === 'WithdrawTicket' && event.payload.Status === 'FullyProcessed') {
          change(event.AccountId, event.payload.AssetId, event.payload.Amount, false);
        }
      }
      expect(positionsOf(market).map(({ Amount }) => text(Amount))).toEqual([...expected.values()].map(text));
    });
  });

  it('are told whenever they change', () => {
    holds((actions) => {
      const told = new Map<string, string>();
      const tell = (key: string, amount: Decimal, hold: Decimal) =>
        told.set(key, `${text(amount)} ${text(hold)}`);
      const { market } = freshMarket();
      for (const { AccountId, ProductId, Amount, Hold } of positionsOf(market)) {
        tell(`${AccountId}/${ProductId}`, Amount, Hold);
      }
      play(actions, (played, events) => {
        for (const event of events) {
          if (event._tag !== 'AccountPosition') continue;
          tell(`${event.AccountId}/${event.payload.ProductId}`, event.payload.Amount, event.payload.Hold);
        }
        const now = positionsOf(played).map(({ AccountId, ProductId, Amount, Hold }) => [
          `${AccountId}/${ProductId}`,
          `${text(Amount)} ${text(Hold)}`,
        ]);
        expect(Object.fromEntries(told)).toEqual(Object.fromEntries(now));
      });
    });
  });
});
