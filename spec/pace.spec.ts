import * as fc from 'fast-check';
import * as t from 'io-ts';
import { asyncScheduler } from 'rxjs';
import { type Client, type ClientOptions, createClient } from '../src/client.ts';
import { inner } from '../src/connection/inner.ts';
import { endpoint } from '../src/endpoint.ts';
import { CancelAllOrders } from '../src/endpoints/trading/CancelAllOrders.ts';
import { Ping } from '../src/endpoints/system/Ping.ts';
import { GetInstruments } from '../src/endpoints/instrument/GetInstruments.ts';
import { GatewayError, RequestTimeout } from '../src/errors.ts';
import { overFor } from '../src/requests/overFor.ts';
import { request$ } from '../src/requests/request.ts';
import { createExchange } from '../src/simulator/index.ts';
import { follow$ } from '../src/streams/follow.ts';
import { subscribe$ } from '../src/streams/subscribe.ts';
import { scriptedExchange } from '../src/testing/scriptedExchange.ts';
import { SubscribeLevel1 } from '../src/topics/SubscribeLevel1.ts';
import { SubscribeTrades } from '../src/topics/SubscribeTrades.ts';
import { marbles } from './support/marbles.ts';

const pong = { msg: 'PONG' };
const Order = endpoint({ name: 'Order', request: t.unknown, reply: t.unknown, isCommand: true });
const overdue = (limit: number) =>
  new RequestTimeout('Ping', false, limit, undefined, "the client's pace left no room for it");

const answers = (InstrumentId: number): Readonly<Record<string, unknown>> => ({
  Ping: pong,
  Order: {},
  SubscribeLevel1: { OMSId: 1, InstrumentId },
  UnsubscribeLevel1: { result: true },
});

const setUp = (options: ClientOptions, opens = true) => {
  const sent: string[] = [];
  const exchange = scriptedExchange({
    opens,
    answer: ({ name, payload }) => {
      sent.push(`${name} ${asyncScheduler.now()}`);
      return answers((payload as { InstrumentId: number }).InstrumentId)[name];
    },
  });
  const client = createClient({
    transport: exchange.transport,
    keepAlive: false,
    backoff: () => 5,
    requestTimeout: 1_000,
    ...options,
  });
  return { exchange, client, sent };
};

const at = (times: Readonly<Record<number, () => void>>): void => {
  for (const [time, act] of Object.entries(times)) asyncScheduler.schedule(act, Number(time));
};

