import { asyncScheduler } from 'rxjs';
import { MessageType } from '../../../src/frame.ts';
import { createExchange, demoUsers, type Exchange } from '../../../src/simulator/index.ts';
import { marbles } from '../../support/marbles.ts';
import { type Call, dial, dialAs, limitOrder, success } from '../support/dial.ts';

const [trader, partner] = demoUsers;
const one = { OMSId: 1, InstrumentId: 1 };
const own = { OMSId: 1, AccountId: 7 };

describe('a stream', () => {
  let exchange: Exchange;
  let call: Call;
  beforeEach(() => {
    exchange = createExchange();
    call = dial(exchange);
  });
  afterEach(() => exchange.close());
  const bid = (price: string, accountId = 8): void => {
    exchange.market.sendOrder(limitOrder(0, price, '1', accountId));
  };
  const tradeAt = (price: string): void => {
    exchange.market.sendOrder(limitOrder(1, price, '0.1', 8));
    exchange.market.sendOrder(limitOrder(0, price, '0.1', 7));
  };

  const byIdOrSymbol: readonly (readonly [string, object])[] = [
    ['id', one],
    ['symbol', { OMSId: 1, Symbol: 'BTCUSDT' }],
  ];

  it.each(byIdOrSymbol)(
    'of Level 1 by %s starts with the present and goes on until it is ended',
    (_, named) => {
      bid('100.00');

      expect(call.ask('SubscribeLevel1', named)).toMatchObject({ InstrumentId: 1, BestBid: 100 });
      bid('101.00');
      expect(call.events('Level1UpdateEvent')).toMatchObject([{ InstrumentId: 1, BestBid: 101 }]);
      expect(call.ask('UnsubscribeLevel1', named)).toEqual(success);
      bid('102.00');
      expect(call.events('Level1UpdateEvent')).toHaveLength(1);
    },
  );

  it.each(byIdOrSymbol)('of Level 2 by %s starts with the book and goes on until it is ended', (_, named) => {
    bid('100.00');
    const columns = (rows: unknown): readonly unknown[] =>
      (rows as readonly (readonly number[])[]).map((row) => [row[3], row[6], row[7], row[8], row[9]]);

    expect(columns(call.ask('SubscribeLevel2', { ...named, Depth: 10 }))).toEqual([[0, 100, 1, 1, 0]]);
    bid('101.00');
    expect(call.events('Level2UpdateEvent').map(columns)).toEqual([[[0, 101, 1, 1, 0]]]);
    expect(call.ask('UnSubscribeLevel2', named)).toEqual(success);
    bid('102.00');
    expect(call.events('Level2UpdateEvent')).toHaveLength(1);
  });

  it('of Level 2 starts with nothing for an empty book and for a stopped instrument', () => {
    expect(call.ask('SubscribeLevel2', { OMSId: 1, Symbol: 'BTCCLP', Depth: 10 })).toEqual([]);
    expect(call.ask('SubscribeLevel2', { OMSId: 1, Symbol: 'ETHBTC', Depth: 10 })).toEqual([]);
  });

  it('keeps the zeros at the end of numbers', () => {
    bid('100.00');
    const sequence = call.send('SubscribeLevel2', { ...one, Depth: 10 });

    expect(call.answerTo(sequence)?.payload).toMatch(/,100\.00,1,1\.000000,0\]\]$/);
  });

  it('of trades starts with the last ones', () => {
    ['100.00', '101.00', '102.00'].forEach(tradeAt);
    const prices = (rows: unknown): readonly unknown[] =>
      (rows as readonly (readonly number[])[]).map((row) => row[3]);

    expect(prices(call.ask('SubscribeTrades', { ...one, IncludeLastCount: 2 }))).toEqual([101, 102]);
    tradeAt('103.00');
    expect(call.events('TradeDataUpdateEvent').map(prices)).toEqual([[103]]);
    expect(call.ask('UnsubscribeTrades', one)).toEqual(success);
    tradeAt('104.00');
    expect(call.events('TradeDataUpdateEvent')).toHaveLength(1);
  });

  it('of bars is one per interval, and all of an instrument end together', () => {
    const subscribe = (instrumentId: number, Interval: number): unknown =>
      call.ask('SubscribeTicker', { OMSId: 1, InstrumentId: instrumentId, Interval, IncludeLastCount: 5 });
    const lengths = (): readonly number[] =>
      call.events('TickerDataUpdateEvent').map((rows) => {
        const [row = []] = rows as readonly (readonly number[])[];
        return ((row[0] ?? 0) - (row[9] ?? 0)) / 1000;
      });
    expect([subscribe(1, 60), subscribe(1, 300), subscribe(2, 60)]).toEqual([[], [], []]);

    tradeAt('100.00');
    expect(lengths()).toEqual([60, 300]);

    expect(call.ask('UnsubscribeTicker', one)).toEqual(success);
    tradeAt('101.00');
    expect(lengths()).toEqual([60, 300]);
    expect(subscribe(1, 60)).toHaveLength(1);
    expect(subscribe(2, 60)).toMatchObject({ errorcode: 909 });
  });

  it('of bars lets time pass by itself, and only while it is on', () => {
    marbles(({ flush }) => {
      exchange.close();
      exchange = createExchange({ startTime: Date.UTC(2026, 0, 2) });
      call = dial(exchange);
      tradeAt('100.00');
      call.ask('SubscribeTicker', { ...one, Interval: 60, IncludeLastCount: 5 });
      asyncScheduler.schedule(() => call.ask('UnsubscribeTicker', one), 125_000);
      flush();

      const begins = call
        .events('TickerDataUpdateEvent')
        .flatMap((rows) => (rows as readonly (readonly number[])[]).map((row) => row[9] ?? 0));
      expect([...new Set(begins)].map((begin) => begin - Date.UTC(2026, 0, 2))).toEqual([0, 60_000, 120_000]);
    });
  });

  it('of block trades starts with none', () => {
    call = dialAs(exchange, trader);

    expect(call.ask('SubscribeBlockTrades', one)).toEqual([]);
    expect(call.ask('UnsubscribeBlockTrades', one)).toEqual(success);
  });

  it('that is not on can be ended all the same', () => {
    expect(call.ask('UnsubscribeLevel2', one)).toEqual(success);
  });

  it('goes to its own instrument and its own connection only', () => {
    const other = dial(exchange);
    call.ask('SubscribeLevel2', { OMSId: 1, InstrumentId: 2, Depth: 10 });
    other.ask('SubscribeLevel2', { ...one, Depth: 10 });
    bid('100.00');

    expect(call.frames.filter(({ type }) => type === MessageType.Event)).toEqual([]);
    expect(other.events('Level2UpdateEvent')).toHaveLength(1);
  });

  describe('of an account', () => {
    beforeEach(() => {
      call = dialAs(exchange, trader);
    });

    it('tells everything about it, after the reply to the call that caused it', () => {
      expect(call.ask('SubscribeAccountEvents', own)).toEqual({ Subscribed: true });
      const before = call.frames.length;
      exchange.market.sendOrder(limitOrder(1, '100.00', '1', 8));
      call.send('SendOrder', limitOrder(0, '100.00', '1'));

      const names = call.frames.slice(before).map(({ type, name }) => [type, name]);
      expect(names[0]).toEqual([MessageType.Reply, 'SendOrder']);
      expect(call.events('OrderStateEvent').at(-1)).toMatchObject({
        Account: 7,
        OrderState: 'FullyExecuted',
      });
      expect(call.events('OrderTradeEvent')).toMatchObject([{ AccountId: 7, Quantity: 1, Price: 100 }]);
      const positions = call.events('AccountPositionEvent') as readonly { readonly AccountId: number }[];
      expect(positions.length).toBeGreaterThan(1);
      expect(positions.every(({ AccountId }) => AccountId === 7)).toBe(true);
    });

    it('ends when that is asked for', () => {
      call.ask('SubscribeAccountEvents', own);

      expect(call.ask('UnSubscribeAccountEvents', own)).toEqual({ UnSubscribed: true });
      call.ask('SendOrder', limitOrder(0, '100.00', '1'));
      expect(call.events('OrderStateEvent')).toEqual([]);
    });

    it('tells nobody else', () => {
      const other = dialAs(exchange, partner);
      other.ask('SubscribeAccountEvents', { OMSId: 1, AccountId: 8 });
      call.ask('SendOrder', limitOrder(0, '100.00', '1'));

      expect(other.frames.filter(({ type }) => type === MessageType.Event)).toEqual([]);
    });

    it('may tell of the orders alone, of one instrument or of all', () => {
      const two = { ...own, InstrumentId: 2 };
      expect(call.ask('SubscribeOrderStateEvents', two)).toEqual({ Subscribed: true });
      call.ask('SendOrder', limitOrder(0, '100.00', '1'));
      expect(call.events('OrderStateEvent')).toEqual([]);

      call.ask('SendOrder', { ...limitOrder(0, '10.00', '1'), InstrumentId: 2 });
      expect(call.events('OrderStateEvent')).toMatchObject([{ Instrument: 2 }]);
      expect(call.events('AccountPositionEvent')).toEqual([]);

      expect(call.ask('SubscribeOrderStateEvents', own)).toEqual({ Subscribed: true });
      expect(call.ask('UnSubscribeOrderStateEvents', two)).toEqual({ UnSubscribed: true });
      call.ask('SendOrder', { ...limitOrder(0, '11.00', '1'), InstrumentId: 2 });
      expect(call.events('OrderStateEvent')).toHaveLength(2);
      expect(call.ask('UnSubscribeOrderStateEvents', own)).toEqual({ UnSubscribed: true });
      call.ask('SendOrder', limitOrder(0, '99.00', '1'));
      expect(call.events('OrderStateEvent')).toHaveLength(2);
    });
  });

  it('may be preceded by an event that repeats a part of the snapshot', () => {
    exchange.close();
    exchange = createExchange({ eventBeforeReply: true });
    tradeAt('100.00');
    exchange.market.sendOrder(limitOrder(0, '90.00', '1'));
    call = dialAs(exchange, trader);
    const order = (name: string, payload: object): readonly string[] => {
      const before = call.frames.length;
      call.send(name, payload);
      return call.frames.slice(before).map((frame) => frame.name);
    };

    expect([
      order('SubscribeLevel1', one),
      order('SubscribeLevel2', { ...one, Depth: 10 }),
      order('SubscribeTrades', { ...one, IncludeLastCount: 1 }),
      order('SubscribeTicker', { ...one, Interval: 60, IncludeLastCount: 1 }),
      order('SubscribeAccountEvents', own),
      order('SubscribeOrderStateEvents', own),
      order('SubscribeLevel2', { OMSId: 1, InstrumentId: 2, Depth: 10 }),
    ]).toEqual([
      ['Level1UpdateEvent', 'SubscribeLevel1'],
      ['Level2UpdateEvent', 'SubscribeLevel2'],
      ['TradeDataUpdateEvent', 'SubscribeTrades'],
      ['TickerDataUpdateEvent', 'SubscribeTicker'],
      ['AccountPositionEvent', 'SubscribeAccountEvents'],
      ['OrderStateEvent', 'SubscribeOrderStateEvents'],
      ['SubscribeLevel2'],
    ]);
    const sent = order('SendOrder', limitOrder(0, '91.00', '1'));
    expect(sent.at(-1)).toBe('SendOrder');
    expect(sent).toContain('OrderStateEvent');
  });
});
