import { feeAccount } from '../../../src/simulator/market/catalogue.ts';
import { formatDecimal } from '../../../src/simulator/market/decimal.ts';
import { type Market, createMarket } from '../../../src/simulator/market/market.ts';
import { wireText } from '../../../src/simulator/market/wireText.ts';
import { balance, limit, rejected, replyTo, sent } from './orders.ts';
import { accounts, dearInstruments, instruments, right, smallMarket, start } from './script.ts';

const dear = (): Market => smallMarket(1, accounts, dearInstruments).market;
const trade = (market: Market) =>
  sent(market, limit(2, 'Sell', '1.0', '0.50'), limit(1, 'Buy', '1.0', '0.50'));

describe('a trade', () => {
  it('charges maker and taker their rates in what they receive, and pays it to the account of the fees', () => {
    const market = dear();
    const fees = trade(market).flatMap((event) =>
      event._tag === 'OrderTrade'
        ? [[event.payload.MakerTaker, formatDecimal(event.payload.Fee), event.payload.FeeProductId]]
        : [],
    );
    expect(fees).toEqual([
      ['Maker', '0.00500000', 3],
      ['Taker', '0.02000000', 1],
    ]);
    expect(balance(market, 1, 'BTC')).toEqual(['9.98', '0']);
    expect(balance(market, 2, 'USDT')).toEqual(['4.495', '0']);
    expect(balance(market, feeAccount.AccountId, 'BTC')).toEqual(['0.02', '0']);
    expect(balance(market, feeAccount.AccountId, 'USDT')).toEqual(['0.005', '0']);
  });

  it('charges a little where an instrument does not say', () => {
    const market = createMarket({ seed: 1, now: () => start });
    const { maker, taker } = right(market.feeRates(1));
    expect([maker, taker].map(formatDecimal)).toEqual(['0.0005', '0.001']);
  });

  it('writes eight transactions, and tells each account of its own', () => {
    const events = trade(dear()).flatMap((event) => (event._tag === 'Transaction' ? [event] : []));
    const facts = events.map(({ AccountId, payload }) =>
      [
        AccountId,
        payload.TransactionType,
        payload.ProductId,
        payload.CR,
        payload.DR,
        payload.Counterparty,
      ].map((value) => (typeof value === 'object' ? formatDecimal(value) : value)),
    );
    expect(facts).toEqual([
      [2, 'Trade', 1, '0.0', '1.0', 1],
      [1, 'Trade', 1, '1.0', '0.0', 2],
      [1, 'Trade', 3, '0.000', '0.500', 2],
      [2, 'Trade', 3, '0.500', '0.000', 1],
      [2, 'Fee', 3, '0.00000000', '0.00500000', 900],
      [900, 'Fee', 3, '0.00500000', '0.00000000', 2],
      [1, 'Fee', 1, '0.00000000', '0.02000000', 900],
      [900, 'Fee', 1, '0.02000000', '0.00000000', 1],
    ]);
  });
});

describe('orderFee', () => {
  const asked = { AccountId: 1, InstrumentId: 1, Side: 0, Quantity: '0.5', Price: '2', OrderType: 2 };

  it.each([
    ['a buy, in the base product', {}, '{"OrderFee":0.01000000,"ProductId":1}'],
    ['a sell, in the quote product', { Side: 'Sell' }, '{"OrderFee":0.02000000,"ProductId":3}'],
    ['a maker', { Side: 1, MakerTaker: 'Maker' }, '{"OrderFee":0.01000000,"ProductId":3}'],
    [
      'an amount by its other name',
      { Quantity: undefined, Amount: 1 },
      '{"OrderFee":0.02000000,"ProductId":1}',
    ],
  ])('is what would be charged for %s', (_what, fields, expected) => {
    expect(wireText(right(dear().orderFee({ ...asked, ...fields })))).toBe(expected);
  });

  it.each([
    ['an unknown instrument', { InstrumentId: 99 }, 104],
    ['an unknown account', { AccountId: 99 }, 104],
    ['no quantity', { Quantity: undefined }, 100],
    ['no price', { Price: undefined }, 100],
  ])('fails for %s', (_what, fields, errorcode) => {
    expect(dear().orderFee({ ...asked, ...fields })).toMatchObject({ left: { errorcode } });
  });
});

describe('the limits of an account', () => {
  const limited = (limits: { DailyNotionalLimit?: string; MonthlyNotionalLimit?: string }) => {
    let now = start;
    const traders = accounts.map((account) =>
      account.AccountId === 1 ? { ...account, ...limits } : account,
    );
    const market = createMarket({ seed: 1, now: () => now, instruments, accounts: traders });
    return { market, nextDay: () => (now += 86_400_000) };
  };

  it('refuse an order past what may be traded in a day, and take it on the next', () => {
    const { market, nextDay } = limited({ DailyNotionalLimit: '0.8' });
    trade(market);
    expect(replyTo(market, limit(1, 'Buy', '0.7', '0.50'))).toEqual(rejected('Exceeds_Daily_Limit'));
    expect(replyTo(market, limit(1, 'Buy', '0.6', '0.50'))).toMatchObject({ status: 'Accepted' });
    nextDay();
    expect(replyTo(market, limit(1, 'Buy', '0.7', '0.50'))).toMatchObject({ status: 'Accepted' });
  });

  it('refuse an order past what may be traded in a month', () => {
    const { market, nextDay } = limited({ MonthlyNotionalLimit: '0.8' });
    trade(market);
    nextDay();
    expect(replyTo(market, limit(1, 'Buy', '0.7', '0.50'))).toEqual(rejected('Exceeds_Monthly_Limit'));
  });

  it('are none where none are given', () => {
    expect(replyTo(dear(), limit(1, 'Buy', '4.0', '1.00'))).toMatchObject({ status: 'Accepted' });
  });
});
