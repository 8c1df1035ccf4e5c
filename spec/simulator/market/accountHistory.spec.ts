import type { AccountTradesRequest } from '../../../src/simulator/market/accountTradesRequest.ts';
import type { TransactionsRequest } from '../../../src/simulator/market/transactionsRequest.ts';
import { formatDecimal } from '../../../src/simulator/market/decimal.ts';
import { limit, sent, states } from './orders.ts';
import { accounts, dearInstruments, right, smallMarket, start } from './script.ts';

/** Account 1 buys at 0.50 from account 2 on both instruments, a second apart: trades 1 to 3. */
const stage = () => {
  const { market, pass } = smallMarket(1, accounts, dearInstruments);
  for (const InstrumentId of [1, 2, 1]) {
    sent(
      market,
      limit(2, 'Sell', '0.4', '0.50', { InstrumentId }),
      limit(1, 'Buy', '0.4', '0.50', { InstrumentId }),
    );
    pass(1000);
  }
  return { market, pass };
};

describe('the executions of an account', () => {
  const { market } = stage();
  const ids = (request: Omit<AccountTradesRequest, 'AccountId'>): readonly number[] =>
    right(market.accountTrades({ AccountId: 1, ...request })).map(({ TradeId }) => TradeId);

  it.each([
    ['all, newest first', {}, [3, 2, 1]],
    ['those of an instrument', { InstrumentId: 1 }, [3, 1]],
    ['one by its trade', { TradeId: 2 }, [2]],
    ['one by its order', { OrderId: 4 }, [2]],
    ['one by its execution', { ExecutionId: 2 }, [1]],
    ['those from a time on', { StartTimeStamp: start + 1000 }, [3, 2]],
    ['those until a time', { EndTimeStamp: start + 1000 }, [2, 1]],
    ['a page', { StartIndex: 1, Depth: 1 }, [2]],
    ['a page by another name', { Count: 2 }, [3, 2]],
    ['all, where a filter is 0', { InstrumentId: 0, TradeId: 0, StartTimeStamp: 0 }, [3, 2, 1]],
  ])('are %s', (_what, request, expected) => {
    expect(ids(request)).toEqual(expected);
  });

  it('are at most 200', () => {
    const busy = smallMarket().market;
    for (let i = 0; i < 201; i += 1) {
      sent(busy, limit(2, 'Sell', '0.2', '0.05'), limit(2, 'Buy', '0.2', '0.05', { InstrumentId: 2 }));
      sent(busy, limit(1, 'Buy', '0.2', '0.05'), limit(1, 'Sell', '0.2', '0.05', { InstrumentId: 2 }));
      busy.deposit(1, 3, 1);
      busy.deposit(2, 1, 1);
      busy.deposit(1, 2, 1);
    }
    expect(right(busy.accountTrades({ AccountId: 1, Depth: 1000 }))).toHaveLength(200);
  });
});

describe('the transactions of an account', () => {
  const { market } = stage();
  const facts = (request: Omit<TransactionsRequest, 'AccountId'>): readonly string[] =>
    right(market.transactions({ AccountId: 1, ...request })).map(
      ({ TransactionType, ReferenceId, ProductId }) => `${TransactionType} ${ReferenceId} ${ProductId}`,
    );

  it.each([
    ['those of a product', { ProductId: 2 }, ['Fee 2 2', 'Trade 2 2', 'Other 2 2']],
    [
      'those of a reference',
      { ReferenceId: 3, TransactionReferenceTypes: ['Trade'] },
      ['Fee 3 1', 'Trade 3 3', 'Trade 3 1'],
    ],
    ['those of a type', { TransactionTypes: ['Fee'] }, ['Fee 3 1', 'Fee 2 2', 'Fee 1 1']],
    [
      'those of two types',
      { TransactionTypes: ['Fee', 'Other'], ProductId: 1 },
      ['Fee 3 1', 'Fee 1 1', 'Other 1 1'],
    ],
    [
      'those of a kind of reference',
      { TransactionReferenceTypes: ['Deposit'] },
      ['Other 3 3', 'Other 2 2', 'Other 1 1'],
    ],
    ['those from a time on', { StartTimestamp: start + 2000 }, ['Fee 3 1', 'Trade 3 3', 'Trade 3 1']],
    ['those until a time', { EndTimeStamp: start, ProductId: 1 }, ['Fee 1 1', 'Trade 1 1', 'Other 1 1']],
    ['a page', { StartIndex: 1, Depth: 2 }, ['Trade 3 3', 'Trade 3 1']],
  ])('are %s', (_what, request, expected) => {
    expect(facts(request)).toEqual(expected);
  });

  it('are all there where nothing is asked for', () => {
    expect(facts({})).toHaveLength(3 * 3 + 3);
  });
});

describe('the statistics of an account', () => {
  it('are of the day, the month and the year, a row for each instrument it traded', () => {
    const { market, pass } = stage();
    const read = () =>
      right(market.accountStatistics(1)).map((row) => [
        row.InstrumentSymbol,
        row.TotalDayBuys,
        row.TotalMonthBuys,
        formatDecimal(row.QuantityBought),
        Number(formatDecimal(row.MonthlyNotionalTradeVolume)),
        row.LastTradeId,
      ]);
    expect(read()).toEqual([
      ['BTCUSDT', 2, 2, '0.8', 0.4, 3],
      ['ETHUSDT', 1, 1, '0.4', 0.2, 2],
    ]);
    pass(86_400_000);
    expect(read()[0]).toEqual(['BTCUSDT', 0, 2, '0', 0.4, 3]);
    expect(right(market.accountStatistics(3))).toEqual([]);
  });
});

describe('the versions of an order', () => {
  it('are one a change, newest first', () => {
    const { market } = smallMarket();
    sent(market, limit(2, 'Sell', '1.0', '0.50'), limit(1, 'Buy', '0.4', '0.50'));
    market.modifyOrder({ AccountId: 2, InstrumentId: 1, OrderId: 1, Quantity: '0.3' });
    market.cancelOrder({ OrderId: 1 });
    const told = right(market.orderVersions(1)).map((payload) => ({
      _tag: 'OrderState' as const,
      AccountId: 2,
      InstrumentId: 1,
      payload,
    }));
    expect(states(told)).toEqual([
      '1 Canceled UserModified 0.4/1.0',
      '1 Working UserModified 0.4/1.0',
      '1 Working Trade 0.4/1.0',
      '1 Working NewInputAccepted 0.0/1.0',
    ]);
    expect(market.orderVersions(99)).toMatchObject({ left: { errorcode: 104 } });
  });
});

it.each(['accountTrades', 'transactions', 'accountStatistics'] as const)(
  '%s answers 104 for an unknown account',
  (name) => {
    const { market } = smallMarket();
    const answers = {
      accountTrades: market.accountTrades({ AccountId: 99 }),
      transactions: market.transactions({ AccountId: 99 }),
      accountStatistics: market.accountStatistics(99),
    };
    expect(answers[name]).toMatchObject({ left: { errorcode: 104, detail: 'Account not Found' } });
  },
);
