import {
  catchError,
  concat,
  defer,
  EMPTY,
  exhaustMap,
  ignoreElements,
  map,
  merge,
  type Observable,
  of,
  startWith,
  switchMap,
  tap,
  throwError,
  throwIfEmpty,
} from 'rxjs';
import { asClientError } from '../asClientError.ts';
import { AuthenticationFailed, type ClientError, isClientError, TransportError } from '../errors.ts';
import { openSocket, type Socket, type TellMessage } from '../socket.ts';
import type { Transport } from '../transport/transport.ts';
import { countedWire } from './countedWire.ts';
import { hurried } from './hurried.ts';
import type { Terms } from './inner.ts';
import type { ConnectionState } from './state.ts';

/** What looks whether a socket still lives. */
export interface Watch {
  /** Looks after a socket, and fails it when the link is dead. Emits nothing; ends with its subscription. */
  readonly watch: (socket: Socket) => Observable<never>;
  /** Asks for one sign of life: completes when there is one, and fails the socket where none comes in time. */
  readonly probe: (socket: Socket) => Observable<never>;
}

/** What one opening is made with. */
export interface AttemptOptions {
  readonly url: string;
  readonly transport: Transport;
  /** What looks after a socket. Absent where nobody does. */
  readonly keepAlive?: Watch;
  /** Logs a socket in: it emits the socket when that is done. Absent where there is nobody to log in. */
  readonly authenticate?: (socket: Socket, terms: Terms) => Observable<Socket>;
  readonly terms: Terms;
  /** Takes the messages of a socket that has opened. */
  readonly watchTraffic: () => TellMessage;
  /** Emits to have the attempt, or the socket that came of it, given up. */
  readonly hurry$: Observable<unknown>;
  /** Emits when an open link is in doubt: it is probed before it counts as open again. */
  readonly doubt$: Observable<unknown>;
}

/** The end of a transport that says no more is a loss as well: nobody here asked for it. */
const silentEnd$ = throwError(() => new TransportError('The socket was closed.'));

const wordless = (): AuthenticationFailed =>
  new AuthenticationFailed('refused', 'the login completed without emitting the socket');

/**
 * Whatever a login makes of the loss of its socket, whoever opened that is told why by itself. What it throws otherwise
 * is not the transport's fault.
 */
const loggedIn$ = (socket: Socket, { authenticate, terms }: AttemptOptions): Observable<unknown> =>
  authenticate === undefined
    ? of(socket)
    : defer(() => authenticate(socket, terms)).pipe(
        throwIfEmpty(wordless),
        catchError((error: unknown) =>
          socket.isOver() ? EMPTY : throwError(() => asClientError(error, 'The login')),
        ),
      );

const open$ = (socket: Socket, { keepAlive, doubt$ }: AttemptOptions): Observable<ConnectionState> => {
  const open: ConnectionState = { _tag: 'Open', socket };
  if (keepAlive === undefined) return of(open);
  const probed$ = concat(of<ConnectionState>({ _tag: 'Probing', socket }), keepAlive.probe(socket), of(open));
  return doubt$.pipe(
    exhaustMap(() => probed$),
    startWith(open),
  );
};

/** What an attempt has come to. */
interface Course {
  line?: Socket;
  /** Somebody who heard that the socket is over does not want to wait. */
  isHurried?: boolean;
}

/**
 * Gives up what the attempt has come to: a socket first ends all that waits on it. Where it is ending already, all are
 * told of that before anything follows from it.
 */
const givenUp$ = (hurry$: Observable<unknown>, course: Course): Observable<never> =>
  hurry$.pipe(
    // What a loss brings about is not told in the midst of that.
    exhaustMap(() => {
      if (course.line?.isOver() === true) {
        course.isHurried = true;
        return EMPTY;
      }
      const cause = hurried();
      course.line?.fail(cause);
      return throwError(() => cause);
    }),
  );

/** A loss that is not waited after counts as asked for, once it has been reported. */
const lostOrHurried = (error: unknown, { isHurried }: Course, report: Terms['report']): Observable<never> => {
  if (isHurried !== true || !isClientError(error)) return throwError(() => error);
  report(error);
  return throwError(hurried);
};

/**
 * One opening and what becomes of it: `Connecting`, `Authenticating` where there is a login, `Open`, and `Probing` in
 * between. It never completes: it errors when the opening fails, the login is refused, or the socket is over, with
 * the cause. Unsubscribing gives the socket up.
 *
 * @param attempt How many openings have failed before.
 * @param cause What ended the last of them.
 */
export const attempt$ = (
  options: AttemptOptions,
  attempt: number,
  cause?: ClientError,
): Observable<ConnectionState> => {
  const told = { attempt, ...(cause && { cause }) };
  const { url, transport, keepAlive, authenticate, terms } = options;

  const states$ = (socket: Socket): Observable<ConnectionState> => {
    const opened$ = loggedIn$(socket, options).pipe(exhaustMap(() => open$(socket, options)));
    return authenticate === undefined
      ? opened$
      : opened$.pipe(startWith({ _tag: 'Authenticating', ...told } as const));
  };

  return defer(() => {
    const course: Course = {};
    const socket$ = concat(
      defer(() => transport(url)),
      silentEnd$,
    ).pipe(
      map((wire) => (terms.pacer === undefined ? wire : countedWire(wire, terms.pacer.count))),
      switchMap((wire) => openSocket(wire, terms.report, options.watchTraffic())),
      tap((socket) => {
        course.line = socket;
      }),
    );
    // A transport in memory opens at once, and whoever hears of that may be in a hurry.
    return merge(
      givenUp$(options.hurry$, course),
      socket$.pipe(
        switchMap((socket) =>
          merge(keepAlive?.watch(socket).pipe(ignoreElements()) ?? EMPTY, states$(socket)),
        ),
      ),
    ).pipe(catchError((error: unknown) => lostOrHurried(error, course, terms.report)));
  }).pipe(startWith({ _tag: 'Connecting', ...told } as const));
};
