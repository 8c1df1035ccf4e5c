import type { MarketEvent } from '../../../src/simulator/market/event.ts';
import type { OrderRequest } from '../../../src/simulator/market/orderRequest.ts';
import { right, smallMarket } from './script.ts';

const order = (AccountId: number, InstrumentId: number, ClientOrderId = 0): OrderRequest => ({
  AccountId,
  InstrumentId,
  ClientOrderId,
  Side: 'Buy',
  OrderType: 'Limit',
  Quantity: '0.2',
  LimitPrice: '0.05',
});
const cancelled = (events: readonly MarketEvent[]): readonly number[] =>
  events.flatMap((event) => (event._tag === 'OrderState' ? [event.payload.OrderId] : []));

/** Four open orders: 1 and 2 of account 1 on both instruments, 3 and 4 of account 2 likewise. */
const stage = () => {
  const { market } = smallMarket();
  for (const request of [order(1, 1, 11), order(1, 2), order(2, 1, 11), order(2, 2)])
    market.sendOrder(request);
  return market;
};

describe('cancelOrder', () => {
  it('cancels by order id, with or without the account', () => {
    const market = stage();
    expect(cancelled(market.cancelOrder({ OrderId: 1 }).events)).toEqual([1]);
    expect(cancelled(market.cancelOrder({ AccountId: 1, OrderId: '2' }).events)).toEqual([2]);
    expect(right(market.openOrders(1))).toEqual([]);
  });

  it('cancels by client order id and account', () => {
    const market = stage();
    expect(cancelled(market.cancelOrder({ AccountId: 2, ClOrderId: 11 }).events)).toEqual([3]);
    expect(cancelled(market.cancelOrder({ AccountId: 1, ClientOrderId: 11 }).events)).toEqual([1]);
  });

  it.each([
    ['an unknown order', { OrderId: 99 }],
    ["another account's order", { AccountId: 2, OrderId: 1 }],
    ['an order the caller may not act for', { OrderId: 1, accountIds: [2, 3] }],
    ['an unknown client order id', { AccountId: 1, ClOrderId: 12 }],
  ])('answers 104 for %s', (_what, request) => {
    const { reply, events } = stage().cancelOrder(request);
    expect(reply).toMatchObject({ result: false, errorcode: 104, errormsg: 'Resource Not Found' });
    expect(events).toEqual([]);
  });

  it('answers 104 for an order that is over', () => {
    const market = stage();
    market.cancelOrder({ OrderId: 1 });
    expect(market.cancelOrder({ OrderId: 1 }).reply).toMatchObject({ errorcode: 104 });
  });

  it.each([
    ['nothing is named', {}],
    ['0 stands for nothing', { AccountId: 1, OrderId: 0, ClOrderId: 0 }],
    ['the account is missing with a client order id', { ClOrderId: 11 }],
  ])('answers 100 where %s', (_what, request) => {
    expect(stage().cancelOrder(request).reply).toMatchObject({ result: false, errorcode: 100 });
  });
});

describe('cancelAllOrders', () => {
  it.each([
    ['one account', { accountIds: [1] }, [1, 2]],
    ['one account on one instrument', { accountIds: [2], InstrumentId: 2 }, [4]],
    ['several accounts', { accountIds: [1, 2] }, [1, 2, 3, 4]],
    ['several accounts on one instrument', { accountIds: [1, 2], InstrumentId: 1 }, [1, 3]],
    ['every instrument where 0 is given', { accountIds: [2], InstrumentId: 0 }, [3, 4]],
    ['nothing, where nothing is open', { accountIds: [3] }, []],
  ])('cancels the orders of %s', (_what, request, expected) => {
    const { reply, events } = stage().cancelAllOrders(request);
    expect(reply).toEqual({ result: true, errormsg: null, errorcode: 0, detail: null });
    expect(cancelled(events)).toEqual(expected);
  });

  it('answers 104 for an unknown account, and cancels nothing', () => {
    const market = stage();
    expect(market.cancelAllOrders({ accountIds: [1, 99] })).toMatchObject({
      reply: { errorcode: 104 },
      events: [],
    });
    expect(right(market.openOrders(1))).toHaveLength(2);
  });

  it('answers 104 for an unknown instrument, cancels nothing, and tells every account it was meant for', () => {
    const market = stage();
    const { reply, events } = market.cancelAllOrders({ accountIds: [1, 2], InstrumentId: 99 });
    const rejected = {
      OMSId: 1,
      InstrumentId: 99,
      Status: 'Rejected',
      RejectReason: 'Instrument not Found',
    };
    expect(reply).toMatchObject({ errorcode: 104 });
    expect(events).toEqual(
      [1, 2].map((AccountId) => ({
        _tag: 'CancelAllOrdersReject',
        AccountId,
        payload: { ...rejected, AccountId },
      })),
    );
    expect(right(market.openOrders(1))).toHaveLength(2);
  });
});
