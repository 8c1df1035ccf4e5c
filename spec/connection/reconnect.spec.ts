import { NEVER, throwError } from 'rxjs';
import { reconnect, type ReconnectOptions } from '../../src/connection/reconnect.ts';
import type { ConnectionState } from '../../src/connection/state.ts';
import { AuthenticationFailed, type ClientError, InvalidRequest, TransportError } from '../../src/errors.ts';
import type { Socket } from '../../src/socket.ts';
import { marbles } from '../support/marbles.ts';

const open: ConnectionState = { _tag: 'Open', socket: {} as Socket };
const refused = new AuthenticationFailed('refused', 'Invalid username or password');
const ended = new AuthenticationFailed('ended');
const dropped = new TransportError('dropped');
const options = (more: Partial<ReconnectOptions>): ReconnectOptions => ({
  attempt$: () => NEVER,
  backoff: () => 20,
  stableAfter: 1_000,
  report: () => undefined,
  hurry$: NEVER,
  isOffline: () => false,
  ...more,
});
const told = {
  o: open,
  r: { _tag: 'Waiting', delay: 5_000, cause: refused },
  s: { _tag: 'Waiting', delay: 55_000, cause: refused },
  e: { _tag: 'Waiting', delay: 1_000, cause: ended },
  w: { _tag: 'Waiting', delay: 20, cause: dropped },
  c: { _tag: 'Closed', cause: refused },
};

describe('reconnect', () => {
  it.each([
    ['refused credentials', refused],
    ['a refused code', new AuthenticationFailed('code')],
    ['a locked user', new AuthenticationFailed('locked')],
    ['credentials that cannot be sent', new InvalidRequest('AuthenticateUser', [])],
    ['an address that is none', new TransportError('no address', { isFinal: true })],
  ])('ends at %s at once, though the policy would go on, and never asks it', (_, cause) => {
    marbles(({ expectObservable, flush }) => {
      const reported: ClientError[] = [];
      let asked = 0;
      const backoff = () => (asked += 1);
      const report = (error: ClientError) => reported.push(error);
      const attempt$ = () => throwError(() => cause);

      expectObservable(reconnect(options({ attempt$, backoff, report }))).toBe('(c|)', {
        c: { _tag: 'Closed', cause },
      });
      flush();
      expect([asked, reported]).toEqual([0, [cause]]);
    });
  });

  it('tries credentials that have worked three times, spread over a minute, whatever the policy says', () => {
    marbles(({ cold, expectObservable }) => {
      const attempts = [cold('o-#', { o: open }, refused), cold<ConnectionState>('#', undefined, refused)];
      const attempt$ = () => attempts.shift() ?? throwError(() => refused);

      expectObservable(reconnect(options({ attempt$ }))).toBe('o-r 4999ms s 54999ms (c|)', told);
    });
  });

  it('goes on where such a refusal was the only one', () => {
    marbles(({ cold, expectObservable }) => {
      const attempts = [cold('o-#', { o: open }, refused), cold('o', { o: open })];
      const attempt$ = () => attempts.shift() ?? NEVER;

      expectObservable(reconnect(options({ attempt$ })), '^ 6s !').toBe('o-r 4999ms o', told);
    });
  });

  it('leaves a second between logins that the exchange ends, though it is hurried', () => {
    marbles(({ cold, hot, expectObservable }) => {
      const attempts = [cold('o-#', { o: open }, ended), cold('o', { o: open })];
      const attempt$ = () => attempts.shift() ?? NEVER;

      const hurry$ = hot('   ----h');
      const expected = '     o-e 999ms o';

      expectObservable(reconnect(options({ attempt$, hurry$ })), '^ 2s !').toBe(expected, told);
    });
  });

  it('ends a wait when it is hurried, and tells the next attempt what went before', () => {
    marbles(({ cold, hot, expectObservable, flush }) => {
      const asked: unknown[] = [];
      const attempts = [cold('o-#', { o: open }, dropped), cold('o', { o: open })];
      const attempt$ = (attempt: number, cause?: ClientError) => {
        asked.push([attempt, cause]);
        return attempts.shift() ?? NEVER;
      };

      const hurry$ = hot('   ----h');
      const expected = '     o-w-o';

      expectObservable(reconnect(options({ attempt$, hurry$ })), '^----!').toBe(expected, told);
      flush();
      expect(asked).toEqual([
        [0, undefined],
        [1, dropped],
      ]);
    });
  });

  it('asks the policy as before the network went, once it is there again', () => {
    marbles(({ flush }) => {
      const asked: number[] = [];
      const backoff = (attempt: number) => (asked.push(attempt), asked.length < 6 ? 20 : null);
      const isOffline = () => asked.length > 0 && asked.length < 4;
      const attempt$ = () => throwError(() => dropped);

      reconnect(options({ attempt$, backoff, isOffline })).subscribe();
      flush();
      expect(asked).toEqual([1, 2, 3, 4, 2, 3]);
    });
  });

  it('reports a policy that returns nonsense, and waits as the default does', () => {
    marbles(({ cold, flush }) => {
      const reported: string[] = [];
      const attempts = [cold<ConnectionState>('#', undefined, dropped), cold('o', { o: open })];
      const attempt$ = () => attempts.shift() ?? NEVER;
      const source$ = reconnect(
        options({ attempt$, backoff: () => NaN, report: ({ message }) => reported.push(message) }),
      );

      const states: string[] = [];
      source$.subscribe(({ _tag }) => states.push(_tag));
      flush();
      expect(states).toEqual(['Waiting', 'Open']);
      expect(reported[1]).toContain('backoff returned NaN');
    });
  });
});
