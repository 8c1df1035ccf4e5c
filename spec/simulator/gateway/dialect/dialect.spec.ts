import * as fc from 'fast-check';
import {
  createExchange,
  type Dialect,
  demoUsers,
  type Exchange,
  type ExchangeOptions,
  profiles,
} from '../../../../src/simulator/index.ts';
import { decimal, formatDecimal, parseDecimal } from '../../../../src/simulator/market/decimal.ts';
import { withDecimals } from '../../../../src/simulator/gateway/dialect/decimals.ts';
import { defaultDialect } from '../../../../src/simulator/gateway/dialect/dialect.ts';
import { marbles } from '../../../support/marbles.ts';
import { type Call, dial, dialAs, limitOrder } from '../../support/dial.ts';

const one = { OMSId: 1, InstrumentId: 1 };
const own = { OMSId: 1, AccountId: 7 };

describe('a dialect', () => {
  const exchanges: Exchange[] = [];
  const start = (options: ExchangeOptions): { readonly exchange: Exchange; readonly call: Call } => {
    const exchange = createExchange({ startTime: 1_700_000_000_123, ...options });
    exchanges.push(exchange);
    return { exchange, call: dialAs(exchange, demoUsers[0]) };
  };
  afterEach(() => exchanges.splice(0).forEach((exchange) => exchange.close()));

  const bid = (exchange: Exchange, price: string): void => {
    exchange.market.sendOrder(limitOrder(0, price, '0.5', 8));
  };
  const tradeAt = (exchange: Exchange, price: string): void => {
    exchange.market.sendOrder(limitOrder(1, price, '0.1', 8));
    exchange.market.sendOrder(limitOrder(0, price, '0.1', 7));
  };
  /** The text of the reply to a call. */
  const textOf = (call: Call, name: string, payload: object): string =>
    String(call.answerTo(call.send(name, payload))?.payload);
  /** The text of the last event of a name. */
  const lastEvent = (call: Call, name: string): string =>
    String(call.frames.findLast((frame) => frame.name === name)?.payload);
  const columns = (text: string): readonly (readonly unknown[])[] =>
    JSON.parse(text) as readonly (readonly unknown[])[];

  it.each([
    ['single', (ids: readonly unknown[]) => new Set(ids).size === 1],
    ['numbered', (ids: readonly unknown[]) => String(ids) === '1,2,3'],
  ] as const)('gives the rows of a snapshot %s ids', (snapshotIds, isRight) => {
    const { exchange, call } = start({ snapshotIds });
    ['100.00', '101.00', '102.00'].forEach((price) => bid(exchange, price));

    for (const name of ['SubscribeLevel2', 'GetL2Snapshot']) {
      expect(isRight(columns(textOf(call, name, { ...one, Depth: 10 })).map(([id]) => id))).toBe(true);
    }
    bid(exchange, '103.00');
    expect(Number(columns(lastEvent(call, 'Level2UpdateEvent'))[0]?.[0])).toBeGreaterThan(3);
  });

  it('counts accounts and orders of a level, or says 0', () => {
    const countsIn = (levelCounts: Dialect['levelCounts']): unknown => {
      const { exchange, call } = start({ levelCounts });
      bid(exchange, '100.00');
      const [row = []] = columns(textOf(call, 'SubscribeLevel2', { ...one, Depth: 10 }));
      bid(exchange, '101.00');
      const [change = []] = columns(lastEvent(call, 'Level2UpdateEvent'));
      return [row[1], row[5], change[1], change[5]];
    };

    expect(countsIn('true')).toEqual([1, 1, 1, 1]);
    expect(countsIn('zero')).toEqual([0, 0, 0, 0]);
  });

  it('leaves phantoms of levels that leave the window, and none at a depth above the book', () => {
    const heldAfter = (options: ExchangeOptions, Depth: number): readonly unknown[] => {
      const { exchange, call } = start(options);
      const [first] = [exchange.market.sendOrder(limitOrder(0, '100.00', '0.5', 8))];
      call.send('SubscribeLevel2', { ...one, Depth });
      bid(exchange, '101.00');
      bid(exchange, '102.00');
      exchange.market.cancelOrder({ OrderId: (first.reply as { OrderId: number }).OrderId });
      const book = new Set<unknown>([100]);
      for (const rows of call.events('Level2UpdateEvent') as readonly (readonly unknown[])[][]) {
        for (const row of rows) {
          if (row[3] === 2) book.delete(row[6]);
          else book.add(row[6]);
        }
      }
      return [...book].sort();
    };

    expect(heldAfter({ level2Window: 'phantom' }, 2)).toEqual([100, 101, 102]);
    expect(heldAfter({ level2Window: 'phantom' }, 10)).toEqual([101, 102]);
    expect(heldAfter({}, 2)).toEqual([101, 102]);
  });

  it('writes trades as arrays or objects, numbers or texts', () => {
    const rowIn = (options: ExchangeOptions): string => {
      const { exchange, call } = start(options);
      call.send('SubscribeTrades', { ...one, IncludeLastCount: 1 });
      tradeAt(exchange, '100.00');
      const told = lastEvent(call, 'TradeDataUpdateEvent');
      expect(textOf(call, 'GetLastTrades', { ...one, Count: 1 })).toBe(told);
      return told;
    };

    expect(rowIn({})).toMatch(/^\[\[\d+,1,0\.100000,100\.00,\d+,\d+,1700000\d{6},0,0,0,0\]\]$/);
    expect(rowIn({ tradeNumbers: 'text', blockTrade: 'boolean', decimals: 'shortest' })).toMatch(
      /^\[\[\d+,1,"0\.1","100",\d+,\d+,1700000\d{6},0,0,false,0\]\]$/,
    );
    expect(rowIn({ rows: 'object' })).toMatch(/^\[\{"0":\d+,"1":1,"2":0\.10*,"3":100\.00,.*"10":0\}\]$/);
  });

  it('writes bars with ten columns or nine, whole times or not, idle ones with prices or without', () => {
    const barsIn = (options: ExchangeOptions): readonly (readonly unknown[])[] => {
      const heard: (readonly (readonly unknown[])[])[] = [];
      marbles(({ cold, flush }) => {
        const { exchange, call } = start({ ...options, startTime: Date.UTC(2026, 0, 2) });
        tradeAt(exchange, '100.00');
        cold('70s a').subscribe(() => {
          const ticker = { ...one, Interval: 60, IncludeLastCount: 5 };
          heard.push(columns(textOf(call, 'SubscribeTicker', ticker)));
          call.subscription.unsubscribe();
        });
        flush();
      });
      return heard[0] ?? [];
    };
    const start0 = Date.UTC(2026, 0, 2);

    const [first = [], idle = []] = barsIn({});
    expect([first.length, first[0], first[9]]).toEqual([10, start0 + 60_000, start0]);
    expect(idle.slice(1, 6)).toEqual([100, 100, 100, 100, 0]);
    expect(barsIn({ idleBars: 'zero' })[1]?.slice(1, 6)).toEqual([0, 0, 0, 0, 0]);
    expect(barsIn({ barColumns: 9 }).map(({ length }) => length)).toEqual([9, 9]);
    const [odd = []] = barsIn({ barTimes: 'fractional' });
    expect([odd[0], odd[9]]).toEqual([start0 + 60_000.25, start0 + 0.25]);
    expect(barsIn({ rows: 'object' })[0]).toMatchObject({ 0: start0 + 60_000, 9: start0 });
  });

  it('tells a bar in progress whole, by what is new, or not at all', () => {
    const volumesIn = (barsInProgress: Dialect['barsInProgress']): unknown => {
      const { exchange, call } = start({ barsInProgress });
      tradeAt(exchange, '100.00');
      call.send('SubscribeTicker', { ...one, Interval: 60, IncludeLastCount: 1 });
      tradeAt(exchange, '101.00');
      tradeAt(exchange, '102.00');
      const snapshot = columns(
        textOf(dial(exchange), 'SubscribeTicker', { ...one, Interval: 60, IncludeLastCount: 1 }),
      );
      const events = call.events('TickerDataUpdateEvent') as readonly (readonly (readonly number[])[])[];
      return [snapshot[0]?.[5], events.map((rows) => rows.map((row) => row[5]))];
    };

    expect(volumesIn('replaced')).toEqual([0.3, [[0.2], [0.3]]]);
    expect(volumesIn('repeated')).toEqual([0.3, [[0.2], [0.3]]]);
    expect(volumesIn('incremental')).toEqual([0.3, [[0.1], [0.1]]]);
    expect(volumesIn('withheld')).toEqual([0.3, []]);
  });

  it('tells a bar in progress once a second until it ends, though nothing is traded, or only with a trade', () => {
    const told = (barsInProgress: Dialect['barsInProgress'], trades: number): readonly number[] => {
      const ends: number[] = [];
      marbles(({ cold, flush }) => {
        const { exchange, call } = start({ barsInProgress, startTime: Date.UTC(2026, 0, 2, 0, 0, 57) });
        for (let n = 0; n < trades; n += 1) tradeAt(exchange, '100.00');
        call.send('SubscribeTicker', { ...one, Interval: 60, IncludeLastCount: 1 });
        cold('5500ms a').subscribe(() => {
          call.subscription.unsubscribe();
          const rows = (call.events('TickerDataUpdateEvent') as readonly (readonly number[])[][]).flat();
          ends.push(...rows.map(([end = 0]) => (end - Date.UTC(2026, 0, 2)) / 60_000));
        });
        flush();
      });
      return ends;
    };

    expect(told('replaced', 1)).toEqual([1, 2]);
    expect(told('repeated', 1)).toEqual([1, 1, 1, 2, 2, 2, 2]);
    expect(told('repeated', 0)).toEqual([]);
  });

  it('writes payloads as text, or objects and arrays as what they are, digit for digit', () => {
    const saidIn = (options: ExchangeOptions): readonly string[] => {
      const { exchange, call } = start({ decimals: 'longest', logoutPayload: '{no JSON', ...options });
      const texts: string[] = [];
      call.wire.message$.subscribe((text) => texts.push(String(text)));
      call.send('Ping');
      call.send('SubscribeTrades', { ...one, IncludeLastCount: 1 });
      tradeAt(exchange, '100.00');
      call.send('Nonsense');
      exchange.logOut(demoUsers[0].userId);
      return texts;
    };

    const [ping, trades, event, unknown, goodbye] = saidIn({ payloads: 'value' });
    expect([ping, trades]).toEqual([
      '{"m":1,"i":4,"n":"Ping","o":{"msg":"PONG"}}',
      '{"m":1,"i":6,"n":"SubscribeTrades","o":[]}',
    ]);
    expect(event).toMatch(/"o":\[\[\d+,1,0\.10{26},100\.0{25},.*\]\]\}$/);
    expect(unknown).toMatch(/"o":"Endpoint Not Found"\}$/);
    expect(goodbye).toMatch(/"o":"\{no JSON"\}$/);
    expect(saidIn({})[0]).toBe('{"m":1,"i":4,"n":"Ping","o":"{\\"msg\\":\\"PONG\\"}"}');
  });

  it('says the symbol in a summary, or does not', () => {
    const idIn = (options: ExchangeOptions): readonly unknown[] => {
      const { exchange, call } = start(options);
      const reply = call.ask('SubscribeLevel1', one);
      bid(exchange, '100.00');
      const [summary] = call.ask('GetLevel1Summary', { OMSId: 1 }) as readonly string[];
      return [reply, call.events('Level1UpdateEvent')[0], JSON.parse(summary ?? '')].map(
        (told) => (told as { readonly MarketId?: string }).MarketId,
      );
    };

    expect(idIn({})).toEqual([undefined, undefined, undefined]);
    expect(idIn(profiles.foxbit)).toEqual(['btcusdt', 'btcusdt', 'btcusdt']);
  });

  it.each(['MarketStateUpdate', 'MarketStatusUpdate'] as const)(
    'tells of the session of a market by %s',
    (marketStateName) => {
      const { exchange, call } = start({ marketStateName });
      call.ask('SubscribeAccountEvents', own);
      exchange.market.setSessionStatus(1, 'Paused');

      expect(call.events(marketStateName)).toMatchObject([{ VenueInstrumentId: 1, NewStatus: 'Paused' }]);
    },
  );

  it('writes the times, sizes and notional of a summary its own way', () => {
    const summaryIn = (options: ExchangeOptions): Record<string, unknown> => {
      const { exchange, call } = start(options);
      tradeAt(exchange, '100.00');
      bid(exchange, '99.00');
      return call.ask('SubscribeLevel1', one) as Record<string, unknown>;
    };

    expect(summaryIn({})).toMatchObject({
      TimeStamp: expect.stringMatching(/^1700000\d{6}$/) as unknown,
      BidQty: 0.5,
      CurrentDayNotional: 10,
    });
    expect(summaryIn(profiles.foxbit)).toMatchObject({
      LastTradeTime: 1_700_000_000,
      TimeStamp: 1_700_000_000,
    });
    expect(Object.keys(summaryIn(profiles.foxbit)).join()).not.toMatch(/Notional|BidQty|AskQty|OrderCt/);
    const other = summaryIn({ level1Notional: 'CurrentNotional', level1Sizes: 'zero' });
    expect(other).toMatchObject({ CurrentNotional: 10, BidQty: 0, BidOrderCt: 1 });
    expect(other).not.toHaveProperty('CurrentDayNotional');
  });

  it('writes everything about an account as text', () => {
    const { call } = start({ accountNumbers: 'text' });
    call.send('SubscribeAccountEvents', own);
    call.send('SendOrder', limitOrder(0, '100.00', '1'));
    const [position = {}] = call.ask('GetAccountPositions', own) as readonly Record<string, unknown>[];

    expect(new Set(Object.values(position).map((value) => typeof value))).toEqual(new Set(['string']));
    expect(call.events('OrderStateEvent')).toMatchObject([
      { Account: '7', Quantity: '1.000000', Price: '100.00' },
    ]);
    expect(call.ask('GetOpenOrders', own)).toMatchObject([{ Account: '7', Side: 'Buy', IsQuote: false }]);
  });

  it('tells fewer fields of an order, and swaps the times of an execution', () => {
    const { exchange, call } = start({ orderStateFields: 'first', tradeTimes: 'swapped' });
    call.send('SubscribeAccountEvents', own);
    exchange.market.sendOrder(limitOrder(1, '100.00', '1', 8));
    call.send('SendOrder', limitOrder(0, '100.00', '1'));

    expect(Object.keys(call.events('OrderStateEvent')[0] as object)).toHaveLength(14);
    const [trade] = call.events('OrderTradeEvent') as readonly Record<string, number>[];
    expect(String(trade?.['TradeTime'])).toMatch(/^1700000\d{6}$/);
    expect(trade?.['TradeTimeMS']).toBeLessThan(0);
  });

  it('spells the answers to a login and to an account stream', () => {
    const { call } = start({ loginKeys: 'camelCase', acceptanceKey: 'Subscribe' });

    expect(call.ask('WebAuthenticateUser', { UserName: 'nobody', Password: 'x' })).toEqual({
      authenticated: false,
      locked: false,
      errormsg: 'Invalid username or password',
    });
    expect(call.ask('SubscribeAccountEvents', own)).toEqual({ Subscribe: true });
  });

  it('changes the digits of a decimal, and never its value', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 27n), max: 10n ** 27n }), fc.nat({ max: 18 }), (units, scale) => {
        const value = decimal(`${units}e-${scale}`);
        const written = (decimals: Dialect['decimals']): string =>
          formatDecimal(withDecimals({ ...defaultDialect, decimals }, value) as typeof value);

        expect(Number(written('shortest'))).toBe(Number(written('increment')));
        expect(Number(written('longest'))).toBe(Number(written('increment')));
        expect(written('shortest')).not.toMatch(/\..*0$/);
        expect(written('longest').replace(/^-?0*(?=\d)|\./g, '').length).toBeGreaterThanOrEqual(28);
        expect(parseDecimal(written('longest'))._tag).toBe('Some');
      }),
    );
  });
});
