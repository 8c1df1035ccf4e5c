import { finalize, takeUntil, timer } from 'rxjs';
import { createClient } from '../../../src/client.ts';
import type { Watch } from '../../../src/cli/watch/runWatch.ts';
import type { Manner } from '../../../src/cli/watch/shown.ts';
import { watchAccount } from '../../../src/cli/watch/watchAccount.ts';
import { watchBars } from '../../../src/cli/watch/watchBars.ts';
import { watchBook } from '../../../src/cli/watch/watchBook.ts';
import { watchTrades } from '../../../src/cli/watch/watchTrades.ts';
import { apiKeyLogin, placeOrder$ } from '../../../src/index.ts';
import { createExchange, demoUsers, type Exchange } from '../../../src/simulator/index.ts';
import { marbles } from '../../support/marbles.ts';
import { createScreen, createTerminal } from '../../support/terminal.ts';

const url = 'ws://127.0.0.1:8080/wsgateway';
const [trader] = demoUsers;

interface Run {
  /** Virtual milliseconds until it is stopped. @default 10_000 */
  readonly for?: number;
  /** What happens meanwhile, by the time. */
  readonly then?: Readonly<Record<number, (exchange: Exchange) => void>>;
  readonly login?: boolean;
}

/** Watches a simulated exchange in virtual time; the crowd acts every 250 ms. */
const watched = (watch: Watch, manner: Manner, run: Run = {}) => {
  const screen = createScreen({ columns: 100, rows: 20 });
  const { terminal, said, logged } = createTerminal();
  const failures: unknown[] = [];
  marbles(({ cold, flush }) => {
    const exchange = createExchange({ crowd: 250, startTime: 1_700_000_000_000, latency: 5 });
    const client = createClient({
      ...{ transport: exchange.transport, backoff: () => 2_000, keepAlive: false },
      ...(run.login === true && { credentials: apiKeyLogin(trader) }),
    });
    for (const [at, act] of Object.entries(run.then ?? {})) cold(`${at}ms x`).subscribe(() => act(exchange));
    watch(client, url)({ ...terminal, screen: screen.screen }, manner)
      .pipe(takeUntil(timer(run.for ?? 10_000)))
      .pipe(
        // Nothing may be left that goes on by itself: virtual time ends with the last timer.
        finalize(() => {
          client.close();
          exchange.close();
        }),
      )
      .subscribe({ error: (error: unknown) => failures.push(error) });
    flush();
  });
  const records = (): readonly Readonly<Record<string, unknown>>[] =>
    said.map((line) => JSON.parse(line) as Readonly<Record<string, unknown>>);
  return { ...screen, said, logged, failures, records };
};

const book: Watch = (client, at) => watchBook(client, at, 'btcusdt', 3);
const trades: Watch = (client, at) => watchTrades(client, at, 'BTCUSDT', 5);
const bars: Watch = (client, at) => watchBars(client, at, 'BTCUSDT', 60);
const account: Watch = (client, at) => watchAccount(client, at, undefined, 60);

const price = String.raw`\d+\.\d\d`;
const drop = { 4_000: (exchange: Exchange) => exchange.drop() };

