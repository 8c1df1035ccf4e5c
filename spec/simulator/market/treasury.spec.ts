import { formatDecimal } from '../../../src/simulator/market/decimal.ts';
import type { MarketEvent } from '../../../src/simulator/market/event.ts';
import { wireText } from '../../../src/simulator/market/wireText.ts';
import { balance, limit, sent } from './orders.ts';
import { right, smallMarket, start } from './script.ts';

const tags = (events: readonly MarketEvent[]): readonly string[] => events.map(({ _tag }) => _tag);
const payloads = (events: readonly MarketEvent[], tag: MarketEvent['_tag']) =>
  events.flatMap((event) => (event._tag === tag ? [event.payload] : []));
const btc = (market: ReturnType<typeof smallMarket>['market']) => {
  const [position] = right(market.positions(1));
  if (position === undefined) throw new Error('No position.');
  return position;
};

describe('deposit', () => {
  it('tells its ticket, what is pending, the deposit, the transaction and the balance', () => {
    const { market } = smallMarket();
    const { reply, events } = market.deposit(1, 1, '2.5');
    expect(reply).toMatchObject({ result: true });
    expect(tags(events)).toEqual([
      'DepositTicket',
      'PendingDeposit',
      'DepositTicket',
      'PendingDeposit',
      'Deposit',
      'Transaction',
      'AccountPosition',
    ]);
    expect(payloads(events, 'DepositTicket')).toMatchObject([
      { AccountId: 1, AssetId: 1, Status: 'New', CreatedTimestamp: new Date(start).toISOString() },
      { AccountId: 1, AssetId: 1, Status: 'FullyProcessed' },
    ]);
    expect(wireText(payloads(events, 'PendingDeposit'))).toBe(
      '[{"AccountId":1,"AssetId":1,"TotalPendingDepositValue":2.50000000},' +
        '{"AccountId":1,"AssetId":1,"TotalPendingDepositValue":0.00000000}]',
    );
    expect(wireText(payloads(events, 'Deposit'))).toBe(
      '[{"OMSId":1,"AccountId":1,"ProductId":1,"Quantity":2.50000000,"SubAccountId":0}]',
    );
    expect(payloads(events, 'Transaction')).toMatchObject([
      { TransactionType: 'Other', ReferenceType: 'Deposit', Counterparty: 0 },
    ]);
    expect(balance(market, 1, 'BTC')).toEqual(['11.5', '0']);
  });

  it('counts in the totals of its day, month and year, and what it was worth', () => {
    const { market, pass } = smallMarket();
    sent(market, limit(2, 'Sell', '1.0', '0.50'), limit(3, 'Buy', '1.0', '0.50'));
    market.deposit(1, 1, 2);
    market.deposit(1, 1, '0.5');
    const { TotalDayDeposits, TotalYearDeposits, TotalDayDepositNotional } = btc(market);
    expect([TotalDayDeposits, TotalYearDeposits].map(formatDecimal)).toEqual(['2.50000000', '2.50000000']);
    expect(Number(formatDecimal(TotalDayDepositNotional))).toBe(1.25);
    pass(86_400_000);
    expect(formatDecimal(btc(market).TotalDayDeposits)).toBe('0.0');
    expect(formatDecimal(btc(market).TotalMonthDeposits)).toBe('2.50000000');
  });
});

describe('withdraw', () => {
  it('tells its ticket, the transaction and the balance', () => {
    const { market } = smallMarket();
    const { reply, events } = market.withdraw(1, 1, '2.5');
    expect(reply).toMatchObject({ result: true });
    expect(tags(events)).toEqual(['WithdrawTicket', 'WithdrawTicket', 'Transaction', 'AccountPosition']);
    expect(payloads(events, 'WithdrawTicket')).toMatchObject([
      { Status: 'New' },
      { Status: 'FullyProcessed' },
    ]);
    expect(payloads(events, 'Transaction')).toMatchObject([{ ReferenceType: 'Withdraw' }]);
    expect(balance(market, 1, 'BTC')).toEqual(['6.5', '0']);
    expect(formatDecimal(btc(market).TotalDayWithdraws)).toBe('2.50000000');
  });

  it('leaves what open orders may spend', () => {
    const { market } = smallMarket();
    sent(market, limit(1, 'Sell', '5.0', '0.50'));
    expect(market.withdraw(1, 1, '4.1')).toEqual({
      reply: { result: false, errormsg: 'Invalid Request', errorcode: 100, detail: 'Insufficient Balance' },
      events: [],
    });
    expect(market.withdraw(1, 1, '4').reply).toMatchObject({ result: true });
  });
});

describe.each(['deposit', 'withdraw'] as const)('%s', (kind) => {
  it.each([
    ['an unknown account', [99, 1, 1], 104],
    ['an unknown product', [1, 99, 1], 104],
    ['an amount of 0', [1, 1, 0], 100],
    ['an amount below 0', [1, 1, -1], 100],
    ['an amount that is no number', [1, 1, 'much'], 100],
    ['more decimal places than the product has', [1, 1, '0.000000001'], 100],
  ] as const)('refuses %s', (_what, [account, product, amount], errorcode) => {
    const outcome = smallMarket().market[kind](account, product, amount);
    expect(outcome).toMatchObject({ reply: { result: false, errorcode }, events: [] });
  });
});
