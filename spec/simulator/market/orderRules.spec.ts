import { createMarket } from '../../../src/simulator/market/market.ts';
import type { OrderRequest } from '../../../src/simulator/market/orderRequest.ts';
import { limit, atMarket, sent, replyTo, rejected } from './orders.ts';
import { accounts, instruments, smallMarket, start } from './script.ts';

describe('an order is refused by the reply', () => {
  it.each([
    ['Invalid_Order_TickSize', 'a price between two increments', limit(1, 'Buy', '1.0', '0.07')],
    ['Invalid_Order_TickSize', 'a price of 0', limit(1, 'Buy', '1.0', '0')],
    ['Invalid_Order_TickSize', 'a price below 0', limit(1, 'Sell', '1.0', '-0.05')],
    [
      'Invalid_Order_TickSize',
      'a cap between two increments',
      atMarket(1, 'Sell', { Quantity: '1', LimitPrice: '0.01' }),
    ],
    ['Invalid_Order_Quantity', 'a quantity between two increments', limit(1, 'Buy', '1.05', '0.10')],
    ['Invalid_Order_Quantity', 'a quantity below the minimum', limit(1, 'Buy', '0.1', '0.10')],
    ['Invalid_Order_Quantity', 'a quantity of 0', limit(1, 'Buy', '0', '0.10')],
    ['Invalid_Order_Quantity', 'a quantity below 0', atMarket(1, 'Sell', { Quantity: '-1' })],
    ['Not_Enough_Funds', 'a buy above the quote balance', limit(1, 'Buy', '4.1', '1.00')],
    ['Not_Enough_Funds', 'a sell above the base balance', limit(1, 'Sell', '9.1', '1.00')],
    ['Not_Enough_Funds', 'a market sell above the base balance', atMarket(1, 'Sell', { Quantity: '9.1' })],
    ['Not_Enough_Funds', 'a value above the quote balance', atMarket(1, 'Buy', { Value: '4.01' })],
  ])('with %s for %s', (reason, _what, request) => {
    const { market } = smallMarket();
    expect(market.sendOrder(request)).toEqual({ reply: rejected(reason), events: [] });
  });

  it('with Not_Enough_Funds for a market buy of more than the book and the balance allow together', () => {
    const { market } = smallMarket();
    sent(market, limit(2, 'Sell', '9.0', '1.00'));
    expect(replyTo(market, atMarket(1, 'Buy', { Quantity: '4.1' }))).toEqual(rejected('Not_Enough_Funds'));
    expect(replyTo(market, atMarket(1, 'Buy', { Quantity: '4.0' }))).toMatchObject({ status: 'Accepted' });
  });

  it('with Not_Enough_Funds for what another order holds already', () => {
    const { market } = smallMarket();
    sent(market, limit(1, 'Buy', '3.0', '1.00'));
    expect(replyTo(market, limit(1, 'Buy', '1.1', '1.00'))).toEqual(rejected('Not_Enough_Funds'));
    expect(replyTo(market, limit(1, 'Buy', '1.0', '1.00'))).toMatchObject({ status: 'Accepted' });
  });

  it('with Invalid_ClientOrderId for that of an open order of the account, but not for 0 or for one that is over', () => {
    const { market } = smallMarket();
    const order = (account: number, ClientOrderId: number): OrderRequest =>
      limit(account, 'Buy', '0.2', '0.05', { ClientOrderId });
    sent(market, order(1, 42), order(1, 0));
    expect(replyTo(market, order(1, 42))).toEqual(rejected('Invalid_ClientOrderId'));
    expect(replyTo(market, order(1, 0))).toMatchObject({ status: 'Accepted' });
    expect(replyTo(market, order(2, 42))).toMatchObject({ status: 'Accepted' });
    market.cancelOrder({ AccountId: 1, ClOrderId: 42 });
    expect(replyTo(market, order(1, 42))).toMatchObject({ status: 'Accepted' });
  });

  it.each([
    ['Market_Paused', 'Paused'],
    ['Market_Closed', 'Stopped'],
  ] as const)('with %s where the market is %s', (reason, SessionStatus) => {
    const closed = instruments.map((instrument) => ({ ...instrument, SessionStatus }));
    const market = createMarket({ seed: 1, now: () => start, instruments: closed, accounts });
    expect(market.sendOrder(limit(1, 'Buy', '1.0', '0.10'))).toEqual({ reply: rejected(reason), events: [] });
  });

  it('with Market_Paused where the market takes post-only orders alone', () => {
    const postOnly = instruments.map((one) => ({ ...one, SessionStatus: 'RunningPostOnly' as const }));
    const market = createMarket({ seed: 1, now: () => start, instruments: postOnly, accounts });
    expect(replyTo(market, limit(1, 'Buy', '1.0', '0.10'))).toEqual(rejected('Market_Paused'));
    expect(replyTo(market, limit(1, 'Buy', '1.0', '0.10', { PostOnly: true }))).toMatchObject({
      status: 'Accepted',
    });
  });

  it.each([
    ['an unknown instrument', { InstrumentId: 99 }, 'Instrument not Found'],
    ['an unknown account', { AccountId: 99 }, 'Account not Found'],
  ])('with 104 for %s', (_what, more, detail) => {
    const { market } = smallMarket();
    expect(market.sendOrder(limit(1, 'Buy', '1.0', '0.10', more))).toEqual({
      reply: { result: false, errormsg: 'Resource Not Found', errorcode: 104, detail },
      events: [],
    });
  });
});
