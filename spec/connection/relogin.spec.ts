import {
  asyncScheduler,
  concat,
  EMPTY,
  NEVER,
  type Observable,
  of,
  switchMap,
  throwError,
  timer,
} from 'rxjs';
import type { Terms } from '../../src/connection/inner.ts';
import { createRelogin } from '../../src/connection/relogin.ts';
import { AuthenticationFailed, RequestTimeout, TransportError } from '../../src/errors.ts';
import type { Socket } from '../../src/socket.ts';
import { marbles } from '../support/marbles.ts';
import { openedSocket } from '../support/openSocket.ts';

type Authenticate = (socket: Socket, terms: Terms) => Observable<Socket>;

/** A login that is answered 3 ms later and then watches for ever, as real ones do. */
const slow: Authenticate = (socket) => timer(3).pipe(switchMap(() => concat(of(socket), NEVER)));
const atOnce: Authenticate = (socket) => concat(of(socket), NEVER);

const given = (logIn: Authenticate | undefined) => {
  const { socket, terms, errors, lose } = openedSocket();
  const logins: number[] = [];
  const counted: Authenticate = (...args) => {
    logins.push(asyncScheduler.now());
    return logIn === undefined ? NEVER : logIn(...args);
  };
  const relogin = createRelogin(logIn === undefined ? undefined : counted, terms);
  return { socket, terms, errors, lose, logins, relogin };
};

describe('a fresh login', () => {
  it('is brought once for all who are refused at once, and begins though nobody listens', () => {
    marbles(({ cold, expectObservable, flush }) => {
      const { socket, relogin, logins } = given(slow);
      void relogin.after(socket, 'A', 2);
      const b$ = relogin.after(socket, 'B', 4);

      expectObservable(b$).toBe('---(t|)', { t: true });
      cold('--c').subscribe(() =>
        expectObservable(relogin.after(socket, 'C', 6)).toBe('---(t|)', { t: true }),
      );
      flush();
      expect(logins).toEqual([0]);
    });
  });

  it('is not brought for a request that went out before the last one was done', () => {
    const { socket, relogin, logins } = given(atOnce);
    const told: boolean[] = [];
    const early = socket.nextSequence();
    const other = socket.nextSequence();
    relogin.after(socket, 'A', early).subscribe((isFresh) => told.push(isFresh));
    relogin.after(socket, 'B', other).subscribe((isFresh) => told.push(isFresh));

    expect(told).toEqual([true, true]);
    expect(logins).toHaveLength(1);
  });

  it('is brought once for a function, until that has worked: a refusal with a fresh login is true', () => {
    const { socket, relogin, logins } = given(atOnce);
    const told: boolean[] = [];
    const ask = (call: string): void =>
      void relogin.after(socket, call, socket.nextSequence()).subscribe((isFresh) => told.push(isFresh));
    ask('A');
    ask('A');
    relogin.worked(socket, 'A');
    ask('A');
    ask('A');

    expect(told).toEqual([true, false, true, false]);
    expect(logins).toHaveLength(2);
  });

  it('is brought three times, then once a minute, whatever is refused', () => {
    marbles(({ cold, flush }) => {
      const { socket, relogin, logins } = given(atOnce);
      let functions = 0;
      const refuseTen = (): void => {
        for (let i = 0; i < 10; i++)
          void relogin.after(socket, `F${(functions += 1)}`, socket.nextSequence());
      };
      refuseTen();
      cold('30s a 89999ms b').subscribe(refuseTen);

      flush();
      expect(logins).toEqual([0, 0, 0, 120_000, 120_000]);
    });
  });

  it('is reported when it is refused, and is then the last on its socket', () => {
    const refusal = new AuthenticationFailed('refused');
    const { socket, relogin, logins, errors } = given(() => throwError(() => refusal));
    const told: boolean[] = [];
    relogin.after(socket, 'A', 2).subscribe((isFresh) => told.push(isFresh));
    relogin.after(socket, 'B', 4).subscribe((isFresh) => told.push(isFresh));

    expect(told).toEqual([false, false]);
    expect(logins).toHaveLength(1);
    expect(errors).toEqual([refusal]);
  });

  it('is tried again after one that failed for another reason, which is reported as one of ours', () => {
    const failures = [new RequestTimeout('AuthenticateUser', true, 1), new Error('a bug of the caller')];
    const { socket, relogin, logins, errors } = given(() => throwError(() => failures.shift()));
    void relogin.after(socket, 'A', 2);
    void relogin.after(socket, 'B', 4);

    expect(logins).toHaveLength(2);
    expect(errors).toEqual([
      new RequestTimeout('AuthenticateUser', true, 1),
      new TransportError('The renewed login failed: a bug of the caller', {
        cause: new Error('a bug of the caller'),
      }),
    ]);
  });

  it('is given up with its socket: the next has a login of its own', () => {
    marbles(({ cold, expectObservable }) => {
      const { socket, relogin, lose } = given(() => NEVER);
      cold('-----l').subscribe(() => lose());

      expectObservable(relogin.after(socket, 'A', 2)).toBe('-----(t|)', { t: true });
    });
  });

  it('is none where the login says nothing', () => {
    const { socket, relogin } = given(() => EMPTY);
    const told: boolean[] = [];
    relogin.after(socket, 'A', 2).subscribe((isFresh) => told.push(isFresh));

    expect(told).toEqual([false]);
  });

  it('is not brought where nobody is logged in', () => {
    const { socket, relogin } = given(undefined);
    const told: boolean[] = [];
    relogin.after(socket, 'A', 2).subscribe((isFresh) => told.push(isFresh));
    relogin.worked(socket, 'A');

    expect(told).toEqual([false]);
  });
});