describe('the pace of a client', () => {
  afterEach(() => jest.useRealTimers());

  it('is off by default, and then there is nothing that holds anything', () => {
    marbles(({ flush }) => {
      const { client, sent } = setUp({});
      expect(client[inner].pacer).toBeUndefined();
      for (let count = 0; count < 50; count++) request$(client, Ping, {}).subscribe();
      flush();
      expect(new Set(sent)).toEqual(new Set(['Ping 0']));
      client.close();
    });
  });

  it('holds queries, and lets commands go at once and count', () => {
    marbles(({ expectObservable, flush }) => {
      const { client, sent } = setUp({ pace: { perSecond: 10, burst: 2 } });
      for (let count = 0; count < 2; count++) request$(client, Order, {}).subscribe();
      expectObservable(request$(client, Ping, {})).toBe('200ms (p|)', { p: pong });
      expectObservable(request$(client, Order, {})).toBe('(o|)', { o: {} });
      flush();
      expect(sent).toEqual(['Order 0', 'Order 0', 'Order 0', 'Ping 200']);
    });
  });

  it('holds the begins of streams, and serves them in turn with queries', () => {
    marbles(({ flush }) => {
      const { client, sent } = setUp({ pace: { perSecond: 10 } });
      for (const InstrumentId of [1, 2]) subscribe$(client, SubscribeLevel1, { InstrumentId }).subscribe();
      for (let count = 0; count < 2; count++) request$(client, Ping, {}).subscribe();
      at({ 500: client.close });
      flush();
      expect(sent).toEqual(['SubscribeLevel1 0', 'Ping 100', 'SubscribeLevel1 200', 'Ping 300']);
    });
  });

  it('begins streams anew at its pace after a loss, and lets none of them be suspected that was never begun', () => {
    marbles(({ flush }) => {
      const { exchange, client, sent } = setUp({ pace: { perSecond: 10, burst: 3 } });
      const status: string[] = [];
      [1, 2, 3].forEach((InstrumentId) =>
        follow$(client, SubscribeLevel1, { InstrumentId }).subscribe((kept) => status.push(kept.status)),
      );
      at({ 1_000: () => exchange.drop(), 1_010: () => exchange.drop(), 3_000: client.close });
      flush();
      expect(sent.map((line) => Number(line.split(' ')[1]))).toEqual([
        0, 0, 0, 1005, 1005, 1005, 1105, 1205, 1305,
      ]);
      expect(status.slice(-3)).toEqual(['restoring', 'restoring', 'restoring']);
    });
  });

  it('holds a query no longer than its time limit, and sends it never after that', () => {
    marbles(({ expectObservable, flush }) => {
      const { client, sent } = setUp({ pace: { perSecond: 1 } });
      expectObservable(request$(client, Ping, {})).toBe('(p|)', { p: pong });
      expectObservable(request$(client, Ping, {}, { timeout: 300 })).toBe('300ms #', undefined, overdue(300));
      expectObservable(request$(client, Ping, {}), '10ms ^').toBe('1000ms (p|)', { p: pong });
      flush();
      expect(sent).toEqual(['Ping 0', 'Ping 1000']);
    });
  });

  it('lets go of a query that was unsubscribed from or aborted', () => {
    marbles(({ flush }) => {
      const { client, sent } = setUp({ pace: { perSecond: 1 } });
      const abort = new AbortController();
      const errors: unknown[] = [];
      request$(client, Ping, {}).subscribe();
      const left = request$(client, Ping, {}).subscribe();
      request$(client, Ping, {}, { signal: abort.signal }).subscribe({
        error: (error: unknown) => errors.push(error),
      });
      at({ 5: () => left.unsubscribe(), 6: () => abort.abort() });
      flush();
      expect(sent).toEqual(['Ping 0']);
      expect(errors).toMatchObject([{ _tag: 'AbortError', sent: false }]);
    });
  });

  it('fails what it holds, unsent, when the client is closed, and leaves no timer', () => {
    jest.useFakeTimers();
    const { client, sent } = setUp({ pace: { perSecond: 0.1 } });
    const errors: unknown[] = [];
    for (let count = 0; count < 3; count++) {
      request$(client, Ping, {}).subscribe({ error: (error: unknown) => errors.push(error) });
    }
    subscribe$(client, SubscribeLevel1, { InstrumentId: 1 }).subscribe();
    client.close();

    const closed = overFor('Ping', undefined);
    expect(errors).toEqual([closed, closed]);
    expect(sent).toHaveLength(1);
    // Whoever leaves a stream may come back in the same turn.
    jest.advanceTimersByTime(0);
    expect(jest.getTimerCount()).toBe(0);
  });

  it('sends what it holds on the next socket where the present one is lost', () => {
    marbles(({ expectObservable, flush }) => {
      const { exchange, client, sent } = setUp({ pace: { perSecond: 10 } });
      expectObservable(request$(client, Ping, {})).toBe('(p|)', { p: pong });
      expectObservable(request$(client, Ping, {})).toBe('100ms (p|)', { p: pong });
      at({ 50: () => exchange.drop() });
      flush();
      expect(sent).toEqual(['Ping 0', 'Ping 100']);
      expect(exchange.sockets()).toBe(2);
    });
  });

  it('is kept to by those who waited for the connection', () => {
    marbles(({ flush }) => {
      const { exchange, client, sent } = setUp({ pace: { perSecond: 100, burst: 2 } }, false);
      for (let count = 0; count < 4; count++) request$(client, Ping, {}).subscribe();
      at({ 7: () => exchange.accept() });
      flush();
      expect(sent).toEqual(['Ping 7', 'Ping 7', 'Ping 17', 'Ping 27']);
    });
  });

  it('never sends more than burst and so many a second, whatever is asked and lost when', () => {
    const action = fc.record({
      when: fc.nat(2_000),
      what: fc.constantFrom('query', 'query', 'stream', 'leave', 'drop', 'close'),
    });
    const pace = fc.record({
      perSecond: fc.integer({ min: 5, max: 50 }),
      burst: fc.integer({ min: 1, max: 5 }),
    });
    const acts = (client: Client, drop: () => void) => {
      let id = 0;
      return {
        query: () => void request$(client, Ping, {}, { timeout: 200 }).subscribe({ error: () => undefined }),
        stream: () => void subscribe$(client, SubscribeLevel1, { InstrumentId: (id += 1) }).subscribe(),
        leave: () => {
          const query = request$(client, Ping, {}).subscribe({ error: () => undefined });
          asyncScheduler.schedule(() => query.unsubscribe(), 20);
        },
        drop,
        close: () => undefined,
      };
    };
    fc.assert(
      fc.property(pace, fc.array(action, { maxLength: 40 }), (limit, actions) => {
        const times: number[] = [];
        marbles(({ flush }) => {
          const { exchange, client, sent } = setUp({ pace: limit });
          client.state$.subscribe();
          const act = acts(client, () => exchange.open() > 0 && exchange.drop());
          for (const { when, what } of actions) asyncScheduler.schedule(act[what], when);
          // Unsubscribes are not held.
          at({ 4_000: client.close });
          flush();
          times.push(...sent.map((line) => Number(line.split(' ')[1])));
        });
        times.forEach((last, end) => {
          times.slice(0, end + 1).forEach((first, start) => {
            expect(end + 1 - start).toBeLessThanOrEqual(
              limit.burst + (limit.perSecond * (last - first)) / 1_000 + 1e-6,
            );
          });
        });
      }),
      { numRuns: 60 },
    );
  });

  it('goes slower where the exchange says that it is too fast, tells the caller and error$, and comes back', () => {
    marbles(({ flush }) => {
      const exchange = createExchange({
        rateLimit: { requests: 5, within: 1_000, beyond: 'refused' },
      });
      const client = createClient({
        transport: exchange.transport,
        keepAlive: false,
        pace: { perSecond: 10, burst: 10 },
      });
      const refused: unknown[] = [];
      const told: string[] = [];
      client.error$.subscribe((error) => told.push(error.message));
      const ask = () =>
        request$(client, GetInstruments, {}).subscribe({ error: (error: unknown) => refused.push(error) });
      for (let count = 0; count < 10; count++) ask();
      for (let tick = 1; tick < 100; tick++) asyncScheduler.schedule(ask, tick * 300);
      at({ 31_000: client.close, 31_001: exchange.close });
      flush();
      expect(refused.every((error) => error instanceof GatewayError)).toBe(true);
      expect(refused).toHaveLength(5);
      expect(told).toEqual([expect.stringContaining('The client sends at most 5 a second from now on')]);
    });
  });

  it('has a stream begun again that was refused for it', () => {
    marbles(({ flush }) => {
      const exchange = createExchange({
        rateLimit: { requests: 2, within: 1_000, beyond: 'refused' },
      });
      const client = createClient({
        transport: exchange.transport,
        keepAlive: false,
        pace: { perSecond: 100, burst: 10 },
      });
      const live = new Set<number>();
      for (const InstrumentId of [1, 2, 3]) {
        follow$(client, SubscribeTrades, { InstrumentId }).subscribe(({ status }) => {
          if (status === 'live') live.add(InstrumentId);
        });
      }
      at({ 20_000: client.close, 20_001: exchange.close });
      flush();
      expect([...live]).toEqual([1, 2, 3]);
    });
  });

  it('counts pings and repeatable commands as it does commands', () => {
    marbles(({ flush }) => {
      const { client, sent } = setUp({
        pace: { perSecond: 1, burst: 2 },
        keepAlive: { interval: 1_000, timeout: 500 },
      });
      request$(client, CancelAllOrders, { AccountId: 1 }).subscribe({ error: () => undefined });
      at({
        1_100: () => request$(client, Ping, {}).subscribe(),
        1_150: () => request$(client, Ping, {}).subscribe(),
        2_500: client.close,
      });
      flush();
      expect(sent).toEqual(['CancelAllOrders 0', 'Ping 1000', 'Ping 1100', 'Ping 2000']);
    });
  });
});
