import * as t from 'io-ts';
import { endpoint } from '../../src/endpoint.ts';
import type { RequestTimeout } from '../../src/errors.ts';
import { request$ } from '../../src/requests/request.ts';
import { withKeepAlive } from '../../src/session/keepAlive.ts';
import { scriptedExchange } from '../../src/testing/scriptedExchange.ts';
import { connect } from '../support/connect.ts';

const Slow = endpoint({ name: 'Slow', request: t.type({}), reply: t.unknown });
const hour = 3_600_000;
const steps = [-60_000, -hour, hour];

/** Lets a time pass in slices, with the wall clock set once in between, after so many of them. */
const pass = (duration: number, slice: number, stepAfter: number, step: number): void => {
  for (let passed = 0; passed < duration; passed += slice) {
    if (passed === stepAfter * slice) jest.setSystemTime(Date.now() + step);
    jest.advanceTimersByTime(slice);
  }
};
const cases = steps.flatMap((step) => [0, 1, 2, 3].map((stepAfter) => [step, stepAfter] as const));

describe('a wall clock that is set, by so many ms, before any of the steps of', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it.each(cases)('a time limit: %d, %d', (step, stepAfter) => {
    const client = connect(scriptedExchange(), { requestTimeout: 100 });
    const ended: string[] = [];
    request$(client, Slow, {}).subscribe({
      error: (error: unknown) => ended.push((error as RequestTimeout)._tag),
    });

    pass(80, 20, stepAfter, step);
    jest.advanceTimersByTime(19);
    expect(ended).toEqual([]);
    jest.advanceTimersByTime(1);
    expect(ended).toEqual(['RequestTimeout']);
    client.close();
  });

  it.each(cases)('a keep-alive on a live link: %d, %d', (step, stepAfter) => {
    const exchange = scriptedExchange();
    const client = connect(exchange, { keepAlive: withKeepAlive({ interval: 40, timeout: 30 }) });
    client.state$.subscribe();
    const pings = (): number => exchange.received.length;

    pass(60, 15, stepAfter, step);
    expect(pings()).toBe(1);
    exchange.reply('Ping', { msg: 'PONG' });
    jest.advanceTimersByTime(39);
    expect(pings()).toBe(1);
    jest.advanceTimersByTime(1);
    expect([pings(), exchange.sockets(), exchange.open()]).toEqual([2, 1, 1]);
    client.close();
  });

  it.each(cases)('a keep-alive on a dead link: %d, %d', (step, stepAfter) => {
    const exchange = scriptedExchange();
    const client = connect(exchange, {
      keepAlive: withKeepAlive({ interval: 40, timeout: 30 }),
      backoff: () => 1_000,
    });
    client.state$.subscribe();

    pass(60, 15, stepAfter, step);
    jest.advanceTimersByTime(9);
    expect(exchange.open()).toBe(1);
    jest.advanceTimersByTime(1);
    expect(exchange.open()).toBe(0);
    client.close();
  });

  it.each(cases)('a backoff: %d, %d', (step, stepAfter) => {
    const exchange = scriptedExchange();
    const client = connect(exchange, { backoff: () => 100 });
    client.state$.subscribe();
    exchange.drop();

    pass(80, 20, stepAfter, step);
    jest.advanceTimersByTime(19);
    expect(exchange.sockets()).toBe(1);
    jest.advanceTimersByTime(1);
    expect(exchange.sockets()).toBe(2);
    client.close();
  });

  it.each(cases)('stability: %d, %d', (step, stepAfter) => {
    const exchange = scriptedExchange();
    const attempts: number[] = [];
    const client = connect(exchange, {
      stableAfter: 100,
      backoff: (attempt) => {
        attempts.push(attempt);
        return 0;
      },
    });
    client.state$.subscribe();
    for (const rest of [19, 20]) {
      pass(80, 20, stepAfter, step);
      jest.advanceTimersByTime(rest);
      exchange.drop();
      jest.advanceTimersByTime(1);
    }
    jest.advanceTimersByTime(18);
    exchange.drop();

    expect(attempts).toEqual([1, 1, 2]);
    client.close();
  });
});
