import { delay, map, NEVER, of, take } from 'rxjs';
import { ConnectionLost } from '../../src/errors.ts';
import { look$, type Seen } from '../../src/orders/look.ts';
import { lookInTurn$ } from '../../src/orders/lookInTurn.ts';
import { lookQueueOf } from '../../src/orders/lookQueue.ts';
import { marbles } from '../support/marbles.ts';
import { answering, session } from './support/scripted.ts';

const seen: Seen = { rows: [], isClean: true };
const setUp = (requestTimeout = 800) =>
  session(answering({}), 5_000, { requestTimeout, backoff: () => 2_000 });

describe('lookInTurn$', () => {
  it('looks when its turn comes, within what the wait has left of the time limit', () => {
    marbles(({ expectObservable, flush }) => {
      const { client } = setUp();
      const within: number[] = [];
      const asked$ = () =>
        lookInTurn$(client, (limit) => {
          within.push(limit);
          return of(seen).pipe(delay(10));
        });
      expectObservable(asked$()).toBe('10ms (s|)', { s: seen });
      expectObservable(asked$()).toBe('510ms (s|)', { s: seen });
      flush();
      expect(within).toEqual([800, 300]);
    });
  });

  it.each<readonly [string, (one: ReturnType<typeof setUp>) => void, string]>([
    [
      'others come first',
      ({ client }) => lookQueueOf(client).turn$(-1).pipe(take(3)).subscribe(),
      'GetOrdersHistory was not sent: other orders were looked for first within 800 ms.',
    ],
    [
      'the link is lost',
      ({ exchange }) => exchange.drop(),
      'GetOrdersHistory was not sent: the connection was not open within 800 ms (dropped).',
    ],
  ])('has seen nothing, and says why, where %s until the time is over', (_name, disturb, message) => {
    marbles(({ expectObservable }) => {
      const one = setUp();
      one.client.state$.subscribe();
      disturb(one);
      const asked$ = lookInTurn$(one.client, () => NEVER).pipe(
        map(({ isClean, error }) => [isClean, error?.message.startsWith(message)]),
      );
      expectObservable(asked$).toBe('800ms (s|)', { s: [false, true] });
    });
  });

  it('leaves the queue where nobody waits any more', () => {
    marbles(({ expectObservable }) => {
      const { client } = setUp();
      expectObservable(lookInTurn$(client, () => of(seen))).toBe('(s|)', { s: seen });
      expectObservable(
        lookInTurn$(client, () => of(seen)),
        '100ms !',
      ).toBe('');
      expectObservable(lookQueueOf(client).turn$(Infinity).pipe(take(1))).toBe('500ms (t|)', {
        t: undefined,
      });
    });
  });

  it('says at once that the connection is over', () => {
    marbles(({ expectObservable }) => {
      const { client } = setUp();
      client.close();
      const wanted = { AccountId: 7, ClientOrderId: 5, rivals: undefined };
      const asked$ = lookInTurn$(client, (timeout) => look$(client, wanted, 'history', { timeout }));
      expectObservable(asked$.pipe(map(({ error }) => error instanceof ConnectionLost))).toBe('(t|)', {
        t: true,
      });
    });
  });
});
