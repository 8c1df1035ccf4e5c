import type { CancelReplaceRequest } from '../../../src/simulator/market/cancelReplaceRequest.ts';
import { wireText } from '../../../src/simulator/market/wireText.ts';
import { balance, lastState, limit, sent, states } from './orders.ts';
import { right, smallMarket } from './script.ts';

const instead = (of: number, request: CancelReplaceRequest): CancelReplaceRequest => ({
  ...request,
  OrderIdToReplace: of,
});
const rejects = (events: ReturnType<typeof sent>) =>
  events.flatMap((event) => (event._tag === 'CancelReplaceOrderReject' ? [event.payload] : []));

/** Orders 1 of account 1 and 2 of account 2, both selling at 0.50. */
const stage = () => {
  const { market } = smallMarket();
  sent(market, limit(1, 'Sell', '1.0', '0.50', { ClientOrderId: 5 }), limit(2, 'Sell', '1.0', '0.50'));
  return market;
};

describe('cancelReplaceOrder', () => {
  it('answers with four ids, cancels the old order and enters the new one', () => {
    const market = stage();
    const { reply, events } = market.cancelReplaceOrder(
      instead(1, limit(1, 'Sell', '2.0', '0.55', { ClientOrderId: 6 })),
    );
    expect(reply).toEqual({ ReplacementOrderId: 3, ReplacementClOrdId: 6, OrigOrderId: 1, OrigClOrdId: 5 });
    expect(states(events)).toEqual(['1 Canceled UserModified 0.0/1.0', '3 Working NewInputAccepted 0.0/2.0']);
    expect(lastState(events)).toMatchObject({ OrigOrderId: 1, OrigClOrdId: 5, ClientOrderId: 6 });
    expect(balance(market, 1, 'BTC')).toEqual(['9', '2']);
  });

  it('lets the order go to the end of its price', () => {
    const market = stage();
    market.cancelReplaceOrder(instead(1, limit(1, 'Sell', '1.0', '0.50')));
    expect(states(sent(market, limit(3, 'Buy', '1.0', '0.50')))[1]).toBe('2 FullyExecuted Trade 1.0/1.0');
  });

  it('counts what the old order held as free, and its client order id', () => {
    const market = stage();
    const { reply } = market.cancelReplaceOrder(
      instead(1, limit(1, 'Sell', '9.0', '0.50', { ClientOrderId: 5 })),
    );
    expect(reply).toMatchObject({ ReplacementOrderId: 3, ReplacementClOrdId: 5 });
  });

  it('may turn an order around, past where it was', () => {
    const { market } = smallMarket();
    sent(market, limit(1, 'Sell', '1.0', '0.50'), limit(2, 'Sell', '1.0', '0.55'));
    const { events } = market.cancelReplaceOrder(instead(1, limit(1, 'Buy', '1.0', '0.55')));
    expect(states(events).at(-1)).toBe('3 FullyExecuted Trade 1.0/1.0');
  });

  it('names the order by another name of the field, or by the client order id', () => {
    const [byList, byClient] = [stage(), stage()];
    const request = limit(1, 'Sell', '1.0', '0.55');
    expect(byList.cancelReplaceOrder({ ...request, ReplaceOrderId: 1 }).reply).toMatchObject({
      OrigOrderId: 1,
    });
    expect(byClient.cancelReplaceOrder({ ...request, ReplaceClientOrderId: 5 }).reply).toMatchObject({
      OrigOrderId: 1,
    });
  });

  it('leaves the old order in its place where the new one is refused, and says so twice', () => {
    const market = stage();
    const { reply, events } = market.cancelReplaceOrder(instead(1, limit(1, 'Sell', '9.1', '0.50')));
    expect(reply).toEqual({ result: false, errormsg: 'Not_Enough_Funds', errorcode: 101, detail: null });
    expect(rejects(events)).toMatchObject([
      { AccountId: 1, OrderIdToReplace: 1, Status: 'Rejected', RejectReason: 'Not_Enough_Funds' },
    ]);
    expect(states(sent(market, limit(3, 'Buy', '1.0', '0.50')))[1]).toBe('1 FullyExecuted Trade 1.0/1.0');
  });

  it('tells of a refused replacement in numbers and names, however it was sent', () => {
    const market = stage();
    const sentAs = { Side: '1', OrderType: 2, TimeInForce: '3', PegPriceType: 2, ClientOrderId: '6' };
    const [rejectOf, unread] = [
      { ...limit(1, 'Sell', '9.1', '0.50'), ...sentAs, OrderIdOCO: '4', StopPrice: '1.5' },
      { ...limit(1, 'Sell', '', 'dear'), Side: 9, OrderType: 'Odd', TimeInForce: 'ever' },
    ].map((request) => rejects(market.cancelReplaceOrder(instead(99, request)).events)[0]);

    expect(wireText(rejectOf)).toBe(
      '{"OMSId":1,"AccountId":1,"OrderId":99,"ClientOrderId":6,"LimitPrice":0.50,"OrderIdOCO":4,' +
        '"OrderType":"Limit","PegPriceType":"Bid","OrderIdToReplace":99,"InstrumentId":1,"ReferencePrice":0,' +
        '"Quantity":9.1,"Side":"Sell","StopPrice":1.5,"TimeInForce":"IOC","Status":"Rejected",' +
        '"RejectReason":"Order not Found"}',
    );
    expect(unread).toMatchObject({ Side: 'Unknown', OrderType: 'Unknown', TimeInForce: 'Unknown' });
    expect(wireText([unread?.LimitPrice, unread?.Quantity])).toBe('[0,0]');
  });

  it.each([
    ['an unknown order', instead(99, limit(1, 'Sell', '1.0', '0.55')), 104],
    ["another account's", instead(2, limit(1, 'Sell', '1.0', '0.55')), 104],
    ['one of another instrument', instead(1, limit(1, 'Sell', '1.0', '0.55', { InstrumentId: 2 })), 104],
    ['one without a name', limit(1, 'Sell', '1.0', '0.55'), 104],
    ['one that cannot be read', instead(1, { ...limit(1, 'Sell', '1.0', '0.55'), Side: 9 }), 100],
  ])('fails with the standard response for %s', (_what, request, errorcode) => {
    const market = stage();
    const { reply, events } = market.cancelReplaceOrder(request);
    expect(reply).toMatchObject({ result: false, errorcode });
    expect(rejects(events)).toHaveLength(1);
    expect(right(market.openOrders(1)).map(({ OrderId }) => OrderId)).toEqual([1]);
  });
});
