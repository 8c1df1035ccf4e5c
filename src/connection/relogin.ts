import {
  catchError,
  concat,
  defer,
  EMPTY,
  ignoreElements,
  map,
  type Observable,
  of,
  ReplaySubject,
  take,
  takeUntil,
  tap,
} from 'rxjs';
import { asClientError } from '../asClientError.ts';
import { monotonicNow } from '../clock.ts';
import { AuthenticationFailed } from '../errors.ts';
import type { Socket } from '../socket.ts';
import type { Relogin, Terms } from './inner.ts';

/** Logs a socket in: it emits the socket when that is done. */
type Authenticate = (socket: Socket, terms: Terms) => Observable<Socket>;

/** The fresh logins of one socket. */
interface Logins {
  /** Functions that a login was made for and that have not worked since: refusing them is meant. */
  readonly doubted: Set<string>;
  readonly count: number;
  /** When the first was made. */
  readonly firstAt: number;
  /** Requests with a smaller number went out before the last one was done. */
  readonly goodFrom: number;
  readonly phase:
    | { readonly _tag: 'Idle' }
    | { readonly _tag: 'Running'; readonly done$: Observable<boolean> }
    | { readonly _tag: 'Refused' };
}

const none = (): Logins => ({
  doubted: new Set(),
  count: 0,
  firstAt: monotonicNow(),
  goodFrom: 0,
  phase: { _tag: 'Idle' },
});

/** Three at once, then one a minute: whatever an exchange answers, it is not flooded with logins. */
const mayLogIn = ({ count, firstAt }: Logins): boolean =>
  count < 3 + Math.floor((monotonicNow() - firstAt) / 60_000);

const over$ = (socket: Socket): Observable<unknown> => concat(socket.frame$.pipe(ignoreElements()), of(true));

/**
 * Makes the {@link Relogin} of a connection. Of all callers who are refused at once one brings a login, and a function
 * that is refused with a fresh login brings no other on this socket, so that one which a venue does not have is asked
 * for as often as one likes. A login that is itself refused is reported and is the last on its socket.
 *
 * @param authenticate Absent where nobody is logged in: then every refusal is true.
 */
export const createRelogin = (authenticate: Authenticate | undefined, terms: Terms): Relogin => {
  const loginsOf = new WeakMap<Socket, Logins>();
  const change = (socket: Socket, changed: Partial<Logins>): void => {
    loginsOf.set(socket, { ...(loginsOf.get(socket) ?? none()), ...changed });
  };

  const succeed = (socket: Socket): void =>
    change(socket, { phase: { _tag: 'Idle' }, goodFrom: socket.nextSequence() });
  const fail = (socket: Socket, error: unknown): void => {
    change(socket, { phase: { _tag: error instanceof AuthenticationFailed ? 'Refused' : 'Idle' } });
    terms.report(asClientError(error, 'The renewed login'));
  };

  const login$ = (socket: Socket, authenticateIt: Authenticate): Observable<boolean> =>
    defer(() => authenticateIt(socket, terms)).pipe(
      take(1),
      tap(() => succeed(socket)),
      map(() => true),
      catchError((error: unknown) => {
        if (!socket.isOver()) fail(socket, error);
        return EMPTY;
      }),
      takeUntil(over$(socket)),
    );

  /** Where the socket is lost meanwhile the next one has a login of its own. */
  const logIn = (socket: Socket, authenticateIt: Authenticate): Observable<boolean> =>
    concat(
      login$(socket, authenticateIt),
      defer(() => of(socket.isOver())),
    ).pipe(take(1));

  return {
    after: (socket, call, sequence) => {
      const logins = loginsOf.get(socket) ?? none();
      const { phase, doubted, count, firstAt } = logins;
      if (phase._tag === 'Running') return phase.done$;
      if (sequence < logins.goodFrom) return of(true);
      if (authenticate === undefined || phase._tag === 'Refused') return of(false);
      if (doubted.has(call) || !mayLogIn(logins)) return of(false);
      doubted.add(call);
      const done$ = new ReplaySubject<boolean>(1);
      change(socket, { doubted, firstAt, count: count + 1, phase: { _tag: 'Running', done$ } });
      logIn(socket, authenticate).subscribe(done$);
      return done$;
    },
    worked: (socket, call) => {
      loginsOf.get(socket)?.doubted.delete(call);
    },
  };
};
