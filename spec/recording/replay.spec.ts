import * as t from 'io-ts';
import { asyncScheduler, map, mergeMap, type Observable, switchMap, timer } from 'rxjs';
import {
  apiKeyLogin,
  type Client,
  type ClientOptions,
  createClient,
  endpoint,
  error$,
  follow$,
  GetInstruments,
  GetProducts,
  isLive,
  passwordLogin,
  request,
  request$,
  SubscribeLevel1,
  subscribe$,
  SubscribeTrades,
} from '../../src/index.ts';
import { isNotRecorded } from '../../src/recording/isNotRecorded.ts';
import { replay, type ReplayOptions } from '../../src/recording/replay.ts';
import type { RecordingLine } from '../../src/recording/line.ts';
import type { ReplayWarning } from '../../src/recording/warning.ts';
import { marbles, type RunHelpers } from '../support/marbles.ts';

const day = 1_700_000_000_000;
const url = 'wss://exchange.example/gateway';
const frame = (m: number, i: number, n: string, o: unknown): string =>
  JSON.stringify({ m, i, n, o: JSON.stringify(o) });
type Untimed = Record<string, unknown> & Pick<RecordingLine, 'dir'>;
const at = (t: number, line: Untimed): string => JSON.stringify({ t: day + t, s: 1, ...line });
const out = (t: number, i: number, n: string, o: unknown, s = 1): string =>
  at(t, { dir: 'out', s, text: frame(0, i, n, o) });
const reply = (t: number, i: number, n: string, o: unknown, s = 1): string =>
  at(t, { dir: 'in', s, text: frame(1, i, n, o) });
const event = (t: number, n: string, o: unknown, s = 1): string =>
  at(t, { dir: 'in', s, text: frame(3, 0, n, o) });
const begin = at(0, { dir: 'meta', v: 1 });
const open = (t: number, s = 1, address = url): string => at(t, { dir: 'open', s, url: address });
const close = (t: number, more: object = {}, s = 1): string => at(t, { dir: 'close', s, ...more });

const level1 = (LastTradedPx: number, InstrumentId = 1) => ({ OMSId: 1, InstrumentId, LastTradedPx });
const level1Params = { OMSId: 1, InstrumentId: 1 };
/** A socket that opens at 10, begins Level 1 at 20, and hears of a price at 40, 50 and 60. */
const priced = [
  begin,
  open(10),
  out(20, 2, 'SubscribeLevel1', level1Params),
  reply(30, 2, 'SubscribeLevel1', level1(1)),
  ...[4, 5, 6].map((price) => event(price * 10, 'Level1UpdateEvent', level1(price))),
];

const Own = endpoint({ name: 'Own', request: request({}, {}), reply: t.number });
const prices = (client: Client, InstrumentId = 1): Observable<unknown> =>
  subscribe$(client, SubscribeLevel1, { InstrumentId }).pipe(map(({ payload }) => payload.LastTradedPx));

/** A client of a recording in virtual time, and what was warned of. */
const playing = (
  lines: Iterable<string>,
  use: (client: Client, helpers: RunHelpers) => void,
  options: ReplayOptions = {},
  clientOptions: ClientOptions = {},
): readonly ReplayWarning[] => {
  const warnings: ReplayWarning[] = [];
  marbles((helpers) => {
    const transport = replay(lines, options);
    transport.warning$.subscribe((warning) => warnings.push(warning));
    use(createClient({ transport, url, backoff: () => 5, keepAlive: false, ...clientOptions }), helpers);
  });
  return warnings;
};

