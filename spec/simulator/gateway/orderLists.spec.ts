import { createExchange, demoUsers, type Exchange } from '../../../src/simulator/index.ts';
import { type Call, dialAs, limitOrder, refusal } from '../support/dial.ts';

const [trader, partner, auditor] = demoUsers;
const own = { OMSId: 1, AccountId: 7 };
const inProcess = { result: false, errormsg: 'Operation In Process', errorcode: 107, detail: null };

interface Told {
  readonly OrderId: number;
  readonly OrderState: string;
  readonly Price: number;
}

describe('the order lists', () => {
  let exchange: Exchange;
  let call: Call;
  beforeEach(() => {
    exchange = createExchange();
    call = dialAs(exchange, trader);
    call.ask('SubscribeAccountEvents', own);
  });
  afterEach(() => exchange.close());

  const open = (): readonly Told[] => call.ask('GetOpenOrders', own) as readonly Told[];
  const prices = (): readonly number[] => open().map(({ Price }) => Price);
  const place = (price: string): number =>
    (call.ask('SendOrder', limitOrder(0, price, '1')) as { readonly OrderId: number }).OrderId;

  it('of orders are taken, and each outcome is told by events', () => {
    const list = ['90.00', '91.00'].map((price) => limitOrder(0, price, '1'));
    const reply = call.ask('SendOrderList', [
      ...list,
      { ...limitOrder(0, '1.00', '9999999'), ClientOrderId: 5 },
    ]);

    expect(reply).toMatchObject(inProcess);
    expect(prices()).toEqual([90, 91]);
    expect(call.events('OrderStateEvent')).toHaveLength(2);
    expect(call.events('NewOrderRejectEvent')).toEqual([
      { OMSId: 1, AccountId: 7, ClientOrderId: 5, Status: 'Rejected', RejectReason: 'Not_Enough_Funds' },
    ]);
  });

  it('of cancels are taken, and each outcome is told by events', () => {
    const first = place('90.00');
    const second = place('91.00');
    const reply = call.ask(
      'SendCancelList',
      [first, 0, second].map((OrderId) => ({ ...own, OrderId })),
    );

    expect(reply).toMatchObject(inProcess);
    expect(open()).toEqual([]);
    expect(call.events('CancelOrderRejectEvent')).toMatchObject([{ AccountId: 7, OrderId: 0 }]);
  });

  it('of replacements name the order by either key', () => {
    const first = place('90.00');
    const second = place('91.00');
    const reply = call.ask('SendCancelReplaceList', [
      { ...limitOrder(0, '80.00', '1'), ReplaceOrderId: first },
      { ...limitOrder(0, '81.00', '1'), OrderIdToReplace: second },
      { ...limitOrder(0, '82.00', '1'), OrderIdToReplace: first },
    ]);

    expect(reply).toMatchObject(inProcess);
    expect(prices()).toEqual([80, 81]);
    expect(call.events('CancelReplaceOrderRejectEvent')).toMatchObject([{ OrderIdToReplace: first }]);
  });

  it.each([
    ['an empty list', [], 'Empty order list'],
    ['no list', {}, 'The payload must be an Array'],
    ['a list of something else', [limitOrder(0, '90.00', '1'), 5], '[1]: The payload must be an Object'],
    [
      'a list with a field missing',
      [{ OMSId: 1, AccountId: 7 }],
      '[0]: OMSId, AccountId, InstrumentId, Side and OrderType are required fields',
    ],
    [
      'a list with a field of the wrong kind',
      [{ ...limitOrder(0, '90.00', '1'), PostOnly: 'no' }],
      '[0]: PostOnly must be a Boolean',
    ],
  ])('are refused whole: %s', (_what, payload, detail) => {
    expect(call.ask('SendOrderList', payload)).toEqual(refusal(100, 'Invalid Request', detail));
    expect(open()).toEqual([]);
  });

  it("are refused whole where one entry is for another's account", () => {
    const payload = [limitOrder(0, '90.00', '1'), limitOrder(0, '90.00', '1', 8)];

    expect(call.ask('SendOrderList', payload)).toBe('Endpoint Not Found');
    expect(call.ask('SendCancelList', [{ OMSId: 1, AccountId: 8, OrderId: 1 }])).toBe('Endpoint Not Found');
    expect(call.ask('SendOrderList', [limitOrder(0, '90.00', '1', 12_345)])).toMatchObject({
      errorcode: 104,
    });
    expect(open()).toEqual([]);
  });

  it("do not cancel another's order that is named with an own account", () => {
    const theirs = exchange.market.sendOrder(limitOrder(0, '90.00', '1', 8)).reply as {
      readonly OrderId: number;
    };
    call.ask('SendCancelList', [{ ...own, OrderId: theirs.OrderId }]);

    expect(dialAs(exchange, partner).ask('GetOpenOrders', { OMSId: 1, AccountId: 8 })).toHaveLength(1);
    expect(call.events('CancelOrderRejectEvent')).toHaveLength(1);
  });

  it('are for those who may trade', () => {
    const looker = dialAs(exchange, auditor);

    for (const name of ['SendOrderList', 'SendCancelList', 'SendCancelReplaceList']) {
      expect(looker.ask(name, [])).toBe('Endpoint Not Found');
    }
  });
});

