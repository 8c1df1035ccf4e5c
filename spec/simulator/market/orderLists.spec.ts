import { createMarket } from '../../../src/simulator/market/market.ts';
import { limit, states } from './orders.ts';
import { accounts, instruments, right, smallMarket, start } from './script.ts';

const taken = { result: false, errormsg: 'Operation In Process', errorcode: 107, detail: null };
const tags = (events: readonly { readonly _tag: string }[]): readonly string[] =>
  events.map(({ _tag }) => _tag).filter((tag) => tag.startsWith('Order') || tag.endsWith('Reject'));

describe('a list of orders', () => {
  it('is taken with 107, and each order is told of by events', () => {
    const { market } = smallMarket();
    const { reply, events } = market.sendOrderList([
      limit(1, 'Sell', '1.0', '0.50'),
      limit(1, 'Sell', '99.0', '0.50', { ClientOrderId: 7 }),
      limit(2, 'Buy', '0.4', '0.50'),
    ]);
    expect(reply).toEqual(taken);
    expect(states(events)).toEqual([
      '1 Working NewInputAccepted 0.0/1.0',
      '2 Working NewInputAccepted 0.0/0.4',
      '1 Working Trade 0.4/1.0',
      '2 FullyExecuted Trade 0.4/0.4',
    ]);
    expect(events.filter(({ _tag }) => _tag === 'NewOrderReject')).toEqual([
      {
        _tag: 'NewOrderReject',
        AccountId: 1,
        payload: {
          OMSId: 1,
          AccountId: 1,
          ClientOrderId: 7,
          Status: 'Rejected',
          RejectReason: 'Not_Enough_Funds',
        },
      },
    ]);
  });

  it('of cancels tells of those that are refused', () => {
    const { market } = smallMarket();
    market.sendOrderList([limit(1, 'Sell', '1.0', '0.50'), limit(1, 'Sell', '1.0', '0.55')]);
    const { reply, events } = market.cancelList([
      { AccountId: 1, OrderId: 2 },
      { AccountId: 1, OrderId: 99 },
      { AccountId: 1, OrderId: 1 },
    ]);
    expect(reply).toEqual(taken);
    expect(tags(events)).toEqual(['OrderState', 'CancelOrderReject', 'OrderState']);
    expect(events.find(({ _tag }) => _tag === 'CancelOrderReject')?.payload).toMatchObject({
      OrderId: 99,
      OrderType: 'Unknown',
      RejectReason: 'Order not Found',
    });
    expect(right(market.openOrders(1))).toEqual([]);
  });

  it('of replacements tells of those that are refused', () => {
    const { market } = smallMarket();
    market.sendOrderList([limit(1, 'Sell', '1.0', '0.50')]);
    const { reply, events } = market.cancelReplaceList([
      { ...limit(1, 'Sell', '1.0', '0.60'), ReplaceOrderId: 1 },
      { ...limit(1, 'Sell', '1.0', '0.60'), ReplaceOrderId: 1 },
    ]);
    expect(reply).toEqual(taken);
    expect(tags(events)).toEqual(['OrderState', 'OrderState', 'CancelReplaceOrderReject']);
  });

  it('that is empty is refused', () => {
    const { market } = smallMarket();
    const replies = [market.sendOrderList([]), market.cancelList([]), market.cancelReplaceList([])];
    for (const { reply } of replies) expect(reply).toMatchObject({ result: false, errorcode: 100 });
  });

  it('tells nobody of what names no account', () => {
    const { events } = smallMarket().market.sendOrderList([limit(99, 'Sell', '1.0', '0.50')]);
    expect(events).toEqual([]);
  });

  it('is answered with success where the market is told to', () => {
    const market = createMarket({ seed: 1, now: () => start, instruments, accounts, takenLists: 'success' });
    expect(market.sendOrderList([limit(1, 'Sell', '1.0', '0.50')]).reply).toMatchObject({ result: true });
  });

  it('sets off what waits between one order and the next', () => {
    const { market } = smallMarket();
    market.sendOrderList([limit(2, 'Sell', '0.2', '0.50'), limit(3, 'Buy', '0.4', '0.50')]);
    market.sendOrder(limit(1, 'Sell', '0.2', '0', { OrderType: 'StopMarket', StopPrice: '0.45' }));
    const { events } = market.sendOrderList([
      limit(2, 'Sell', '0.2', '0.50'),
      limit(3, 'Buy', '0.4', '0.45'),
      limit(2, 'Sell', '0.2', '0.45'),
      limit(2, 'Sell', '0.2', '0.45'),
    ]);
    expect(states(events).slice(-2)).toEqual([
      '3 FullyExecuted Trade 0.2/0.2',
      '7 Working NewInputAccepted 0.0/0.2',
    ]);
  });
});