describe('replay', () => {
  it('opens, answers and tells at the recorded times, with the numbers of the client', () => {
    const warnings = playing(priced, (client, { expectObservable }) => {
      expectObservable(prices(client)).toBe(
        '30ms a 9ms d 9ms e 9ms (f#)',
        { a: 1, d: 4, e: 5, f: 6 },
        expect.anything(),
      );
    });
    expect(warnings).toEqual([]);
  });

  it('plays so many times as fast', () => {
    playing(
      priced,
      (client, { expectObservable }) => {
        expectObservable(prices(client)).toBe('3ms abc(d#)', { a: 1, b: 4, c: 5, d: 6 }, expect.anything());
      },
      { speed: 10 },
    );
  });

  it.each([0, -1, NaN, Infinity])('refuses a speed of %d', (speed) => {
    expect(() => replay([], { speed })).toThrow(RangeError);
  });

  it.each([NaN, Infinity, new Date(0) as never])('refuses to begin at %p', (from) => {
    expect(() => replay([], { from })).toThrow('from should be a time in milliseconds since 1970 but is ');
  });

  it('names what plays in virtual time to whoever takes that for a speed', () => {
    const speed = 'virtual' as unknown as number;
    expect(() => replay([], { speed })).toThrow(
      'speed should be a finite number above 0 (for virtual time, call replayVirtually(lines, strategy)) but is a string',
    );
  });

  it('refuses an option that there is none of, and what is no options at all', () => {
    expect(() => replay([], { sped: 60 } as object)).toThrow(
      'The options of replay cannot be meant: sped should be left out, as the options are speed, from, but is 60.',
    );
    expect(() => replay([], 60 as unknown as object)).toThrow(RangeError);
    expect(() => replay([], { speed: undefined, from: undefined } as object)).not.toThrow();
  });

  it('ends with the recording, for good', () => {
    playing([begin, open(10), event(60, 'Level1UpdateEvent', level1(1))], (client, { expectObservable }) => {
      const states$ = client.state$.pipe(
        map((state) => [state._tag, ('cause' in state && state.cause.message) || '']),
      );
      expectObservable(states$).toBe('c 9ms o 49ms (x|)', {
        c: ['Connecting', ''],
        o: ['Open', ''],
        x: ['Closed', 'The recording is over.'],
      });
    });
  });

  it('loses the connection where the recording did, by its cause, and opens the next socket for who comes back', () => {
    const lines = [
      ...priced,
      close(65, { code: 1006, why: 'dropped' }),
      open(80, 2),
      out(81, 2, 'SubscribeLevel1', level1Params, 2),
      reply(90, 2, 'SubscribeLevel1', level1(9), 2),
      close(200, { ours: true }, 2),
    ];
    playing(lines, (client, { expectObservable }) => {
      const told$ = follow$(client, SubscribeLevel1, { InstrumentId: 1 }).pipe(
        map((kept) => (isLive(kept) ? kept.state.LastTradedPx : kept.status)),
      );
      expectObservable(told$, '^ 100ms !').toBe('r 29ms a 9ms d 9ms e 9ms f 4ms l 24ms z', {
        r: 'restoring',
        ...{ a: 1, d: 4, e: 5, f: 6, z: 9 },
        l: 'restoring',
      });
    });
  });

  it('refuses an opening where the recording has that', () => {
    const lines = [
      begin,
      close(10, { url, why: 'Too many', status: 429, retryAfter: 20 }),
      open(40, 2),
      close(60, { ours: true }, 2),
    ];
    playing(lines, (client, { expectObservable }) => {
      const causes$ = client.state$.pipe(map((state) => ('delay' in state ? state.cause : state._tag)));
      expectObservable(causes$, '^ 50ms !').toBe('c 9ms w 4ms d 24ms o', {
        c: 'Connecting',
        w: expect.objectContaining({ message: 'Too many', status: 429, retryAfter: 20 }) as unknown,
        d: 'Connecting',
        o: 'Open',
      });
    });
  });

  it('logs in with any credentials, as the recording did', () => {
    const lines = [
      begin,
      open(10),
      out(10, 2, 'AuthenticateUser', { APIKey: '***', Signature: '***', UserId: '64', Nonce: '***' }),
      reply(15, 2, 'AuthenticateUser', { Authenticated: true, SessionToken: '***' }),
      close(30, { ours: true }),
    ];
    const credentials = [
      apiKeyLogin({ apiKey: 'a', secret: 'b', userId: 1 }),
      passwordLogin({ username: 'ana', password: 'x' }),
    ];
    for (const login of credentials) {
      playing(
        lines,
        (client, { expectObservable }) => {
          expectObservable(client.socket$.pipe(map(() => 'in')), '^ 20ms !').toBe('15ms i', { i: 'in' });
        },
        {},
        { credentials: login },
      );
    }
  });

  it('answers who asks late with what was said, at once', () => {
    const lines = [begin, open(0), out(1, 2, 'Own', {}), reply(5, 2, 'Own', 7), close(900, { ours: true })];
    playing(lines, (client, { expectObservable }) => {
      client.state$.subscribe();
      const late$ = timer(300).pipe(switchMap(() => request$(client, Own, {})));
      expectObservable(late$).toBe('300ms (a|)', { a: 7 });
    });
  });

  it('gives the same question the answers in the order of the recording, the nearest first for who comes late', () => {
    const ask = (t: number, i: number) => [out(t, i, 'Own', {}), reply(t + 5, i, 'Own', t)];
    const asked = [...ask(0, 2), ...ask(2, 4), ...ask(10_000, 6), ...ask(20_000, 8)];
    playing(
      [begin, open(0), ...asked, close(30_000, { ours: true })],
      (client, { cold, expectObservable }) => {
        client.state$.subscribe();
        const said$ = cold('-a-a 21s a').pipe(mergeMap(() => request$(client, Own, {})));
        expectObservable(said$, '^ 25s !').toBe('5ms a-b 20996ms c', { a: 0, b: 2, c: 20_000 });
      },
    );
  });

  it('refuses what is not recorded, says so, and goes on', () => {
    const errors: unknown[] = [];
    const warnings = playing(priced, (client, { expectObservable }) => {
      request$(client, GetProducts, {}).subscribe({ error: (error: unknown) => errors.push(error) });
      prices(client, 99).subscribe({ error: (error: unknown) => errors.push(error) });
      expectObservable(prices(client), '^ 45ms !').toBe('30ms a 9ms d', { a: 1, d: 4 });
    });
    expect(errors.map(isNotRecorded)).toEqual([true, true]);
    expect(errors.reverse()).toMatchObject([
      {
        call: 'GetProducts',
        code: 104,
        detail: 'GetProducts {"OMSId":1}: the recording has no GetProducts on this socket',
      },
      {
        detail: expect.stringMatching(
          /has SubscribeLevel1 only with \{"InstrumentId":1,"OMSId":1\}$/,
        ) as string,
      },
    ]);
    expect(warnings).toMatchObject([
      { _tag: 'NotRecorded', call: 'SubscribeLevel1', at: day + 10 },
      { _tag: 'NotRecorded', call: 'GetProducts', at: day + 10 },
    ]);
  });

  it('refuses what the recording asks much later, as its answer is not known by then', () => {
    const lines = [
      begin,
      open(0),
      out(60_000, 2, 'GetInstruments', { OMSId: 1 }),
      reply(60_005, 2, 'GetInstruments', []),
    ];
    const [warning] = playing(lines, (client) => {
      request$(client, GetInstruments, {}).subscribe({ error: () => undefined });
    });
    expect(warning?.message).toMatch(/the recording asks it 60 s later$/);
  });

  it('waits up to a second for a stream that comes late, and tells what it held back at once', () => {
    playing(priced, (client, { expectObservable }) => {
      client.state$.subscribe();
      const late$ = timer(55).pipe(switchMap(() => prices(client)));
      expectObservable(late$).toBe('55ms (ade)(f#)', { a: 1, d: 4, e: 5, f: 6 }, expect.anything());
    });
  });

  it('refuses a stream that comes later than that, where events have gone by: its book would be of the past', () => {
    const lines = [...priced, close(5_000, { ours: true })];
    const warnings = playing(lines, (client, { cold }) => {
      client.state$.subscribe();
      cold('2s s').subscribe(() => prices(client).subscribe({ error: () => undefined }));
    });
    expect(warnings).toMatchObject([{ call: 'SubscribeLevel1' }]);
    expect(warnings[0]?.message).toMatch(
      /the recording asks it [\d.]+ s before, and what came since is past$/,
    );
  });

  it('begins a stream late where nothing has gone by', () => {
    const later = [event(3_000, 'Level1UpdateEvent', level1(4)), close(5_000, { ours: true })];
    playing([...priced.slice(0, 4), ...later], (client, { expectObservable }) => {
      client.state$.subscribe();
      const late$ = timer(2_000).pipe(switchMap(() => prices(client)));
      expectObservable(late$, '^ 4s !').toBe('2s a 999ms b', { a: 1, b: 4 });
    });
  });

  it('waits for a client that is late to open, and goes on from there at its pace', () => {
    const lines = [
      begin,
      open(0),
      close(10),
      open(20, 2),
      event(30, 'Level1UpdateEvent', level1(1), 2),
      close(90, { ours: true }, 2),
    ];
    playing(
      lines,
      (client, { expectObservable }) => {
        expectObservable(client.frame$.pipe(map(({ name }) => name)), '^ 550ms !').toBe('520ms e', {
          e: 'Level1UpdateEvent',
        });
      },
      {},
      { backoff: () => 500 },
    );
  });

  it('gives each client the sockets of its address, where the recording has several', () => {
    const other = 'wss://other.example/';
    const lines = [
      begin,
      open(0, 1, url),
      open(0, 2, other),
      event(10, 'Level1UpdateEvent', level1(1), 1),
      event(20, 'Level1UpdateEvent', level1(2), 2),
      close(50, { ours: true }, 1),
      close(60, { ours: true }, 2),
    ];
    marbles(({ expectObservable }) => {
      const transport = replay(lines);
      const heard = (address: string) =>
        createClient({ transport, url: `${address}?key=1` }).frame$.pipe(map(({ payload }) => payload));
      const text = (price: number): string => JSON.stringify(level1(price));
      expectObservable(heard(other), '^ 40ms !').toBe('20ms b', { b: text(2) });
      expectObservable(heard(url), '^ 40ms !').toBe('10ms a', { a: text(1) });
    });
  });

  it('begins where it is told, with what was open then made whole before', () => {
    const lines = [
      begin,
      open(0),
      close(5),
      open(10, 2),
      out(20, 2, 'SubscribeLevel1', level1Params, 2),
      reply(30, 2, 'SubscribeLevel1', level1(1), 2),
      event(40_000, 'Level1UpdateEvent', level1(4), 2),
      event(50_000, 'Level1UpdateEvent', level1(5), 2),
      close(60_000, { ours: true }, 2),
    ];
    playing(
      lines,
      (client, { expectObservable }) => {
        expectObservable(prices(client), '^ 6s !').toBe('(ad) 4996ms e', { a: 1, d: 4, e: 5 });
      },
      { from: day + 45_000 },
    );
  });

  it('passes over broken lines, plays a file that was cut off to its last whole line, and says so', () => {
    const cut = [...priced.slice(0, 5), 'x', ...priced.slice(5), '{"t":17000000'];
    const warnings = playing(cut, (client, { expectObservable }) => {
      expectObservable(prices(client)).toBe(
        '30ms a 9ms d 9ms e 9ms (f#)',
        { a: 1, d: 4, e: 5, f: 6 },
        expect.anything(),
      );
    });
    expect(warnings).toMatchObject([
      { line: 6 },
      { line: 9, message: expect.stringContaining('in the middle of line 9') as string },
    ]);
  });

  it('plays what can be read only once', () => {
    function* once(): Generator<string> {
      yield* priced;
    }
    playing(once(), (client, { expectObservable }) => {
      expectObservable(prices(client), '^ 45ms !').toBe('30ms a 9ms d', { a: 1, d: 4 });
    });
  });

  it('ends for good where the lines cannot be read any further', () => {
    let times = 0;
    const lines: Iterable<string> = {
      *[Symbol.iterator]() {
        times += 1;
        yield* priced.slice(0, 3);
        if (times > 1) throw new Error('disk');
      },
    };
    playing(lines, (client, { expectObservable }) => {
      const end$ = client.state$.pipe(map((state) => (state._tag === 'Closed' ? state.cause : state._tag)));
      expectObservable(end$).toBe('c 9ms o 9ms (x|)', {
        ...{ c: 'Connecting', o: 'Open' },
        x: expect.objectContaining({ isFinal: true, cause: new Error('disk') }) as unknown,
      });
    });
  });

  it('is over at once where there is nothing in it', () => {
    playing([], (client, { expectObservable }) => {
      expectObservable(client.state$.pipe(map(({ _tag }) => _tag))).toBe('(cx|)', {
        c: 'Connecting',
        x: 'Closed',
      });
    });
  });

  it('answers a ping and the end of a stream in any case', () => {
    playing(
      [...priced, close(500_000, { ours: true })],
      (client, { cold, expectObservable }) => {
        const errors: unknown[] = [];
        error$(client).subscribe((error) => errors.push(error));
        const leaving = prices(client).subscribe();
        cold('100s u').subscribe(() => leaving.unsubscribe());
        expectObservable(client.state$.pipe(map(({ _tag }) => _tag)), '^ 300s !').toBe('c 9ms o', {
          c: 'Connecting',
          o: 'Open',
        });
      },
      {},
      { keepAlive: { interval: 1_000, timeout: 100 } },
    );
  });

  it('tells how far it has come, and completes', () => {
    marbles(({ expectObservable }) => {
      const transport = replay(priced);
      prices(createClient({ transport })).subscribe({ error: () => undefined });
      const told$ = transport.progress$.pipe(
        map(({ line, lines, at, from, to }) => [line, lines, at - from, to - from]),
      );
      expectObservable(told$).toBe('a 9ms b 9ms c 9ms d 9ms e 9ms f 9ms (g|)', {
        ...{ a: [1, 7, 0, 60], b: [2, 7, 10, 60], c: [3, 7, 20, 60], d: [4, 7, 30, 60] },
        ...{ e: [5, 7, 40, 60], f: [6, 7, 50, 60], g: [7, 7, 60, 60] },
      });
    });
  });

  it('leaves no timer behind where the client is closed', () => {
    marbles(({ cold, flush }) => {
      const client = createClient({ transport: replay([...priced, close(86_400_000)]), keepAlive: false });
      client.state$.subscribe();
      cold('25ms c').subscribe(() => client.close());
      flush();
      expect(asyncScheduler.now()).toBeLessThan(100);
    });
  });

  it('hands on a stream of another kind beside, by its own request', () => {
    const row = [1, 1, 0.5, 100, 7, 8, day, 0, 1, 0, 0];
    const lines = [
      ...priced.slice(0, 3),
      out(21, 4, 'SubscribeTrades', { OMSId: 1, InstrumentId: 1, IncludeLastCount: 100 }),
      reply(25, 4, 'SubscribeTrades', [row]),
      reply(30, 2, 'SubscribeLevel1', level1(1)),
      close(90, { ours: true }),
    ];
    playing(lines, (client, { expectObservable }) => {
      // The client asks in another order than the recording did, and has other numbers.
      const trades$ = subscribe$(client, SubscribeTrades, { InstrumentId: 1 });
      expectObservable(trades$.pipe(map(({ _tag }) => _tag)), '^ 80ms !').toBe('25ms s', { s: 'Snapshot' });
      expectObservable(prices(client), '^ 80ms !').toBe('30ms a', { a: 1 });
    });
  });
});
