import type { BlockTradeRequest } from '../../../src/simulator/market/blockTradeRequest.ts';
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
