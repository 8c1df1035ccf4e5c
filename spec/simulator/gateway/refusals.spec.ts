import { createExchange, demoUsers, type Exchange } from '../../../src/simulator/index.ts';
import { type Call, dial, dialAs, limitOrder, refusal, success } from '../support/dial.ts';

const [trader, partner] = demoUsers;
const notFound = refusal(104, 'Resource Not Found', 'Instrument not Found');
const invalid = (detail: string) => refusal(100, 'Invalid Request', detail);

describe('a refusal', () => {
  let exchange: Exchange;
  let call: Call;
  beforeEach(() => {
    exchange = createExchange();
    call = dial(exchange);
  });
  afterEach(() => exchange.close());

  describe.each([
    ['GetInstrument', {}],
    ['GetLevel1', {}],
    ['GetL2Snapshot', { Depth: 10 }],
    ['GetLastTrades', {}],
    ['GetTickerHistory', { Interval: 60, FromDate: '2020-01-01', ToDate: '2020-01-02' }],
    ['SubscribeLevel1', {}],
    ['SubscribeLevel2', { Depth: 10 }],
    ['SubscribeTrades', { IncludeLastCount: 10 }],
    ['SubscribeTicker', { Interval: 60, IncludeLastCount: 10 }],
    ['UnsubscribeLevel1', {}],
    ['UnsubscribeLevel2', {}],
    ['UnsubscribeTrades', {}],
    ['UnsubscribeTicker', {}],
  ])('%s', (name, others) => {
    it('is given for an instrument or an OMS that is not there', () => {
      expect(call.ask(name, { OMSId: 1, InstrumentId: 99, ...others })).toEqual(notFound);
      expect(call.ask(name, { OMSId: 2, InstrumentId: 1, ...others })).toEqual(notFound);
    });

    it('is given where no instrument is named', () => {
      expect(call.ask(name, { OMSId: 1, ...others })).toMatchObject({ result: false, errorcode: 100 });
    });
  });

  it('tells which fields are required', () => {
    expect(call.ask('SubscribeLevel2', { OMSId: 1, InstrumentId: 1 })).toEqual(
      invalid('OMSId, InstrumentId (or Symbol) and Depth are required fields'),
    );
    expect(call.ask('SubscribeLevel1', {})).toEqual(
      invalid('OMSId and InstrumentId (or Symbol) are required fields'),
    );
    expect(call.ask('GetL2Snapshot', { OMSId: 1, InstrumentId: 1 })).toEqual(
      invalid('OMSId, InstrumentId and Depth are required fields'),
    );
    expect(call.ask('GetInstruments', {})).toEqual(invalid('OMSId is a required field'));
  });

  it('tells which field is of the wrong kind', () => {
    expect(call.ask('SubscribeLevel2', { OMSId: 1, InstrumentId: 'x', Depth: 10 })).toEqual(
      invalid('InstrumentId must be an Integer'),
    );
    expect(call.ask('SubscribeLevel1', { OMSId: 1, Symbol: 7 })).toEqual(invalid('Symbol must be a String'));
    expect(call.ask('GetL2Snapshot', { OMSId: 1, InstrumentId: 1, Depth: -1 })).toMatchObject({
      errorcode: 100,
    });
    expect(
      call.ask('SubscribeTicker', { OMSId: 1, InstrumentId: 1, Interval: 61, IncludeLastCount: 1 }),
    ).toMatchObject({ errorcode: 100, detail: expect.stringContaining('one of 60, 300') as unknown });
    const history = { OMSId: 1, InstrumentId: 1, Interval: 60, FromDate: 'yesterday', ToDate: '2020-01-02' };
    expect(call.ask('GetTickerHistory', history)).toEqual(invalid('FromDate must be a date in UTC'));
  });

  it('is given for a payload that is no object', () => {
    const noObject = invalid('The payload must be an Object');
    expect(call.ask('GetInstruments', '[1]')).toEqual(noObject);
    expect(call.ask('GetInstruments', 'no JSON')).toEqual(noObject);
    expect(call.ask('GetInstruments', '7')).toEqual(noObject);
  });

  it('is given for a symbol that is not there', () => {
    expect(call.ask('SubscribeLevel1', { OMSId: 1, Symbol: 'NONE' })).toEqual(notFound);
    expect(call.ask('SubscribeLevel2', { OMSId: 1, Symbol: 'NONE', Depth: 1 })).toEqual(notFound);
  });

  describe('of what is subscribed already repeats the request', () => {
    const subscribes = [
      [
        'SubscribeLevel2',
        { OMSId: 1, InstrumentId: 1, Depth: 10 },
        { OMSId: 1, Symbol: 'BTCUSDT', Depth: 20 },
      ],
      ['SubscribeLevel1', { OMSId: 1, Symbol: 'BTCUSDT' }, { OMSId: 1, InstrumentId: 1 }],
      [
        'SubscribeTrades',
        { OMSId: 1, InstrumentId: 1, IncludeLastCount: 1 },
        { OMSId: 1, InstrumentId: 1, IncludeLastCount: 9 },
      ],
      [
        'SubscribeTicker',
        { OMSId: 1, InstrumentId: 1, Interval: 60, IncludeLastCount: 1 },
        { OMSId: 1, InstrumentId: 1, Interval: 60, IncludeLastCount: 9 },
      ],
      ['SubscribeAccountEvents', { OMSId: 1, AccountId: 7 }, { OMSId: 1, AccountId: 7 }],
      ['SubscribeOrderStateEvents', { OMSId: 1, AccountId: 7 }, { OMSId: 1, AccountId: 7, InstrumentId: 0 }],
      ['SubscribeBlockTrades', { OMSId: 1, InstrumentId: 1 }, { OMSId: 1, InstrumentId: 1 }],
    ] as const;

    it.each(subscribes)('%s', (name, first, second) => {
      call = dialAs(exchange, trader);
      call.ask(name, first);
      const duplicate = refusal(909, 'Already Subscribed.', JSON.stringify(second));

      expect([call.ask(name, second), call.ask(name, second)]).toEqual([duplicate, duplicate]);
    });

    it('while the first subscription goes on, and on that connection only', () => {
      const payload = { OMSId: 1, InstrumentId: 1, Depth: 10 };
      const other = dial(exchange);
      call.ask('SubscribeLevel2', payload);
      call.ask('SubscribeLevel2', payload);

      expect(other.ask('SubscribeLevel2', payload)).toEqual([]);
      exchange.market.sendOrder(limitOrder(0, '100', '1'));
      expect(call.events('Level2UpdateEvent')).toHaveLength(1);
    });

    it('and takes it again once it has been ended', () => {
      const payload = { OMSId: 1, InstrumentId: 1, Depth: 10 };
      call.ask('SubscribeLevel2', payload);

      expect(call.ask('UnsubscribeLevel2', { OMSId: 1, Symbol: 'BTCUSDT' })).toEqual(success);
      expect(call.ask('SubscribeLevel2', payload)).toEqual([]);
    });
  });

  describe('of a call of a user', () => {
    beforeEach(() => {
      call = dialAs(exchange, trader);
    });
    const own = { OMSId: 1, AccountId: 7 };

    it('names the order system where that is not there', () => {
      const noOms = refusal(104, 'Resource Not Found', 'OMS not Found');

      expect(call.ask('SendOrder', { ...limitOrder(0, '100', '1'), OMSId: 2 })).toEqual(noOms);
      expect(call.ask('GetAccountPositions', { ...own, OMSId: 2 })).toEqual(noOms);
      expect(call.ask('CancelAllOrders', { ...own, OMSId: 2 })).toEqual(noOms);
    });

    it("wants the account with a client's order id, which no account is guessed for", () => {
      call.ask('SendOrder', { ...limitOrder(0, '100', '1'), ClientOrderId: 5 });

      expect(call.ask('CancelOrder', { OMSId: 1, ClOrderId: 5 })).toEqual(
        invalid('AccountId is required with ClOrderId'),
      );
      expect(call.ask('CancelOrder', { OMSId: 1 })).toMatchObject({ errorcode: 100 });
      expect(call.ask('CancelOrder', { ...own, ClOrderId: 5 })).toEqual(success);
    });

    it('tells what is not there of orders of an instrument', () => {
      expect(call.ask('SubscribeOrderStateEvents', { ...own, InstrumentId: 99 })).toEqual(notFound);
      expect(call.ask('SubscribeOrderStateEvents', { ...own, InstrumentId: 1 })).toEqual({
        Subscribed: true,
      });
    });

    it('knows no fee of a quantity or a price that is none', () => {
      const fee = { ...own, InstrumentId: 1, Quantity: 1, Price: 1, OrderType: 2, MakerTaker: 1, Side: 0 };

      expect(call.ask('GetOrderFee', fee)).toMatchObject({ ProductId: 1 });
      expect(call.ask('GetOrderFee', { ...fee, Quantity: -1 })).toEqual(
        refusal(100, 'Invalid Quantity', null),
      );
      expect(call.ask('GetOrderFee', { ...fee, Price: 0 })).toMatchObject({ errorcode: 100 });
    });

    it("tells nothing of another's order to who would cancel it in a list", () => {
      const { reply } = exchange.market.sendOrder(limitOrder(0, '100', '1', 8));
      call.ask('SubscribeAccountEvents', own);
      call.ask('SendCancelList', [{ ...own, OrderId: (reply as { readonly OrderId: number }).OrderId }]);

      expect(call.events('CancelOrderRejectEvent')).toMatchObject([
        { OrderType: 'Unknown', InstrumentId: 0 },
      ]);
    });
  });

  describe('keeps accounts apart', () => {
    beforeEach(() => {
      call = dialAs(exchange, trader);
    });

    it.each([
      ['GetAccountInfo', {}],
      ['GetAccountPositions', {}],
      ['SendOrder', limitOrder(0, '100', '1', 8)],
      ['CancelOrder', { OrderId: 1 }],
      ['CancelAllOrders', {}],
      ['GetOrderStatus', { OrderId: 1 }],
      ['GetOpenOrders', {}],
      ['GetOrdersHistory', {}],
    ])('in %s', (name, others) => {
      expect(call.ask(name, { OMSId: 1, ...others, AccountId: 8 })).toBe('Endpoint Not Found');
      expect(call.ask(name, { OMSId: 1, ...others, AccountId: 99 })).toEqual(
        refusal(104, 'Resource Not Found', 'Account not Found'),
      );
    });

    it.each(['SubscribeAccountEvents', 'SubscribeOrderStateEvents'])('in %s, in its own form', (name) => {
      expect(call.ask(name, { OMSId: 1, AccountId: 8 })).toEqual({ Subscribed: false });
      expect(call.ask(name, { OMSId: 1, AccountId: 99 })).toEqual({ Subscribed: false });
    });

    it('and users too', () => {
      expect(call.ask('GetUserInfo', { UserId: partner.userId })).toBe('Endpoint Not Found');
      expect(call.ask('GetUserAccounts', { OMSId: 1, UserName: 'partner' })).toBe('Endpoint Not Found');
    });
  });
});