describe('watch book', () => {
  it('draws a ladder of levels, the asks above, with bars that grow away from the middle', () => {
    const picture = watched(book, 'screen').pictures().at(-1) ?? [];
    expect(picture[0]).toMatch(/^BTCUSDT order book {2}● live {2}snapshot 1/);
    expect(picture[1]).toBe(`${url}  reconnects 0  connected`);
    expect(picture[3]).toMatch(/^ +price +quantity +total$/);
    expect(picture.slice(4)).toHaveLength(7);
    const rungs = picture.slice(4).filter((_, at) => at !== 3);
    for (const rung of rungs)
      expect(rung).toMatch(new RegExp(`^ +${price} +0\\.\\d{6} +0\\.\\d{6} {2}█*.?$`));
    expect(picture[7]).toMatch(/ mid {3}spread \d+(\.\d+)? \(\d+\.\d\d bp\) {3}imbalance [+-]\d+%$/);
    const prices = rungs.map((rung) => parseFloat(rung));
    expect(prices).toEqual([...prices].sort((a, b) => b - a));
    const lengths = rungs.map((rung) => (rung.split('  ').at(-1) ?? '').length);
    expect(lengths[0]).toBeGreaterThanOrEqual(lengths[2] ?? 0);
    expect(lengths[5]).toBeGreaterThanOrEqual(lengths[3] ?? 0);
  });

  it('shows a lost link, how long it lasts, and that it came back', () => {
    const seen = watched(book, 'screen', { then: drop }).pictures();
    const heads = seen.map(([first, second]) => `${first ?? ''}|${second ?? ''}`);
    expect(
      heads.some((head) => /○ restoring.*\|.*next attempt in 1\.\d s; connection lost: /.test(head)),
    ).toBe(true);
    expect(heads.at(-1)).toMatch(/● live {2}snapshot 2.*\|.*reconnects 1 {2}connected again$/);
  });

  it('keeps the last book readable, and faint, while it cannot be trusted', () => {
    const { written } = watched(book, 'screen', { then: drop, for: 5_000 });
    expect(written.at(-2)).toMatch(/○ restoring/);
    expect(written.at(-2)).toMatch(new RegExp(price));
  });

  it('tells in lines when the best bid or ask changes, and beside them where the link stands', () => {
    const { said, logged, written } = watched(book, 'lines', { then: drop });
    expect(written).toEqual([]);
    expect(said.length).toBeGreaterThan(5);
    expect(said.slice(1).every((line, at) => line.slice(13) !== said[at]?.slice(13))).toBe(true);
    expect(said.at(-1)).toMatch(
      new RegExp(`^\\d\\d:\\d\\d:\\d\\d\\.\\d{3} {2}[\\d.]+ @ ${price} {2}${price} @ [\\d.]+ {2}spread`),
    );
    expect(logged).toEqual([
      'connecting',
      'connected',
      expect.stringMatching(/^connection lost: /) as string,
      expect.stringMatching(/^connecting again, attempt 1: /) as string,
      'connected again',
    ]);
  });

  it('tells as JSON every book and every state of the link', () => {
    const all = watched(book, 'json', { then: drop }).records();
    const books = all.filter(({ type }) => type === 'book');
    expect(books.at(-1)).toMatchObject({ symbol: 'BTCUSDT', status: 'live', snapshot: 2, repairs: 0 });
    expect((books.at(-1)?.['bids'] as unknown[]).length).toBe(3);
    expect(
      all.filter(({ type }) => type === 'link').map(({ state, reconnects }) => [state, reconnects]),
    ).toEqual([
      ['Connecting', 0],
      ['Open', 0],
      ['Waiting', 0],
      ['Connecting', 0],
      ['Open', 1],
    ]);
  });

  it('fails with near names where there is no such symbol, and gives the screen back', () => {
    const { failures, written } = watched((client, at) => watchBook(client, at, 'BTCUSD', 3), 'screen');
    expect(failures).toEqual([
      expect.objectContaining({
        message: expect.stringMatching(/^There is no instrument BTCUSD\. Did you mean .*BTCUSDT/) as string,
      }),
    ]);
    expect(written.at(-1)).toContain('\u001b[?1049l');
  });
});

describe('watch trades', () => {
  it('draws the newest trade on top, with what they come to above', () => {
    const picture = watched(trades, 'screen').pictures().at(-1) ?? [];
    expect(picture[0]).toMatch(/^BTCUSDT trades {2}● connected/);
    expect(picture[3]).toMatch(/^last \d+: low [\d.]+ {2}high [\d.]+ {2}vwap [\d.]+ {2}volume [\d.]+$/);
    const rows = picture.slice(5);
    for (const row of rows)
      expect(row).toMatch(
        /^\d\d:\d\d:\d\d\.\d{3} {2}[▲▼·] +[\d.]+ +[\d.]+ {2}(bought|sold {2}) +[█▏▎▍▌▋▊▉]*$/,
      );
    const times = rows.map((row) => row.slice(0, 12));
    expect(times).toEqual([...times].sort().reverse());
  });

  it('tells each trade once in lines and as JSON, over a lost link as well', () => {
    const { said } = watched(trades, 'lines', { then: drop });
    const ids = watched(trades, 'json', { then: drop })
      .records()
      .filter(({ type }) => type === 'trade')
      .map(({ id }) => id);
    expect(ids.length).toBeGreaterThan(3);
    expect(new Set(ids).size).toBe(ids.length);
    expect(said.length).toBe(ids.length);
    expect(said[0]).toMatch(/^\d\d:\d\d:\d\d\.\d{3} {2}· {2}[\d.]+ {2}[\d.]+ {2}(bought|sold)$/);
  });
});

