import { balance, lastState, limit, replyTo, sent, states } from './orders.ts';
import { right, smallMarket } from './script.ts';

const linked = (OrderIdOCO: number) => ({ OrderIdOCO });

describe('two orders of which one cancels the other', () => {
  it.each([
    ['first', '0.50', '2 Canceled UserModified 0.0/1.0'],
    ['second', '0.45', '1 Canceled UserModified 0.0/1.0'],
  ])('lose the other when the %s trades, in part or whole', (_which, price, cancelled) => {
    const { market } = smallMarket();
    sent(
      market,
      limit(1, 'Sell', '1.0', '0.50'),
      limit(1, 'Sell', '1.0', price === '0.50' ? '0.60' : '0.45', linked(1)),
    );
    const events = sent(market, limit(3, 'Buy', '0.4', '0.50'));
    expect(states(events).filter((state) => state.includes('Canceled'))).toEqual([cancelled]);
    expect(right(market.openOrders(1))).toHaveLength(1);
    expect(balance(market, 1, 'BTC')).toEqual(['8.6', '0.6']);
  });

  it('do not both trade with one order that reaches both', () => {
    const { market } = smallMarket();
    sent(market, limit(1, 'Sell', '1.0', '0.50'), limit(1, 'Sell', '1.0', '0.55', linked(1)));
    const events = sent(market, limit(3, 'Buy', '2.0', '0.60'));
    expect(states(events)).toEqual([
      '3 Working NewInputAccepted 0.0/2.0',
      '1 FullyExecuted Trade 1.0/1.0',
      '3 Working Trade 1.0/2.0',
      '2 Canceled UserModified 0.0/1.0',
    ]);
    expect(right(market.level2(1, 10)).map((row) => row[9])).toEqual([0]);
  });

  it('may be a limit and a stop order', () => {
    const { market } = smallMarket();
    sent(
      market,
      limit(2, 'Sell', '0.2', '0.50'),
      limit(3, 'Buy', '0.2', '0.50'),
      limit(1, 'Sell', '1.0', '0.60'),
    );
    const stop = { OrderType: 'StopMarket', StopPrice: '0.40', OrderIdOCO: 3 };
    sent(market, limit(1, 'Sell', '1.0', '0', stop));
    const events = sent(market, limit(3, 'Buy', '1.0', '0.60'));
    expect(lastState(events.filter((event) => 'AccountId' in event && event.AccountId === 1))).toMatchObject({
      OrderId: 4,
      OrderState: 'Canceled',
      CancelReason: 'OrderIdOCO',
    });
  });

  it('are each other no more when one was cancelled', () => {
    const { market } = smallMarket();
    sent(market, limit(1, 'Sell', '1.0', '0.50'), limit(1, 'Sell', '1.0', '0.60', linked(1)));
    market.cancelOrder({ OrderId: 1 });
    expect(right(market.openOrders(1)).map(({ OrderId }) => OrderId)).toEqual([2]);
  });

  it.each([
    ['an unknown order', limit(1, 'Sell', '1.0', '0.60', linked(99)), 104],
    ["another account's", limit(2, 'Sell', '1.0', '0.60', linked(1)), 104],
    ['an order of the other side', limit(1, 'Buy', '1.0', '0.10', linked(1)), 100],
    [
      'an order of another instrument',
      limit(1, 'Sell', '1.0', '0.60', { ...linked(1), InstrumentId: 2 }),
      100,
    ],
  ])('cannot be made of %s', (_what, request, errorcode) => {
    const { market } = smallMarket();
    sent(market, limit(1, 'Sell', '1.0', '0.50'));
    expect(replyTo(market, request)).toMatchObject({ result: false, errorcode });
  });
});
