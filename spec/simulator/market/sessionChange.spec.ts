import { atMarket, limit, rejected, replyTo, sent, states } from './orders.ts';
import { right, smallMarket, start } from './script.ts';

const stop = limit(1, 'Sell', '1.0', '0', { OrderType: 'StopMarket', StopPrice: '0.05' });

describe('setSessionStatus', () => {
  it.each([
    ['Paused', 'Pause', 'Resume'],
    ['Stopped', 'Halt', 'ReOpen'],
    ['RunningPostOnly', 'Resume', 'Resume'],
  ] as const)('to %s and back tells both changes to all', (status, action, back) => {
    const { market } = smallMarket();
    const update = (Action: string, PreviousStatus: string, NewStatus: string) => ({
      _tag: 'MarketState',
      InstrumentId: 1,
      payload: {
        ExchangeId: 1,
        VenueAdapterId: 1,
        VenueInstrumentId: 1,
        Action,
        PreviousStatus,
        NewStatus,
        ExchangeDateTime: new Date(start).toISOString(),
      },
    });
    expect(market.setSessionStatus(1, status)).toMatchObject({
      reply: { result: true },
      events: [update(action, 'Running', status)],
    });
    expect(market.instruments()[0]).toMatchObject({
      SessionStatus: status,
      PreviousSessionStatus: 'Running',
      SessionStatusDateTime: new Date(start).toISOString(),
    });
    expect(market.setSessionStatus(1, 'Running').events).toEqual([update(back, status, 'Running')]);
  });

  it('to what is so already is a success without an event, and of no instrument fails with 104', () => {
    const { market } = smallMarket();
    expect(market.setSessionStatus(1, 'Running')).toMatchObject({ reply: { result: true }, events: [] });
    expect(market.setSessionStatus(99, 'Paused')).toMatchObject({ reply: { errorcode: 104 }, events: [] });
  });

  it.each([
    ['Paused', 'Market_Paused'],
    ['Stopped', 'Market_Closed'],
  ] as const)('to %s refuses limit, market and stop orders of that instrument alone', (status, reason) => {
    const { market } = smallMarket();
    market.setSessionStatus(1, status);
    for (const request of [limit(1, 'Buy', '1.0', '0.10'), atMarket(1, 'Sell', { Quantity: '1.0' }), stop]) {
      expect(replyTo(market, request)).toEqual(rejected(reason));
    }
    expect(replyTo(market, limit(1, 'Buy', '1.0', '0.10', { InstrumentId: 2 }))).toMatchObject({
      status: 'Accepted',
    });
  });

  it('to RunningPostOnly takes post-only orders alone', () => {
    const { market } = smallMarket();
    market.setSessionStatus(1, 'RunningPostOnly');
    expect(replyTo(market, stop)).toEqual(rejected('Market_Paused'));
    expect(replyTo(market, limit(1, 'Buy', '1.0', '0.10', { PostOnly: true }))).toMatchObject({
      status: 'Accepted',
    });
  });

  it('leaves orders where they are, to be cancelled, and sets off nothing until it runs again', () => {
    const { market } = smallMarket();
    sent(
      market,
      limit(2, 'Buy', '1.0', '0.50'),
      limit(2, 'Buy', '2.0', '0.30'),
      limit(1, 'Sell', '1.0', '0', { OrderType: 'StopMarket', StopPrice: '0.40', PegPriceType: 'Bid' }),
    );
    market.setSessionStatus(1, 'Paused');
    expect(states(market.cancelOrder({ OrderId: 1 }).events)).toEqual(['1 Canceled UserModified 0.0/1.0']);
    expect(right(market.openOrders(1))).toHaveLength(1);
    expect(states(market.setSessionStatus(1, 'Running').events).at(-1)).toBe('3 FullyExecuted Trade 1.0/1.0');
  });
});