describe('watch bars', () => {
  it('draws candles with prices and times, and the last bar in figures', () => {
    const picture = watched(bars, 'screen', { for: 70_000 }).pictures().at(-1) ?? [];
    expect(picture[0]).toMatch(/^BTCUSDT bars of 1m {2}● live/);
    expect(picture[3]).toMatch(
      /^open [\d.]+ {2}high [\d.]+ {2}low [\d.]+ {2}close [\d.]+ {2}[+-]\d+\.\d\d% {2}volume [\d.]+$/,
    );
    expect(picture.slice(5, 17).join('\n')).toMatch(/[┃│╷╵╻╹╽╿]/);
    expect(picture.at(-2)).toMatch(/[▁▂▃▄▅▆▇█]/);
    expect(picture.length).toBeLessThanOrEqual(20);
  });

  it('tells bars that change in lines and as JSON, those that are over among them', () => {
    const { said } = watched(bars, 'lines', { for: 70_000 });
    expect(said).toContain('● live');
    expect(said.some((line) => /^\d\d:\d\d {2}open .*volume [\d.]+$/.test(line))).toBe(true);
    const records = watched(bars, 'json', { for: 70_000 }).records();
    const finals = records.filter(({ isFinal }) => isFinal === true);
    expect(new Set(finals.map(({ begin }) => begin)).size).toBeGreaterThanOrEqual(1);
    expect(records.filter(({ type }) => type === 'status').map(({ status }) => status)).toEqual([
      'restoring',
      'live',
    ]);
  });
});

describe('watch account', () => {
  const place = (Quantity: string, LimitPrice: string) => (exchange: Exchange) => {
    const client = createClient({
      ...{ transport: exchange.transport, credentials: apiKeyLogin(trader), keepAlive: false },
    });
    const order = {
      AccountId: 7,
      InstrumentId: 1,
      Side: 'Buy',
      OrderType: 'Limit',
      TimeInForce: 'GTC',
    } as const;
    placeOrder$(client, { ...order, Quantity, LimitPrice }).subscribe();
    timer(3_000).subscribe(() => client.close());
  };
  const acts = { 2_000: place('0.001', '90000.00'), 3_000: place('0.002', '120000.00') };

  it('draws open orders, balances and fills of the first account of the login', () => {
    const picture = (watched(account, 'screen', { login: true, then: acts }).pictures().at(-1) ?? []).join(
      '\n',
    );
    expect(picture).toMatch(/^account 7 {2}● live {2}open orders 1/);
    expect(picture).toMatch(
      /\nOpen orders\n {2}time .*\n.* BTCUSDT {2}Buy {3}Limit {2}90000\.00 {2}0\.001000 {2}0\.000000 {2}Working *\n/,
    );
    expect(picture).toMatch(/\nBalances.*\n {2}product +available +on hold +amount *\n {2}BTC/);
    expect(picture).toMatch(
      /\nFills\n {2}time .*\n.*BTCUSDT {2}Buy {3}\d+\.\d\d {2}0\.00\d{4} {2}Taker {2}fee [\d.]+ *$/m,
    );
  });

  it('tells every order, balance and fill in lines and as JSON', () => {
    const { said } = watched(account, 'lines', { login: true, then: acts });
    expect(said[0]).toBe('account 7');
    for (const kind of ['order', 'balance', 'fill'])
      expect(said.some((line) => line.startsWith(`${kind}  `))).toBe(true);
    const records = watched(account, 'json', { login: true, then: acts }).records();
    const states = records.filter(({ type }) => type === 'order').map(({ OrderState }) => OrderState);
    expect(states).toContain('Working');
    expect(states).toContain('FullyExecuted');
    expect(records.filter(({ type }) => type === 'fill').length).toBeGreaterThan(0);
    expect(
      records.filter(({ type }) => type === 'balance').map(({ ProductSymbol }) => ProductSymbol),
    ).toContain('BTC');
  });

  it('fails as the login does', () => {
    const { failures } = watched((client, at) => watchAccount(client, at, undefined, 60), 'lines', {
      then: {},
      login: false,
      for: 30_000,
    });
    expect(failures).toEqual([expect.objectContaining({ _tag: 'GatewayError' })]);
  });
});
