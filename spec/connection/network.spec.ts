import { isOffline, online$ } from '../../src/connection/network.ts';
import { exponentialBackoff } from '../../src/connection/backoff.ts';
import { createClient } from '../../src/index.ts';
import { scriptedExchange } from '../../src/testing/index.ts';
import { marbles } from '../support/marbles.ts';

const names = ['navigator', 'addEventListener', 'removeEventListener'] as const;

/** What of a browser is looked at, for as long as a function runs. */
const inBrowser = (
  test: (page: EventTarget, listeners: () => number, navigator: { onLine: boolean }) => void,
) => {
  const before = names.map((name) => [name, Object.getOwnPropertyDescriptor(globalThis, name)] as const);
  const page = new EventTarget();
  const navigator = { onLine: true };
  let listeners = 0;
  const values = {
    navigator,
    addEventListener: (...args: Parameters<EventTarget['addEventListener']>) => {
      listeners += 1;
      page.addEventListener(...args);
    },
    removeEventListener: (...args: Parameters<EventTarget['removeEventListener']>) => {
      listeners -= 1;
      page.removeEventListener(...args);
    },
  };
  for (const name of names)
    Object.defineProperty(globalThis, name, { value: values[name], configurable: true });
  try {
    test(page, () => listeners, navigator);
  } finally {
    for (const [name, descriptor] of before) {
      Reflect.deleteProperty(globalThis, name);
      if (descriptor !== undefined) Object.defineProperty(globalThis, name, descriptor);
    }
  }
};

describe('the network as the platform tells of it', () => {
  it('is there, and never comes back, where the platform says nothing', () => {
    marbles(({ expectObservable }) => {
      expect(isOffline()).toBe(false);
      expectObservable(online$).toBe('|');
    });
  });

  it('is asked where the platform says something, and listened to only by who subscribes', () => {
    inBrowser((page, listeners, navigator) => {
      const seen: unknown[] = [];
      const subscription = online$.subscribe(() => seen.push('online'));
      navigator.onLine = false;
      expect([isOffline(), listeners()]).toEqual([true, 1]);

      page.dispatchEvent(new Event('online'));
      subscription.unsubscribe();
      expect([seen, listeners()]).toEqual([['online'], 0]);
    });
  });

  it('hurries a reconnect when it comes back, and has an open link probed', () => {
    inBrowser((page) => {
      marbles(({ cold, expectObservable, flush }) => {
        const exchange = scriptedExchange({ answer: () => ({ msg: 'PONG' }) });
        const backoff = exponentialBackoff({ base: 9_000, random: () => 0.5 });
        const client = createClient({ transport: exchange.transport, backoff });
        const tags: string[] = [];
        client.state$.subscribe(({ _tag }) => tags.push(_tag));

        cold('-d-o-o').subscribe((what) =>
          what === 'd' ? exchange.drop() : page.dispatchEvent(new Event('online')),
        );
        cold('6ms c').subscribe(() => client.close());
        expectObservable(client.error$).toBe('-x----(|)', { x: expect.anything() as never });
        flush();
        expect(tags).toEqual([
          'Connecting',
          'Open',
          'Waiting',
          'Connecting',
          'Open',
          'Probing',
          'Open',
          'Closed',
        ]);
      });
    });
  });
});
