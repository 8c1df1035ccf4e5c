import type { BlockTradeRequest } from '../../../src/simulator/market/blockTradeRequest.ts';
import type { Market } from '../../../src/simulator/market/market.ts';
import { wireText } from '../../../src/simulator/market/wireText.ts';
import { balance, limit, rejected, sent, states } from './orders.ts';
import { right, smallMarket } from './script.ts';

const block: BlockTradeRequest = {
  AccountId: 1,
  CounterPartyId: 2,
  InstrumentId: 1,
  Side: 'Buy',
  Quantity: '2.0',
  LimitPrice: '0.75',
};

describe('reportBlockTrade', () => {
  it('trades between two accounts, past the book, and tells both and the subscribers of block trades', () => {
    const { market } = smallMarket();
    sent(market, limit(3, 'Sell', '1.0', '0.50'));
    const { reply, events } = market.reportBlockTrade(block);
    expect(reply).toEqual({ status: 'Accepted', errormsg: '', OrderId: 2 });
    expect(states(events)).toEqual(['3 FullyExecuted Trade 2.0/2.0', '2 FullyExecuted Trade 2.0/2.0']);
    const trades = events.flatMap((event) => (event._tag === 'OrderTrade' ? [event.payload] : []));
    expect(trades).toMatchObject([
      { AccountId: 2, IsBlockTrade: true, MakerTaker: 'Maker', CounterParty: '1' },
      { AccountId: 1, IsBlockTrade: true, MakerTaker: 'Taker', CounterParty: '2' },
    ]);
    const told = events.flatMap((event) => (event._tag === 'BlockTrade' ? event.payload : []));
    expect(told).toMatchObject([
      { OrderId: 2, OrderType: 'BlockTrade', Account: 1, CounterPartyId: 2, Instrument: 1, OrderFlag: '0' },
      { OrderId: 3, OrderType: 'BlockTrade', Account: 2, CounterPartyId: 1 },
    ]);
    expect(right(market.blockTrades(1))).toEqual(told);
    expect(balance(market, 1, 'BTC')).toEqual(['11', '0']);
    expect(balance(market, 2, 'USDT')).toEqual(['5.5', '0']);
    expect(right(market.level2(1, 10))).toHaveLength(1);
  });

  it('is a public trade with its mark, and never the last price', () => {
    const { market } = smallMarket();
    const { events } = market.reportBlockTrade(block);
    expect(events.filter(({ _tag }) => _tag === 'Trades')).toHaveLength(1);
    expect(right(market.trades(1, 1))[0]?.[9]).toBe(1);
    expect(wireText(right(market.level1(1)).LastTradedPx)).toBe('0.00');
  });

  it.each([
    ['who reports cannot pay', { Quantity: '9.0' }, 'Not_Enough_Funds'],
    ['the other cannot deliver', { LimitPrice: '0.05', Quantity: '9.1' }, 'Not_Enough_Funds'],
    ['the price is between two increments', { LimitPrice: '0.72' }, 'Invalid_Order_TickSize'],
  ])('is refused where %s', (_what, fields, reason) => {
    const outcome = smallMarket().market.reportBlockTrade({ ...block, ...fields });
    expect(outcome).toEqual({ reply: rejected(reason), events: [] });
  });

  it.each([
    ['an unknown account', { CounterPartyId: 99 }, 104],
    ['an unknown instrument', { InstrumentId: 99 }, 104],
    ['an account with itself', { CounterPartyId: 1 }, 100],
    ['no quantity', { Quantity: '' }, 100],
  ])('fails for %s', (_what, fields, errorcode) => {
    const { reply } = smallMarket().market.reportBlockTrade({ ...block, ...fields });
    expect(reply).toMatchObject({ result: false, errorcode });
  });
});

describe('a block trade that each side reports for itself', () => {
  const mine = { ...block, LockedIn: false };
  const theirs = { ...mine, AccountId: 2, CounterPartyId: 1, Side: 'Sell' };
  const reports = (market: Market, account: number) => right(market.openTradeReports(account));

  it('waits as an order of its own kind, which holds what it may spend', () => {
    const { market } = smallMarket();
    const { reply, events } = market.reportBlockTrade(mine);

    expect(reply).toEqual({ status: 'Accepted', errormsg: '', OrderId: 1 });
    expect(states(events)).toEqual(['1 Working NewInputAccepted 0.0/2.0']);
    expect(reports(market, 1)).toMatchObject([
      { OrderId: 1, OrderType: 'BlockTrade', CounterPartyId: 2, IsLockedIn: false, OrderFlag: '0' },
    ]);
    expect([reports(market, 2), right(market.openOrders(1)), right(market.level2(1, 9))]).toEqual([
      [],
      [],
      [],
    ]);
    expect(balance(market, 1, 'USDT')).toEqual(['4', '1.5']);
  });

  it('is carried out by the report of the other side, who pays as a taker', () => {
    const { market } = smallMarket();
    market.reportBlockTrade(mine);
    const { events } = market.reportBlockTrade({ ...theirs, LimitPrice: '0.750' });

    expect(states(events)).toEqual(['1 FullyExecuted Trade 2.0/2.0', '2 FullyExecuted Trade 2.0/2.0']);
    expect(events.flatMap((event) => (event._tag === 'OrderTrade' ? [event.payload] : []))).toMatchObject([
      { AccountId: 1, MakerTaker: 'Maker', IsBlockTrade: true },
      { AccountId: 2, MakerTaker: 'Taker', IsBlockTrade: true },
    ]);
    expect([reports(market, 1), reports(market, 2)]).toEqual([[], []]);
    expect([balance(market, 1, 'USDT'), balance(market, 1, 'BTC')]).toEqual([
      ['2.5', '0'],
      ['11', '0'],
    ]);
    expect(right(market.blockTrades(1))).toHaveLength(2);
  });

  it.each([
    ['another price', { LimitPrice: '0.80' }],
    ['another quantity', { Quantity: '1.9' }],
    ['the same side', { Side: 'Buy' }],
    ['another counterparty', { CounterPartyId: 3 }],
    ['another instrument', { InstrumentId: 2 }],
  ])('goes on waiting where the other reports %s', (_what, fields) => {
    const { market } = smallMarket();
    market.reportBlockTrade(mine);
    market.reportBlockTrade({ ...theirs, ...fields });

    expect([reports(market, 1), reports(market, 2)].map(({ length }) => length)).toEqual([1, 1]);
    expect(right(market.blockTrades(1))).toEqual([]);
  });

  it('is checked like an order, can be lowered and cancelled, and is in the history', () => {
    const { market } = smallMarket();
    expect(market.reportBlockTrade({ ...mine, Quantity: '9.0' })).toEqual({
      reply: rejected('Not_Enough_Funds'),
      events: [],
    });
    market.reportBlockTrade(mine);
    market.modifyOrder({ AccountId: 1, InstrumentId: 1, OrderId: 1, Quantity: '1.0' });
    expect(balance(market, 1, 'USDT')).toEqual(['4', '0.75']);
    expect(market.cancelOrder({ AccountId: 1, OrderId: 1 }).reply).toMatchObject({ result: true });

    expect(balance(market, 1, 'USDT')).toEqual(['4', '0']);
    expect(reports(market, 1)).toEqual([]);
    expect(right(market.ordersHistory({ AccountId: 1 }))).toMatchObject([
      { OrderType: 'BlockTrade', OrderState: 'Canceled' },
    ]);
    market.reportBlockTrade({ ...theirs, Quantity: '1.0' });
    expect(reports(market, 2)).toHaveLength(1);
  });
});
