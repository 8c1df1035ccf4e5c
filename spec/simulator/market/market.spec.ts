import * as E from 'fp-ts/lib/Either.js';
import {
  defaultAccounts,
  defaultInstruments,
  defaultProducts,
  feeAccount,
} from '../../../src/simulator/market/catalogue.ts';
import { createMarket } from '../../../src/simulator/market/market.ts';
import type { OrderRequest } from '../../../src/simulator/market/orderRequest.ts';
import { wireText } from '../../../src/simulator/market/wireText.ts';
import { right, smallMarket, start } from './script.ts';

const buy = (AccountId: number, LimitPrice: string, more: Partial<OrderRequest> = {}): OrderRequest => ({
  AccountId,
  InstrumentId: 1,
  Side: 'Buy',
  OrderType: 'Limit',
  Quantity: '0.2',
  LimitPrice,
  ...more,
});

describe('the default market', () => {
  const market = createMarket({ seed: 1, now: () => start });

  it('lists its products, instruments and accounts in wire shape', () => {
    expect(market.products().map(({ Product }) => Product)).toEqual(
      defaultProducts.map(({ Product }) => Product),
    );
    expect(
      market
        .instruments()
        .map(({ Symbol, Product1Symbol, Product2Symbol }) => [Symbol, Product1Symbol + Product2Symbol]),
    ).toEqual(defaultInstruments.map(({ Symbol }) => [Symbol, Symbol]));
    expect(market.accounts().map(({ AccountId }) => AccountId)).toEqual(
      [...defaultAccounts, feeAccount].map(({ AccountId }) => AccountId),
    );
    expect(wireText(market.instruments()[0])).toContain('"QuantityIncrement":0.000001,"PriceIncrement":0.01');
  });

  it('has an instrument that takes no orders', () => {
    const stopped = market.instruments().filter(({ SessionStatus }) => SessionStatus === 'Stopped');
    expect(stopped.map(({ Symbol }) => Symbol)).toEqual(['ETHBTC']);
  });

  it('gives an account one position a product, with what it starts with', () => {
    const positions = right(market.positions(7));
    expect(wireText(positions.map(({ ProductSymbol, Amount, Hold }) => [ProductSymbol, Amount, Hold]))).toBe(
      '[["BTC",2.00000000,0.00000000],["ETH",30.00000000,0.00000000],["USDT",250000.00000000,0.00000000],["CLP",5000000.0000,0.0000]]',
    );
  });

  it('has nothing to tell of an empty book', () => {
    const rows = [right(market.level2(4, 10)), right(market.trades(4, 10)), right(market.bars(4, 60, 10))];
    expect(rows).toEqual([[], [], []]);
    expect(right(market.level1(4))).toMatchObject({
      LastTradeTime: 0,
      BidOrderCt: 0,
      TimeStamp: String(start),
    });
  });

  it('throws a RangeError where an instrument names a product that is not there', () => {
    expect(() => createMarket({ seed: 1, now: () => start, products: [] })).toThrow(RangeError);
  });
});

describe('what is not there', () => {
  const { market } = smallMarket();
  const failure = (detail: string) =>
    E.left({ result: false, errormsg: 'Resource Not Found', errorcode: 104, detail });

  it('is answered with 104 for an instrument', () => {
    const answers = [market.level1(99), market.level2(99, 1), market.trades(99, 1), market.bars(99, 60, 1)];
    expect(answers).toEqual(answers.map(() => failure('Instrument not Found')));
  });

  it('is answered with 104 for an account', () => {
    const answers = [market.positions(99), market.openOrders(99), market.ordersHistory({ AccountId: 99 })];
    expect(answers).toEqual(answers.map(() => failure('Account not Found')));
  });

  it('is answered with 104 for an order, be it of another account', () => {
    market.sendOrder(buy(1, '0.05'));
    expect(right(market.orderStatus(1, 1)).OrderId).toBe(1);
    expect([market.orderStatus(2, 1), market.orderStatus(1, 2)]).toEqual([
      failure('Order not Found'),
      failure('Order not Found'),
    ]);
  });
});

