import { createExchange, demoUsers, type Exchange } from '../../../src/simulator/index.ts';
import { type Call, dialAs, limitOrder, refusal } from '../support/dial.ts';
import { noon, pass, trade } from '../support/scene.ts';

const [trader, partner] = demoUsers;
const own = { OMSId: 1, AccountId: 7 };
const minute = 60_000;

type Row = Readonly<Record<string, unknown>>;

/** One trade a minute, from noon on. */
const prices = ['100.00', '101.00', '102.00', '103.00'];

describe('the history', () => {
  let exchange: Exchange;
  let call: Call;
  let ids: readonly number[];
  beforeEach(() => {
    jest.useFakeTimers();
    exchange = createExchange({ startTime: noon });
    call = dialAs(exchange, trader);
    ids = prices.map((price) => {
      const id = trade(exchange, price, '0.1');
      pass(minute);
      return id;
    });
  });
  afterEach(() => {
    exchange.close();
    jest.useRealTimers();
  });
  const rows = (name: string, payload: object = {}): readonly Row[] =>
    call.ask(name, { ...own, ...payload }) as readonly Row[];
  const column = (key: string, name: string, payload: object = {}): readonly unknown[] =>
    rows(name, payload).map((row) => row[key]);

  describe.each(['GetOrders', 'GetOrderHistory', 'GetOrdersHistory'])('%s', (name) => {
    const found = (payload: object = {}): readonly unknown[] => column('OrderId', name, payload);

    it('gives one row an order, newest first, page by page', () => {
      const newest = ids.toReversed();

      expect(found()).toEqual(newest);
      expect(found({ Depth: 2 })).toEqual(newest.slice(0, 2));
      expect(found({ Limit: 2, StartIndex: 1 })).toEqual(newest.slice(1, 3));
      expect(found({ StartIndex: 4 })).toEqual([]);
      expect(call.ask(name, { OMSId: 1 })).toHaveLength(4);
    });

    it('filters by times, ids, state and user', () => {
      const [first, second, third] = ids;

      expect(found({ StartTimestamp: noon + minute, EndTimestamp: noon + 2 * minute })).toEqual([
        third,
        second,
      ]);
      expect(found({ OrderId: first })).toEqual([first]);
      expect(found({ OriginalOrderId: second })).toEqual([second]);
      expect(found({ OrderState: 'Working' })).toEqual([]);
      expect(found({ OrderState: '5' })).toHaveLength(4);
      expect(found({ UserId: 64, Depth: 1, StartIndex: 3 })).toEqual([first]);
      expect(found({ UserId: 65 })).toEqual([]);
    });

    it('says which field is wrong', () => {
      expect(call.ask(name, { ...own, Depth: -1 })).toEqual(
        refusal(100, 'Invalid Request', 'Depth must be an Integer from 0 upwards'),
      );
      expect(call.ask(name, { AccountId: 7 })).toEqual(
        refusal(100, 'Invalid Request', 'OMSId is a required field'),
      );
    });

    it('gives a hundred rows unless told otherwise', () => {
      for (let n = 0; n < 110; n += 1) exchange.market.sendOrder(limitOrder(0, '1.00', '0.01'));

      expect(found()).toHaveLength(100);
      expect(found({ Depth: 200 })).toHaveLength(114);
    });
  });

  it('GetOrderHistoryByOrderId gives every version of an own order, newest first', () => {
    const [first = 0] = ids;
    const theirs = dialAs(exchange, partner);

    expect(column('OrderState', 'GetOrderHistoryByOrderId', { OrderId: first })).toEqual(
      expect.arrayContaining(['FullyExecuted', 'Working']),
    );
    expect(rows('GetOrderHistoryByOrderId', { OrderId: first })[0]).toMatchObject({
      OrderId: first,
      OrderState: 'FullyExecuted',
    });
    expect(theirs.ask('GetOrderHistoryByOrderId', { OMSId: 1, OrderId: first })).toMatchObject({
      errorcode: 104,
    });
    expect(call.ask('GetOrderHistoryByOrderId', { OMSId: 1, OrderId: 1 })).toMatchObject({ errorcode: 104 });
  });

  describe.each(['GetAccountTrades', 'GetTradesHistory'])('%s', (name) => {
    const found = (payload: object = {}): readonly unknown[] => column('Price', name, payload);

    it('gives the executions, newest first, page by page', () => {
      expect(found()).toEqual([103, 102, 101, 100]);
      expect(found({ Depth: 2, StartIndex: 1 })).toEqual([102, 101]);
      expect(found({ Count: 1 })).toEqual([103]);
      expect(found({ Depth: 0 })).toEqual([]);
      expect(rows(name)[0]).toMatchObject({
        AccountId: 7,
        MakerTaker: 'Taker',
        FeeProductId: 1,
        Fee: 0.0001,
      });
    });

    it('filters by times in every spelling, by ids and by user', () => {
      expect(found({ StartTimeStamp: noon + minute, EndTimeStamp: noon + 2 * minute })).toEqual([102, 101]);
      expect(found({ StartTimestamp: noon + minute, EndTimestamp: noon + 2 * minute })).toEqual([102, 101]);
      expect(found({ OrderId: ids[0] })).toEqual([100]);
      expect(found({ InstrumentId: 2 })).toEqual([]);
      expect(found({ UserId: 64, StartIndex: 3 })).toEqual([100]);
      expect(found({ UserId: 65 })).toEqual([]);
    });
  });

  it('GetAccountTrades gives 200 rows at most, and all of them in pages', () => {
    for (let n = 0; n < 206; n += 1) trade(exchange, '100.00', '0.001');

    expect(rows('GetAccountTrades', { Depth: 1_000 })).toHaveLength(200);
    expect(rows('GetAccountTrades', { StartIndex: 200 })).toHaveLength(10);
    expect(rows('GetAccountTrades', { UserId: 64, StartIndex: 200 })).toHaveLength(10);
  });

  it('GetAccountTransactions gives all there is, filtered by types in every form, times and products', () => {
    const all = rows('GetAccountTransactions');
    const count = (payload: object): number => rows('GetAccountTransactions', payload).length;

    // Four that the account started with, and of each trade what came in, what went out, and the fee.
    expect(all).toHaveLength(16);
    expect(count({ TransactionTypes: ['Fee'] })).toBe(4);
    expect(count({ TransactionTypes: [1] })).toBe(4);
    expect(count({ TransactionTypes: ['1', 'Trade'] })).toBe(12);
    expect(count({ TransactionReferenceTypes: [2] })).toBe(4);
    expect(count({ TransactionReferenceTypes: ['Trade'], ProductId: 3 })).toBe(4);
    expect(count({ StartTimestamp: noon + minute, EndTimeStamp: noon + minute })).toBe(3);
    expect(count({ StartTimeStamp: noon + minute, EndTimestamp: noon + minute })).toBe(3);
    expect(count({ Depth: 5 })).toBe(5);
    expect(count({ Depth: 5, StartIndex: 14 })).toBe(2);
    expect(call.ask('GetAccountTransactions', { OMSId: 1 })).toEqual(all);
    expect(call.ask('GetAccountTransactions', { ...own, TransactionTypes: 'Fee' })).toEqual(
      refusal(100, 'Invalid Request', 'TransactionTypes must be an Array of Strings or Integers'),
    );
  });

  it('GetAccountInstrumentStatistics sums the trades of an account up', () => {
    expect(rows('GetAccountInstrumentStatistics')).toMatchObject([
      { AccountId: 7, InstrumentId: 1, InstrumentSymbol: 'BTCUSDT', QuantityBought: 0.4, TotalDayBuys: 4 },
    ]);
  });

  it("is nobody's but the owner's", () => {
    const theirs = dialAs(exchange, partner);

    for (const name of [
      'GetOrders',
      'GetTradesHistory',
      'GetAccountTransactions',
      'GetAccountInstrumentStatistics',
    ]) {
      expect(theirs.ask(name, own)).toBe('Endpoint Not Found');
      expect(theirs.ask(name, { OMSId: 1, AccountId: 12_345 })).toMatchObject({ errorcode: 104 });
    }
  });
});