describe('changing an order', () => {
  let exchange: Exchange;
  let call: Call;
  beforeEach(() => {
    exchange = createExchange();
    call = dialAs(exchange, trader);
  });
  afterEach(() => exchange.close());
  const place = (order: object): number =>
    (call.ask('SendOrder', order) as { readonly OrderId: number }).OrderId;
  const status = (OrderId: number): unknown => call.ask('GetOrderStatus', { ...own, OrderId });

  it('ModifyOrder lowers what remains, and refuses to raise it', () => {
    const OrderId = place(limitOrder(0, '90.00', '1'));
    const modify = (Quantity: string): unknown =>
      call.ask('ModifyOrder', { ...own, InstrumentId: 1, OrderId, Quantity });

    expect(modify('0.4')).toMatchObject({ result: true });
    expect(status(OrderId)).toMatchObject({ Quantity: 0.4, OrderState: 'Working' });
    expect(modify('0.5')).toMatchObject({ result: false, errorcode: 100 });
    expect(call.ask('ModifyOrder', { ...own, InstrumentId: 1, OrderId })).toMatchObject({ errorcode: 100 });
    expect(call.ask('ModifyOrder', { ...own, InstrumentId: 1, OrderId: 99_999, Quantity: 1 })).toMatchObject({
      errorcode: 104,
    });
  });

  it('CancelReplaceOrder gives the ids of both orders', () => {
    const first = place({ ...limitOrder(0, '90.00', '1'), ClientOrderId: 5 });
    const reply = call.ask('CancelReplaceOrder', {
      ...limitOrder(0, '91.00', '2'),
      ClientOrderId: 6,
      OrderIdToReplace: first,
    }) as { readonly ReplacementOrderId: number };

    expect(reply).toMatchObject({ ReplacementClOrdId: 6, OrigOrderId: first, OrigClOrdId: 5 });
    expect(status(first)).toMatchObject({ OrderState: 'Canceled' });
    expect(status(reply.ReplacementOrderId)).toMatchObject({
      OrderState: 'Working',
      Price: 91,
      OrigOrderId: first,
    });
  });

  it('SendOrder takes stop and trailing orders with all their fields', () => {
    const stop = place({
      ...own,
      InstrumentId: 1,
      Side: 1,
      OrderType: 4,
      TimeInForce: 1,
      Quantity: '0.5',
      LimitPrice: '89.00',
      StopPrice: '90.00',
      PegPriceType: 'Last',
    });

    expect(status(stop)).toMatchObject({
      OrderType: 'StopLimit',
      StopPrice: 90,
      Price: 89,
      OrderState: 'Working',
    });
  });
});