describe('orders asked for', () => {
  const stage = smallMarket();
  const { market } = stage;
  market.sendOrder(buy(1, '0.05', { ClientOrderId: 5 }));
  stage.pass(1000);
  market.sendOrder(buy(1, '0.10', { InstrumentId: 2 }));
  stage.pass(1000);
  market.sendOrder(buy(1, '0.15'));
  market.cancelOrder({ OrderId: 1 });
  const idsOf = (request: Omit<Parameters<typeof market.ordersHistory>[0], 'AccountId'>): readonly number[] =>
    right(market.ordersHistory({ AccountId: 1, ...request })).map(({ OrderId }) => OrderId);

  it('are open ones, oldest first, of one instrument or all', () => {
    expect(right(market.openOrders(1)).map(({ OrderId }) => OrderId)).toEqual([2, 3]);
    expect(right(market.openOrders(1, 2)).map(({ OrderId }) => OrderId)).toEqual([2]);
    expect(right(market.openOrders(2))).toEqual([]);
  });

  it.each([
    ['all, newest first', {}, [3, 2, 1]],
    ['those of an instrument', { InstrumentId: 1 }, [3, 1]],
    ['those of a state', { OrderState: 'Canceled' }, [1]],
    ['one by its id', { OrderId: 2 }, [2]],
    ['one by its client order id', { ClientOrderId: 5 }, [1]],
    ['those received from a time on', { StartTimestamp: start + 1000 }, [3, 2]],
    ['those received until a time', { EndTimestamp: start + 1000 }, [2, 1]],
    ['a page', { StartIndex: 1, Depth: 1 }, [2]],
    ['a page by another name', { Limit: 2 }, [3, 2]],
    [
      'all, where a filter is 0',
      { InstrumentId: 0, OrderId: 0, ClientOrderId: 0, StartTimestamp: 0 },
      [3, 2, 1],
    ],
  ])('are, of the history, %s', (_what, request, expected) => {
    expect(idsOf(request)).toEqual(expected);
  });

  it('are in their latest version', () => {
    expect(right(market.orderStatus(1, 1)).OrderState).toBe('Canceled');
  });

  it('are forgotten when a thousand of the account are over since, unless they are open', () => {
    const small = smallMarket();
    small.market.sendOrder(buy(1, '0.05'));
    for (let id = 2; id <= 1003; id += 1) {
      small.market.sendOrder(buy(1, '0.10'));
      small.market.cancelOrder({ OrderId: id });
    }
    const history = right(small.market.ordersHistory({ AccountId: 1, Depth: 2000 }));
    expect([history.length, history.at(-1)?.OrderId, history.at(-2)?.OrderId]).toEqual([1001, 1, 4]);
    expect(small.market.orderStatus(1, 2)._tag).toBe('Left');
  });
});

describe('market data on the wire', () => {
  const { market, pass } = smallMarket();
  market.sendOrder(buy(1, '0.50', { Quantity: '1.0', ClientOrderId: 77 }));
  pass(10);
  const { events } = market.sendOrder(buy(2, '0.50', { Side: 'Sell', Quantity: '0.3' }));
  const at = start + 10;

  it('are trades of eleven columns', () => {
    expect(wireText(right(market.trades(1, 10)))).toBe(`[[1,1,0.3,0.50,1,2,${at},0,1,0,77]]`);
    expect(events.filter(({ _tag }) => _tag === 'Trades').map(({ payload }) => wireText(payload))).toEqual([
      wireText(right(market.trades(1, 10))),
    ]);
  });

  it('are levels of ten columns', () => {
    const [row] = right(market.level2(1, 10));
    expect(wireText(row?.slice(1))).toBe(`[1,${at},0,0.50,1,0.50,1,0.7,0]`);
  });

  it('are bars of ten columns', () => {
    const minute = Math.floor(at / 60_000) * 60_000;
    expect(wireText(right(market.bars(1, 60, 10)))).toBe(
      `[[${minute + 60_000},0.50,0.50,0.50,0.50,0.3,0.50,0.00,1,${minute}]]`,
    );
  });

  it('are a summary with numbers of the scales of the instrument', () => {
    expect(wireText(right(market.level1(1)))).toBe(
      '{"OMSId":1,"InstrumentId":1,"MarketId":"btcusdt","BestBid":0.50,"BestOffer":0.00,"LastTradedPx":0.50,"LastTradedQty":0.3,' +
        `"LastTradeTime":${at},"SessionOpen":0.50,"SessionHigh":0.50,"SessionLow":0.50,"SessionClose":0.50,` +
        '"Volume":0.3,"CurrentDayVolume":0.3,"CurrentDayNotional":0.150,"CurrentDayNumTrades":1,' +
        '"CurrentDayPxChange":0.00,"Rolling24HrVolume":0.3,"Rolling24HrNotional":0.150,"Rolling24NumTrades":1,' +
        `"Rolling24HrPxChange":0.00000000,"TimeStamp":"${at}","BidQty":0.7,"AskQty":0.0,"BidOrderCt":1,` +
        '"AskOrderCt":0,"Rolling24HrPxChangePercent":0.00000000}',
    );
  });

  it('are an execution with its fee, role and both times', () => {
    const taker = events.flatMap((event) => (event._tag === 'OrderTrade' ? [event.payload] : []))[1];
    expect(taker).toMatchObject({
      TradeId: 1,
      OrderId: 2,
      AccountId: 2,
      InstrumentId: 1,
      Side: 'Sell',
      MakerTaker: 'Taker',
      CounterParty: '1',
      Direction: 'NoChange',
      TradeTimeMS: at,
    });
    expect(
      wireText([taker?.Quantity, taker?.RemainingQuantity, taker?.Price, taker?.Value, taker?.Fee]),
    ).toBe('[0.3,0.0,0.50,0.150,0.00000000]');
  });
});

describe('tick', () => {
  it('tells of bars that ended and of a summary that time has changed, once', () => {
    const { market, pass } = smallMarket();
    market.sendOrder(buy(1, '0.50'));
    market.sendOrder(buy(2, '0.50', { Side: 'Sell' }));
    expect(market.tick()).toEqual([]);
    pass(24 * 3_600_000 + 60_000);
    const events = market.tick();
    expect(events.map(({ _tag }) => _tag)).toEqual(['Level1', ...events.slice(1).map(() => 'Ticker')]);
    expect(events.flatMap((event) => (event._tag === 'Ticker' ? [event.Interval] : []))).toEqual(
      expect.arrayContaining([60, 300, 86_400]),
    );
    expect(market.tick()).toEqual([]);
  });
});
