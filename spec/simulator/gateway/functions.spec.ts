import { createExchange, demoUsers, type Exchange } from '../../../src/simulator/index.ts';
import { type Call, dial, dialAs, limitOrder, success } from '../support/dial.ts';

const [trader, partner] = demoUsers;
const noon = Date.UTC(2026, 0, 2, 12);

describe('the function', () => {
  let exchange: Exchange;
  let call: Call;
  beforeEach(() => {
    exchange = createExchange({ startTime: noon });
    call = dialAs(exchange, trader);
  });
  afterEach(() => exchange.close());
  const one = { OMSId: 1, InstrumentId: 1 };
  const own = { OMSId: 1, AccountId: 7 };
  const orderId = (reply: unknown): number => (reply as { readonly OrderId: number }).OrderId;
  const place = (side: 0 | 1, price: string, quantity: string): number =>
    orderId(call.ask('SendOrder', limitOrder(side, price, quantity)));
  const tradeAt = (price: string, quantity: string): void => {
    exchange.market.sendOrder(limitOrder(1, price, quantity, 8));
    exchange.market.sendOrder(limitOrder(0, price, quantity, 7));
  };

  it('Ping needs no login', () => {
    expect(dial(exchange).ask('Ping')).toEqual({ msg: 'PONG' });
  });

  it('GetInstruments gives the enabled ones, and all where both kinds are asked for', () => {
    const symbols = (payload: object): readonly string[] =>
      (call.ask('GetInstruments', { OMSId: 1, ...payload }) as readonly { readonly Symbol: string }[]).map(
        (instrument) => instrument.Symbol,
      );
    const all = ['BTCUSDT', 'ETHUSDT', 'USDTCLP', 'BTCCLP', 'ETHBTC'];

    expect(symbols({})).toEqual(all);
    expect(symbols({ InstrumentState: 'Both' })).toEqual(all);
    expect(symbols({ InstrumentState: 'INACTIVE' })).toEqual([]);
  });

  it('GetInstrument writes increments with their scale', () => {
    const sequence = call.send('GetInstrument', one);

    expect(call.answerTo(sequence)?.payload).toContain('"QuantityIncrement":0.000001,"PriceIncrement":0.01,');
  });

  it('GetProducts gives a page, GetProduct one', () => {
    const products = (payload: object): readonly number[] =>
      (call.ask('GetProducts', { OMSId: 1, ...payload }) as readonly { readonly ProductId: number }[]).map(
        ({ ProductId }) => ProductId,
      );

    expect(products({})).toEqual([1, 2, 3, 4]);
    expect(products({ StartIndex: 1, Depth: 2, GetDisabled: 0 })).toEqual([2, 3]);
    expect(call.ask('GetProduct', { OMSId: 1, ProductId: 4 })).toMatchObject({ Product: 'CLP' });
    expect(call.ask('GetProduct', { OMSId: 1, ProductId: -1 })).toMatchObject({ errorcode: 104 });
    expect(call.ask('GetProducts', { OMSId: 2 })).toMatchObject({ errorcode: 104 });
  });

  it('GetUserAccounts and GetUserInfo tell of the caller', () => {
    call = dialAs(exchange, partner);

    expect(call.ask('GetUserAccounts', { OMSId: 1, UserId: 65 })).toEqual([8, 9]);
    expect(call.ask('GetUserInfo', {})).toMatchObject({
      UserId: 65,
      UserName: 'partner',
      AccountId: 8,
      Use2FA: true,
    });
  });

  it('GetAccountInfo means the default account where none is named', () => {
    call = dialAs(exchange, partner);

    expect(call.ask('GetAccountInfo', { OMSId: 1 })).toMatchObject({ OMSID: 1, AccountId: 8 });
    expect(call.ask('GetAccountInfo', { OMSId: 1, AccountId: 9 })).toMatchObject({ AccountId: 9 });
  });

  it('GetAccountPositions follows the orders', () => {
    const holds = (): readonly unknown[] =>
      (call.ask('GetAccountPositions', own) as readonly { ProductSymbol: string; Hold: number }[])
        .filter(({ Hold }) => Hold > 0)
        .map(({ ProductSymbol, Hold }) => [ProductSymbol, Hold]);

    expect(holds()).toEqual([]);
    place(0, '100.00', '2');
    expect(holds()).toEqual([['USDT', 200]]);
  });

  it('GetL2Snapshot gives the book, cut to the depth, and nothing of an empty one', () => {
    expect(call.ask('GetL2Snapshot', { ...one, Depth: 10 })).toEqual([]);
    ['100.00', '99.00', '98.00'].forEach((price) => place(0, price, '1'));
    place(1, '101.00', '0.5');

    const rows = call.ask('GetL2Snapshot', { ...one, Depth: 2 }) as readonly (readonly number[])[];

    expect(rows.map((row) => [row[3], row[6], row[7], row[8], row[9]])).toEqual([
      [0, 100, 1, 1, 0],
      [0, 99, 1, 1, 0],
      [0, 101, 1, 0.5, 1],
    ]);
    expect(call.ask('GetL2Snapshot', { ...one, Depth: 0 })).toEqual([]);
  });

  it('GetLevel1 sums the market up', () => {
    tradeAt('100.00', '0.5');
    place(0, '99.00', '1');

    expect(call.ask('GetLevel1', one)).toMatchObject({
      InstrumentId: 1,
      BestBid: 99,
      LastTradedPx: 100,
      TimeStamp: expect.stringMatching(/^\d+$/) as unknown,
    });
  });

  it('GetLastTrades gives the last ones, oldest first', () => {
    expect(call.ask('GetLastTrades', one)).toEqual([]);
    ['100.00', '101.00', '102.00'].forEach((price) => tradeAt(price, '0.1'));

    const rows = call.ask('GetLastTrades', { ...one, Count: 2 }) as readonly (readonly number[])[];

    expect(rows.map((row) => [row[1], row[2], row[3], row[8]])).toEqual([
      [1, 0.1, 101, 0],
      [1, 0.1, 102, 0],
    ]);
    expect(call.ask('GetLastTrades', one)).toHaveLength(3);
  });

  it('GetTickerHistory gives the bars between two dates in UTC', () => {
    tradeAt('100.00', '0.5');
    const ask = (FromDate: string, ToDate: string): unknown =>
      call.ask('GetTickerHistory', { ...one, Interval: 60, FromDate, ToDate });
    const bar = [[noon + 60_000, 100, 100, 100, 100, 0.5, 0, 0, 1, noon]];

    expect(ask('2026-01-02', '2026-01-03')).toEqual(bar);
    expect(ask('2026-01-02 12:00:00', '2026-01-02T12:00:00')).toEqual(bar);
    expect(ask('2026-01-02 12:00:01', '2026-01-03')).toEqual([]);
    expect(ask('2026-01-01', '2026-01-02')).toEqual([]);
  });

  it('SendOrder accepts, and rejects with a reason', () => {
    expect(call.ask('SendOrder', limitOrder(0, '100', '1'))).toEqual({
      status: 'Accepted',
      errormsg: '',
      OrderId: expect.any(Number) as unknown,
    });
    expect(call.ask('SendOrder', limitOrder(0, '100', '1000000'))).toEqual({
      status: 'Rejected',
      errormsg: 'Not_Enough_Funds',
      errorcode: 101,
    });
    expect(call.ask('SendOrder', { OMSId: 1, AccountId: 7 })).toMatchObject({
      result: false,
      errorcode: 100,
    });
  });

  it('SendOrder takes numbers as they are and as text', () => {
    const order = { ...limitOrder(0, '100', '1'), Quantity: 0.5, LimitPrice: 100.25, AccountId: '7' };
    const placed = orderId(call.ask('SendOrder', order));
    const sequence = call.send('GetOrderStatus', { ...own, OrderId: placed });

    expect(call.answerTo(sequence)?.payload).toMatch(/"Price":100.25,.*"OrigQuantity":0.500000,/);
  });

  it('CancelOrder goes by order id, by client order id and account, or finds nothing', () => {
    const first = place(0, '100', '1');
    call.ask('SendOrder', { ...limitOrder(0, '99', '1'), ClientOrderId: 5 });
    place(0, '98', '1');

    expect(call.ask('CancelOrder', { OMSId: 1, OrderId: first })).toEqual(success);
    expect(call.ask('CancelOrder', { ...own, ClOrderId: 5 })).toEqual(success);
    expect(call.ask('CancelOrder', { OMSId: 1, OrderId: first })).toMatchObject({ errorcode: 104 });
    expect(call.ask('GetOpenOrders', own)).toHaveLength(1);
  });

  it("CancelOrder does not find another user's order by its id alone", () => {
    const theirs = exchange.market.sendOrder(limitOrder(0, '100', '1', 8)).reply;

    expect(call.ask('CancelOrder', { OMSId: 1, OrderId: orderId(theirs) })).toMatchObject({ errorcode: 104 });
  });

  it('CancelAllOrders without an account, or with 0, cancels for every account of the caller', () => {
    const open = (): readonly number[] =>
      [7, 8, 9].map((id) => {
        const caller = id === 7 ? dialAs(exchange, trader) : dialAs(exchange, partner);
        return (caller.ask('GetOpenOrders', { OMSId: 1, AccountId: id }) as readonly unknown[]).length;
      });
    const orders = (): void => {
      exchange.market.sendOrder(limitOrder(0, '100', '1', 7));
      exchange.market.sendOrder(limitOrder(0, '100', '1', 8));
      exchange.market.sendOrder({ ...limitOrder(0, '5000', '0.001', 9), InstrumentId: 4 });
    };
    call = dialAs(exchange, partner);

    orders();
    expect(open()).toEqual([1, 1, 1]);
    expect(call.ask('CancelAllOrders', { OMSId: 1, AccountId: 8 })).toEqual(success);
    expect(open()).toEqual([1, 0, 1]);
    expect(call.ask('CancelAllOrders', { OMSId: 1 })).toEqual(success);
    expect(open()).toEqual([1, 0, 0]);
    orders();
    expect(call.ask('CancelAllOrders', { OMSId: 1, AccountId: 0, InstrumentId: 0 })).toEqual(success);
    expect(open()).toEqual([2, 0, 0]);
  });

  it('GetOrderStatus, GetOpenOrders and GetOrdersHistory agree', () => {
    const cancelled = place(0, '100', '1');
    const working = place(0, '99', '1');
    call.ask('CancelOrder', { ...own, OrderId: cancelled });
    const ids = (orders: unknown): readonly number[] =>
      (orders as readonly { readonly OrderId: number }[]).map(({ OrderId }) => OrderId);

    expect(call.ask('GetOrderStatus', { ...own, OrderId: cancelled })).toMatchObject({
      OrderState: 'Canceled',
    });
    expect(call.ask('GetOrderStatus', { ...own, OrderId: 0 })).toMatchObject({ errorcode: 104 });
    expect(ids(call.ask('GetOpenOrders', own))).toEqual([working]);
    expect(ids(call.ask('GetOpenOrders', { ...own, InstrumentId: 2 }))).toEqual([]);
    expect(ids(call.ask('GetOrdersHistory', { OMSId: 1 }))).toEqual([working, cancelled]);
    expect(ids(call.ask('GetOrdersHistory', { ...own, Depth: 1, StartIndex: 1 }))).toEqual([cancelled]);
    for (const OrderState of ['Canceled', 3, '3']) {
      expect(ids(call.ask('GetOrdersHistory', { ...own, OrderState }))).toEqual([cancelled]);
    }
  });

  it('GetOpenOrders tells the time of the exchange, whatever the time is elsewhere', () => {
    place(0, '100', '1');
    const [order] = call.ask('GetOpenOrders', own) as readonly { readonly ReceiveTime: number }[];

    expect(order?.ReceiveTime).toBeGreaterThanOrEqual(noon);
    expect(order?.ReceiveTime).toBeLessThan(noon + 60_000);
  });
});
