import { formatDecimal } from '../../../src/simulator/market/decimal.ts';
import { balance, lastState, limit, sent, states } from './orders.ts';
import { smallMarket } from './script.ts';

/** Orders 1 and 2 of accounts 1 and 2, both selling 1.0 at 0.50. */
const stage = () => {
  const { market } = smallMarket();
  sent(market, limit(1, 'Sell', '1.0', '0.50'), limit(2, 'Sell', '1.0', '0.50'));
  return market;
};
const first = { AccountId: 1, InstrumentId: 1, OrderId: 1 };

describe('modifyOrder', () => {
  it('lowers what remains, frees what that held, and keeps the place in the queue', () => {
    const market = stage();
    const { reply, events } = market.modifyOrder({ ...first, Quantity: '0.4' });
    expect(reply).toEqual({ result: true, errormsg: null, errorcode: 0, detail: null });
    expect(lastState(events)).toMatchObject({ OrderState: 'Working', ChangeReason: 'UserModified' });
    expect(formatDecimal(lastState(events)?.Quantity ?? { _tag: 'Decimal', units: 0n, scale: 0 })).toBe(
      '0.4',
    );
    expect(balance(market, 1, 'BTC')).toEqual(['9', '0.4']);
    expect(events.map(({ _tag }) => _tag)).toContain('Level2');
    expect(states(sent(market, limit(3, 'Buy', '0.6', '0.50'))).slice(1)).toEqual([
      '1 FullyExecuted Trade 0.4/1.0',
      '3 Working Trade 0.4/0.6',
      '2 Working Trade 0.2/1.0',
      '3 FullyExecuted Trade 0.6/0.6',
    ]);
  });

  it('lowers a waiting order too', () => {
    const market = stage();
    const stop = { OrderType: 'StopMarket', StopPrice: '0.90' };
    sent(market, limit(3, 'Buy', '1.0', '0', stop));
    market.modifyOrder({ AccountId: 3, InstrumentId: 1, OrderId: 3, Quantity: '0.5' });
    expect(balance(market, 3, 'USDT')).toEqual(['4', '0.45']);
  });

  it.each([
    ['the same quantity', { Quantity: '1.0' }],
    ['a higher one', { Quantity: '1.1' }],
    ['one below the minimum', { Quantity: '0.1' }],
    ['one between two increments', { Quantity: '0.45' }],
    ['0', { Quantity: 0 }],
  ])('fails with 100 Invalid Quantity for %s', (_what, fields) => {
    expect(stage().modifyOrder({ ...first, ...fields })).toMatchObject({
      reply: { result: false, errormsg: 'Invalid Quantity', errorcode: 100 },
      events: [],
    });
  });

  it.each([
    ['Quantity', { ...first }],
    ['OrderId', { ...first, OrderId: undefined, Quantity: '0.5' }],
    ['AccountId', { ...first, AccountId: undefined, Quantity: '0.5' }],
    ['InstrumentId', { ...first, InstrumentId: undefined, Quantity: '0.5' }],
  ])('fails with 100 without %s', (_what, request) => {
    expect(stage().modifyOrder(request).reply).toEqual({
      result: false,
      errormsg: 'Invalid Request',
      errorcode: 100,
      detail: 'Not all required fields are provided',
    });
  });

  it.each([
    ['an unknown order', { OrderId: 99 }],
    ["another account's", { AccountId: 2 }],
    ['one of another instrument', { InstrumentId: 2 }],
  ])('fails with 104 for %s', (_what, fields) => {
    expect(stage().modifyOrder({ ...first, Quantity: '0.5', ...fields }).reply).toMatchObject({
      errorcode: 104,
    });
  });
});
