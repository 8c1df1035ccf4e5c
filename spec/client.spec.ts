import { createClient } from '../src/client.ts';
import { Ping, request$ } from '../src/index.ts';
import { inner } from '../src/connection/inner.ts';
import type { ClientOptions } from '../src/client.ts';
import { scriptedExchange } from '../src/testing/scriptedExchange.ts';
import { marbles } from './support/marbles.ts';

/** Every option there is, as the compiler sees to. */
const everyOption: Readonly<Record<keyof ClientOptions, undefined>> = {
  ...{
    url: undefined,
    credentials: undefined,
    backoff: undefined,
    stableAfter: undefined,
    transport: undefined,
  },
  ...{ requestTimeout: undefined, keepAlive: undefined, subscribeWith: undefined, restore: undefined },
  ...{ pace: undefined, connectTimeout: undefined, maxPayload: undefined },
};
const undefinedOptions = everyOption as unknown as ClientOptions;

describe('createClient', () => {
  it('takes an option that is undefined for its default', () => {
    const [plain, odd] = [createClient(), createClient(undefinedOptions)];

    expect(odd[inner].requestTimeout).toBe(plain[inner].requestTimeout);
    expect(odd[inner].subscribeWith).toEqual(plain[inner].subscribeWith);
    expect(odd[inner].hasLogin).toBe(false);
    expect(odd[inner].restore).toEqual(plain[inner].restore);
    expect(odd[inner].pacer).toBeUndefined();
  });

  it('takes a part of the keep-alive that is undefined for its default too', () => {
    marbles(({ cold, flush }) => {
      const exchange = scriptedExchange();
      const keepAlive = { interval: undefined, timeout: undefined } as unknown as { interval: number };
      const client = createClient({ transport: exchange.transport, keepAlive, backoff: () => 60_000 });
      client.state$.subscribe();
      const seen: unknown[] = [];
      for (const at of [9_999, 10_001, 14_999, 15_001]) {
        cold(`${at}ms a`).subscribe(() => seen.push([exchange.names().length, exchange.open()]));
      }
      cold('15002ms c').subscribe(() => client.close());

      flush();
      expect(seen).toEqual([
        [0, 1],
        [1, 1],
        [1, 1],
        [1, 0],
      ]);
    });
  });

  it.each([
    ['ws://127.0.0.1:1/', 'the value should be an object of options but is a string'],
    [
      { uri: 'ws://127.0.0.1:1/' },
      'uri should be left out, as the options are url, credentials, backoff, stableAfter, requestTimeout, keepAlive, subscribeWith, restore, pace, transport, connectTimeout, maxPayload, but is a string',
    ],
    [
      { credentials: { apiKey: 'k' } },
      'credentials should be a login, such as apiKeyLogin makes, but is an object',
    ],
    [{ keepAlive: null }, 'keepAlive should be an object of options, or false, but is null'],
    [{ keepAlive: { interval: NaN } }, 'keepAlive.interval should be a number above 0 but is NaN'],
    [{ keepAlive: { interval: 0 } }, 'keepAlive.interval should be a number above 0 but is 0'],
    [{ restore: null }, 'restore should be an object of options but is null'],
    [
      { pace: { perSec: 5 } },
      'pace.perSec should be left out, as the options are perSecond, burst, but is 5',
    ],
    [{ requestTimeout: '500' }, 'requestTimeout should be a number from 0 on but is a string'],
    [{ stableAfter: NaN }, 'stableAfter should be a number from 0 on but is NaN'],
    [{ subscribeWith: 'Subscribe' }, "subscribeWith should be 'request' or 'subscribe' but is a string"],
  ])('opens nothing with an option that cannot be meant, and says which (%#)', (options, what) => {
    const exchange = scriptedExchange();
    const given = typeof options === 'object' ? { transport: exchange.transport, ...options } : options;
    const client = createClient(given as unknown as ClientOptions);
    const states: unknown[] = [];
    client.state$.subscribe((state) => states.push(state));

    expect(exchange.sockets()).toBe(0);
    expect(states.at(-1)).toMatchObject({
      _tag: 'Closed',
      cause: {
        _tag: 'InvalidRequest',
        message: `createClient has opened no connection: ${what}. Correct the call.`,
      },
    });
  });

  it('can be told to reconnect, by its owner and from inside', () => {
    const exchange = scriptedExchange();
    const client = createClient({ transport: exchange.transport, keepAlive: false });
    client.reconnect();
    expect(exchange.sockets()).toBe(1);
    client[inner].hurry();
    client.close();

    expect(exchange.open()).toBe(0);
  });

  it('makes a client that is closed at the end of the block that uses it', () => {
    const { transport, open } = scriptedExchange();
    const ends: unknown[] = [];
    const client = createClient({ transport, keepAlive: false });
    request$(client, Ping, {}).subscribe({ error: (error: unknown) => ends.push((error as Error).name) });
    expect(open()).toBe(1);

    client[Symbol.dispose]();

    expect(ends).toEqual(['ConnectionLost']);
    expect(open()).toBe(0);
  });
});
