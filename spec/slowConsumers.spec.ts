import { filter, map, type Observable, type OperatorFunction, scan, tap, timer } from 'rxjs';
import {
  type Client,
  conflateMap,
  conflateMapBy,
  conflateWith,
  type Counters,
  createClient,
  createCounters,
  QueueOverflow,
  queueMap,
  subscribe$,
  SubscribeLevel1,
  SubscribeTrades,
} from '../src/index.ts';
import { createExchange, type ExchangeOptions } from '../src/simulator/index.ts';
import { marbles } from './support/marbles.ts';

const minute = 60_000;
const running = { InstrumentId: 1 };

/** A minute at an exchange, with a watch on the link that a client too busy to listen would not pass. */
const minuteAt = (market: ExchangeOptions, scene: (client: Client) => void) => {
  const states: string[] = [];
  let pings = 0;
  marbles(({ cold, flush }) => {
    const exchange = createExchange({ ...market, startTime: 1_700_000_000_000, latency: 3 });
    const client = createClient({
      transport: exchange.transport,
      keepAlive: { interval: 2_000, timeout: 500 },
    });
    client.state$.subscribe(({ _tag }) => states.push(_tag));
    scene(client);
    cold(`${minute}ms x`).subscribe(() => {
      pings = exchange.received.filter(({ name }) => name === 'Ping').length;
      client.close();
      exchange.close();
    });
    flush();
  });
  return { pings, states };
};

/** Ten times as long as there is between two rounds of the crowd. */
const slow = (): Observable<number> => timer(1_000);

const operators: readonly (readonly [
  string,
  number,
  (counters: Counters) => OperatorFunction<unknown, unknown>,
])[] = [
  ['conflateMap', 1, (counters) => conflateMap(slow, { counters })],
  ['conflateMapBy', 1, (counters) => conflateMapBy(() => 'one', slow, { counters })],
  ['conflateWith', 1, (counters) => conflateWith((_, newer) => newer, slow, { counters })],
  ['queueMap', 20, (counters) => queueMap(slow, { limit: 20, overflow: 'dropOldest', counters })],
];

/** All of them at once, in one minute. */
const busyMinute = () => {
  const consumers = new Map(
    operators.map(([name]) => [name, { counters: createCounters(), received: 0, worked: 0, held: 0 }]),
  );
  const merged = { told: 0, sum: 0 };
  const errors: unknown[] = [];
  const link = minuteAt({ crowd: 100 }, (client) => {
    const summary$ = subscribe$(client, SubscribeLevel1, running);
    for (const [name, , operator] of operators) {
      const consumer = consumers.get(name) ?? { counters: createCounters(), received: 0, worked: 0, held: 0 };
      summary$
        .pipe(
          tap(() => {
            consumer.received += 1;
            consumer.held = Math.max(consumer.held, consumer.counters.waiting);
          }),
          operator(consumer.counters),
        )
        .subscribe(() => (consumer.worked += 1));
    }
    summary$
      .pipe(queueMap(slow, { limit: 20, overflow: 'error' }))
      .subscribe({ error: (error: unknown) => errors.push(error) });
    subscribe$(client, SubscribeTrades, running)
      .pipe(
        filter(({ _tag }) => _tag === 'Update'),
        map(({ payload }) => payload.length),
        tap((count) => (merged.told += count)),
        conflateWith(
          (older, newer) => older + newer,
          (count) => slow().pipe(map(() => count)),
        ),
        scan((total, count) => total + count, 0),
      )
      .subscribe((total) => (merged.sum = total));
  });
  return { link, consumers, merged, errors };
};

describe('a consumer ten times too slow, for a minute', () => {
  let minuteOf: ReturnType<typeof busyMinute>;
  beforeAll(() => {
    minuteOf = busyMinute();
  });

  it('does not hold up the link', () => {
    expect(minuteOf.link.states).toEqual(['Connecting', 'Open', 'Closed']);
  });

  it.each(operators)('holds no more than it may with %s, and counts all that it drops', (name, most) => {
    const consumer = minuteOf.consumers.get(name);
    if (consumer === undefined) throw new Error(`${name} was not run`);
    const { counters, received, worked, held } = consumer;

    expect(received).toBeGreaterThan(5 * worked);
    expect(held).toBe(most);
    expect(counters).toMatchObject({
      received,
      started: worked,
      waiting: 0,
      failed: 0,
      busySince: undefined,
    });
    expect(counters.dropped + counters.merged).toBe(received - worked);
  });

  it('loses no quantity where it merges', () => {
    const { told, sum } = minuteOf.merged;
    expect(told).toBeGreaterThan(100);
    expect(sum).toBe(told);
  });

  it('is told where nothing may be lost and too much came', () => {
    const [error] = minuteOf.errors;
    expect(error).toBeInstanceOf(QueueOverflow);
    expect((error as QueueOverflow).counters).toMatchObject({ waiting: 20, dropped: 1 });
  });

  it('has the pings of a silent link answered while its work goes on', () => {
    const { states, pings } = minuteAt({ crowd: 'off' }, (client) => {
      subscribe$(client, SubscribeLevel1, running)
        .pipe(conflateMap(() => timer(minute)))
        .subscribe();
    });
    expect(states).toEqual(['Connecting', 'Open', 'Closed']);
    expect(pings).toBeGreaterThan(20);
  });
});
