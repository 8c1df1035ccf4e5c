import { type Decimal, add, compare, multiply, sum, zero } from '../../../src/simulator/market/decimal.ts';
import { wireText } from '../../../src/simulator/market/wireText.ts';
import { accountIds, holds, playedOut } from './play.ts';
import { right } from './script.ts';

describe('what a market keeps of an account', () => {
  it('is every execution it was told, newest first', () => {
    holds((actions) => {
      const { market, events } = playedOut(actions);
      for (const AccountId of accountIds) {
        const told = events.flatMap((event) =>
          event._tag === 'OrderTrade' && event.AccountId === AccountId ? [event.payload] : [],
        );
        expect(right(market.accountTrades({ AccountId }))).toEqual(told.toReversed().slice(0, 200));
      }
    });
  });

  it('is every transaction it was told, newest first, after what it started with', () => {
    holds((actions) => {
      const { market, events } = playedOut(actions);
      for (const AccountId of accountIds) {
        const told = events.flatMap((event) =>
          event._tag === 'Transaction' && event.AccountId === AccountId ? [event.payload] : [],
        );
        const kept = right(market.transactions({ AccountId }));
        expect(kept.slice(0, told.length)).toEqual(told.toReversed());
        const opening = kept.slice(told.length);
        expect(opening.every(({ ReferenceType }) => ReferenceType === 'Deposit')).toBe(true);
        expect(opening).toHaveLength(AccountId === 900 ? 0 : 3);
      }
    });
  });

  it('is every version of an order it was told, newest first', () => {
    holds((actions) => {
      const { market, events } = playedOut(actions);
      const told = new Map<number, string[]>();
      for (const event of events) {
        if (event._tag !== 'OrderState') continue;
        const { OrderId } = event.payload;
        told.set(OrderId, [wireText(event.payload), ...(told.get(OrderId) ?? [])]);
      }
      for (const [id, versions] of told) {
        expect(right(market.orderVersions(id)).map((version) => wireText(version))).toEqual(versions);
      }
    });
  });

  it('adds up in the statistics of an instrument', () => {
    holds((actions) => {
      const { market } = playedOut(actions);
      for (const AccountId of accountIds) {
        const trades = right(market.accountTrades({ AccountId }));
        const statistics = right(market.accountStatistics(AccountId));
        const bought = sum(statistics.map(({ QuantityBought }) => QuantityBought));
        const notional = sum(statistics.map(({ DailyNotionalTradeVolume }) => DailyNotionalTradeVolume));
        const expected = trades.reduce<readonly [Decimal, Decimal]>(
          ([quantity, value], trade) => [
            trade.Side === 'Buy' ? add(quantity, trade.Quantity) : quantity,
            add(value, multiply(trade.Price, trade.Quantity)),
          ],
          [zero, zero],
        );
        expect([compare(bought, expected[0]), compare(notional, expected[1])]).toEqual([0, 0]);
      }
    });
  });
});
