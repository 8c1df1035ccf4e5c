import { EMPTY, NEVER, Subject, throwError } from 'rxjs';
import { attempt$, type AttemptOptions } from '../../src/connection/attempt.ts';
import { createDeadlines } from '../../src/connection/deadlines.ts';
import { hurried } from '../../src/connection/hurried.ts';
import { AuthenticationFailed, TransportError } from '../../src/errors.ts';
import { scriptedExchange } from '../../src/testing/scriptedExchange.ts';
import { marbles } from '../support/marbles.ts';

const options = (more: Partial<AttemptOptions> = {}): AttemptOptions => ({
  url: 'ws://exchange.example',
  transport: scriptedExchange().transport,
  terms: {
    deadlines: createDeadlines(),
    requestTimeout: 100,
    report: () => undefined,
    hasLogin: false,
  },
  hurry$: NEVER,
  doubt$: NEVER,
  watchTraffic: () => () => undefined,
  ...more,
});
const open = expect.objectContaining({ _tag: 'Open' }) as unknown;
const dropped = new TransportError('dropped');

describe('attempt$', () => {
  it('tells where it stands, what number it has, and what ended the one before', () => {
    marbles(({ cold, expectObservable }) => {
      const exchange = scriptedExchange({ opens: false });
      const source$ = attempt$(
        options({
          transport: exchange.transport,
          authenticate: (socket) => cold('--s', { s: socket }),
        }),
        2,
        dropped,
      );

      cold('   --a').subscribe(() => exchange.accept());
      cold('   ------d').subscribe(() => exchange.drop());
      const expected = 'c-a-o-#';

      expectObservable(source$).toBe(
        expected,
        {
          c: { _tag: 'Connecting', attempt: 2, cause: dropped },
          a: { _tag: 'Authenticating', attempt: 2, cause: dropped },
          o: open,
        },
        dropped,
      );
    });
  });

  it('fails where a login completes without a word, which no further attempt would change', () => {
    marbles(({ expectObservable }) => {
      expectObservable(attempt$(options({ authenticate: () => EMPTY }), 0)).toBe(
        '(ca#)',
        { c: { _tag: 'Connecting', attempt: 0 }, a: { _tag: 'Authenticating', attempt: 0 } },
        new AuthenticationFailed('refused', 'the login completed without emitting the socket'),
      );
    });
  });

  it('says that the login failed, and not the transport, where a function of the user throws in it', () => {
    const causes: unknown[] = [];
    const thrown = new Error('no nonce');
    const authenticate = (): never => {
      throw thrown;
    };
    attempt$(options({ authenticate }), 0).subscribe({ error: (cause: unknown) => causes.push(cause) });

    expect(causes).toEqual([new TransportError('The login failed: no nonce', { cause: thrown })]);
  });

  it('tells the cause of a loss during login, whatever the login makes of that', () => {
    marbles(({ cold, expectObservable }) => {
      for (const login$ of [EMPTY, throwError(() => new Error('my own words'))]) {
        const exchange = scriptedExchange();
        const over = new Subject<never>();
        const source$ = attempt$(
          options({
            transport: exchange.transport,
            authenticate: (socket) => {
              socket.frame$.subscribe({ complete: () => login$.subscribe(over) });
              return over;
            },
          }),
          0,
        );
        cold('          ------d').subscribe(() => exchange.drop());
        const expected = '(ca)--#';

        expectObservable(source$).toBe(
          expected,
          { c: { _tag: 'Connecting', attempt: 0 }, a: { _tag: 'Authenticating', attempt: 0 } },
          dropped,
        );
      }
    });
  });

  it('gives up what it has come to when it is hurried: an opening, a login, a socket', () => {
    marbles(({ cold, expectObservable, flush }) => {
      const opening = scriptedExchange({ opens: false });
      const login = scriptedExchange();
      const opened = scriptedExchange();
      const log: string[] = [];
      const values = {
        c: { _tag: 'Connecting', attempt: 0 },
        a: { _tag: 'Authenticating', attempt: 0 },
        o: open,
      };
      const hurry$ = cold('-----h');

      expectObservable(attempt$(options({ transport: opening.transport, hurry$ }), 0)).toBe(
        'c----#',
        values,
        hurried(),
      );
      expectObservable(
        attempt$(options({ transport: login.transport, hurry$, authenticate: () => NEVER }), 0),
      ).toBe('(ca)-#', values, hurried());
      attempt$(options({ transport: opened.transport, hurry$ }), 0).subscribe({
        next: (state) => {
          if (state._tag !== 'Open') return;
          state.socket.frame$.subscribe({ complete: () => log.push('frames over') });
          state.socket.awaitReply(2, () => log.push(`told ${String(state.socket.cause()?.message)}`));
        },
        error: () => log.push('given up'),
      });
      flush();
      expect([opening.open(), login.open(), opened.open()]).toEqual([0, 0, 0]);
      expect(log).toEqual([`told ${hurried().message}`, 'frames over', 'given up']);
    });
  });

  it('probes a link in doubt before it counts as open again, once however often it is doubted', () => {
    marbles(({ cold, expectObservable, expectSubscriptions }) => {
      const probe = cold<never>('--|');
      const doubt$ = cold('  -----dd--');
      const subs = '         -----^-!';
      const expected = '     (co)-p-o';
      const source$ = attempt$(options({ doubt$, keepAlive: { watch: () => NEVER, probe: () => probe } }), 0);

      expectObservable(source$, '^---------!').toBe(expected, {
        c: { _tag: 'Connecting', attempt: 0 },
        o: open,
        p: expect.objectContaining({ _tag: 'Probing' }) as unknown,
      });
      expectSubscriptions(probe.subscriptions).toBe(subs);
    });
  });
});
