import { createExchange, type Exchange } from '../../../src/simulator/index.ts';
import { type Call, dial, limitOrder, refusal } from '../support/dial.ts';
import { noon, pass, trade } from '../support/scene.ts';

type Row = Readonly<Record<string, unknown>>;

describe('market data for everybody', () => {
  let exchange: Exchange;
  let call: Call;
  beforeEach(() => {
    jest.useFakeTimers();
    exchange = createExchange({ startTime: noon });
    call = dial(exchange);
    trade(exchange, '120.00', '0.2');
    pass(600_000);
    trade(exchange, '90.00', '0.1');
    pass(600_000);
    trade(exchange, '100.00', '0.1');
    exchange.market.sendOrder(limitOrder(0, '98.00', '1'));
    exchange.market.sendOrder(limitOrder(0, '99.00', '2'));
    exchange.market.sendOrder(limitOrder(1, '101.00', '0.5'));
  });
  afterEach(() => {
    exchange.close();
    jest.useRealTimers();
  });

  it('Summary tells the last 24 hours of every pair', () => {
    const ask = (): Row | undefined =>
      (call.ask('Summary') as readonly Row[]).find(({ trading_pairs }) => trading_pairs === 'BTC_USDT');

    expect(call.ask('Summary')).toHaveLength(5);
    expect(ask()).toMatchObject({
      last_price: 100,
      lowest_ask: 101,
      highest_bid: 99,
      base_volume: 0.4,
      quote_volume: 43,
      highest_price_24h: 120,
      lowest_price_24h: 90,
    });
    pass(86_400_000);
    expect(ask()).toMatchObject({
      last_price: 100,
      base_volume: 0,
      highest_price_24h: 100,
      lowest_price_24h: 100,
    });
  });

  it('Ticker is a dictionary of the same', () => {
    expect(call.ask('Ticker')).toMatchObject({
      BTC_USDT: { base_id: 0, quote_id: 0, last_price: 100, base_volume: 0.4, quote_volume: 43 },
      USDT_CLP: { last_price: 0 },
    });
  });

  it('OrderBook gives the best level, or with Level 2 as many as are asked for', () => {
    const ask = (payload: object): unknown => call.ask('OrderBook', { Market_Pair: 'BTCUSDT', ...payload });
    const best = { timestamp: noon + 1_200_000, bids: [[2, 99]], asks: [[0.5, 101]] };

    expect(ask({})).toEqual(best);
    expect(ask({ Depth: 5 })).toEqual(best);
    expect(ask({ Level: 2, Depth: 1 })).toEqual(best);
    expect(ask({ Level: '2', Market_Pair: 'BTC_USDT' })).toMatchObject({
      bids: [
        [2, 99],
        [1, 98],
      ],
    });
    expect(ask({ Level: 3 })).toEqual(refusal(100, 'Invalid Request', 'Level must be 1 or 2'));
    expect(ask({ Market_Pair: 'XYZ' })).toMatchObject({ errorcode: 104 });
    expect(call.ask('OrderBook')).toEqual(refusal(100, 'Invalid Request', 'Market_Pair is a required field'));
  });

  it('Trades gives the last hundred, newest first', () => {
    const rows = call.ask('Trades', { market_pair: 'BTCUSDT' }) as readonly Row[];

    expect(rows.map(({ price }) => price)).toEqual([100, 90, 120]);
    expect(rows[0]).toMatchObject({
      base_volume: 0.1,
      quote_volume: 10,
      timestamp: '2026-01-02T12:20:00.000Z',
      type: 'buy',
    });
    for (let n = 0; n < 100; n += 1) trade(exchange, '100.00', '0.001');
    expect(call.ask('Trades', { Market_Pair: 'BTCUSDT' })).toHaveLength(100);
    expect(call.ask('Trades')).toEqual(refusal(100, 'Invalid Request', 'market_pair is a required field'));
  });

  it('GetLevel1Summary is a list of texts, each the summary of a market', () => {
    const texts = call.ask('GetLevel1Summary', { OMSId: 1 }) as readonly string[];
    const sequence = call.send('GetLevel1', { OMSId: 1, InstrumentId: 1 });

    expect(texts).toHaveLength(5);
    expect(texts[0]).toBe(call.answerTo(sequence)?.payload);
    expect(call.ask('GetLevel1Summary', { OMSId: 2 })).toMatchObject({ errorcode: 104 });
  });

  it('GetLevel1SummaryMin takes its ids as text', () => {
    const symbols = (payload: object): readonly unknown[] =>
      (call.ask('GetLevel1SummaryMin', { OMSId: 1, ...payload }) as readonly (readonly unknown[])[]).map(
        ([, symbol]) => symbol,
      );

    expect(symbols({ InstrumentIds: '[1,3]' })).toEqual(['BTCUSDT', 'USDTCLP']);
    expect(symbols({ InstrumentIds: [2] })).toEqual(['ETHUSDT']);
    expect(symbols({ InstrumentIds: '[99]' })).toEqual([]);
    expect(symbols({})).toHaveLength(5);
    expect(call.ask('GetLevel1SummaryMin', { OMSId: 1, InstrumentIds: '[1]' })).toEqual([
      [1, 'BTCUSDT', 100, expect.any(Number), expect.any(Number), 0.4],
    ]);
    expect(call.ask('GetLevel1SummaryMin', { OMSId: 1, InstrumentIds: 'all' })).toEqual(
      refusal(100, 'Invalid Request', 'InstrumentIds must be the JSON text of an Array of Integers'),
    );
  });

  it('GetEarliestTickTime is when the first bar began, and 0 where there is none', () => {
    expect(call.ask('GetEarliestTickTime', { OMSId: 1, InstrumentId: 1 })).toEqual([noon]);
    expect(call.ask('GetEarliestTickTime', { OMSId: 1, InstrumentId: 2 })).toEqual([0]);
  });

  it('HealthCheck tells the time of the exchange in ticks, in a text', () => {
    const { detail } = call.ask('HealthCheck') as { readonly detail: string };

    expect(detail).toMatch(/^running: \{"ExchangeId":1,"Data1":639029\d{12},/);
  });

  it('GetEnums lists the states of orders', () => {
    const [{ Enums } = { Enums: [] }] = call.ask('GetEnums') as readonly { readonly Enums: readonly Row[] }[];

    expect(Enums.map(({ Name, Number: number }) => [number, Name])).toEqual([
      [1, 'Working'],
      [2, 'Rejected'],
      [3, 'Canceled'],
      [4, 'Expired'],
      [5, 'FullyExecuted'],
    ]);
  });
});
