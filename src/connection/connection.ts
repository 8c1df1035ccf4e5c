import {
  concat,
  defer,
  map,
  Observable,
  observeOn,
  of,
  queueScheduler,
  ReplaySubject,
  startWith,
  Subject,
  Subscription,
  switchMap,
  tap,
  throwError,
} from 'rxjs';
import { type ClientError, TransportError } from '../errors.ts';
import { type Frame, MessageType } from '../frame.ts';
import { openSocket, type Socket } from '../socket.ts';
import type { Transport } from '../transport/transport.ts';
import type { Backoff } from './backoff.ts';
import { createDeadlines } from './deadlines.ts';
import { inner, type Inner, type Restore, type SubscribeWith, type Terms } from './inner.ts';
import { reconnect } from './reconnect.ts';
import { createRelogin } from './relogin.ts';
import { type Authenticating, type ConnectionState, type Open, usableIn } from './state.ts';

/**
 * What the verbs and the domain functions take. Subscribing to `state$`, `socket$` or `frame$` opens the connection
 * if nothing has; it then stays open until its owner closes it.
 */
export interface Connection {
  /** Where the connection stands: the present state at once, then every change; it completes after `Closed`. */
  readonly state$: Observable<ConnectionState>;
  /**
   * The open, logged-in sockets, one after another; the present one at once if there is one. It completes when the
   * connection is closed and errors with the cause when it was given up.
   */
  readonly socket$: Observable<Socket>;
  /** The socket that is open and logged in at this moment, if there is one. Asking does not open the connection. */
  readonly currentSocket: () => Socket | undefined;
  /** Every frame that comes in, on one socket after another. Ends as `socket$` does. */
  readonly frame$: Observable<Frame>;
  /** What went wrong and has no caller to tell: hot, without replay. Subscribing does not open the connection. */
  readonly error$: Observable<ClientError>;
  /** What the verbs use. @hidden */
  readonly [inner]: Inner;
}

/** As every working client does it: both are plain requests. */
export const asRequests: SubscribeWith = { subscribe: MessageType.Request, unsubscribe: MessageType.Request };

/** As the vendor's page defines it. */
export const asSubscriptions: SubscribeWith = {
  subscribe: MessageType.Subscribe,
  unsubscribe: MessageType.Unsubscribe,
};

export interface ConnectionOptions {
  readonly url: string;
  readonly transport: Transport;
  readonly backoff: Backoff;
  /** How long a connection must have been open to count as good, in milliseconds. */
  readonly stableAfter: number;
  readonly requestTimeout: number;
  readonly subscribeWith: SubscribeWith;
  readonly restore: Restore;
  /** Watches over a socket: it emits the socket and errors when the link is dead. */
  readonly keepAlive: (socket: Socket) => Observable<Socket>;
  /** Logs a socket in: it emits the socket when that is done. Absent where there is nobody to log in. */
  readonly authenticate?: (socket: Socket, terms: Terms) => Observable<Socket>;
}

const openState = (socket: Socket): Open => ({ _tag: 'Open', socket });

/** The end of a transport that says no more is a loss as well: nobody here asked for it. */
const silentEnd$ = throwError(() => new TransportError('The socket was closed.'));

/**
 * A connection that opens on first use, logs in, comes back after every loss, and ends with `close`.
 *
 * The first socket is opened when one of its streams is subscribed to, so making a connection costs nothing. On a
 * loss the streams and requests of the socket have ended before `state$` tells of it. After `close()` there are no
 * sockets and no timers.
 */
export const createConnection = (options: ConnectionOptions): Connection & { readonly close: () => void } => {
  const { url, transport, keepAlive, authenticate } = options;
  const deadlines = createDeadlines();
  const errors = new Subject<ClientError>();
  const report = (error: ClientError): void => errors.next(error);
  const terms: Terms = { deadlines, requestTimeout: options.requestTimeout, report };

  const login$ = (socket: Socket, attempt: number): Observable<Authenticating | Open> => {
    if (authenticate === undefined) return of(openState(socket));
    return authenticate(socket, terms).pipe(
      map(openState),
      startWith({ _tag: 'Authenticating', attempt } as const),
    );
  };

  const attempt$ = (attempt: number): Observable<ConnectionState> =>
    concat(
      defer(() => transport(url)),
      silentEnd$,
    ).pipe(
      switchMap((wire) => openSocket(wire, report)),
      switchMap((socket) => keepAlive(socket)),
      switchMap((socket) => login$(socket, attempt)),
      startWith({ _tag: 'Connecting', attempt } as const),
    );

  const opened = new Subject<Socket>();
  const states = new ReplaySubject<ConnectionState>(1);
  const machine = new Subscription();
  let present: ConnectionState | undefined;
  let isStarted = false;

  const start = (): void => {
    if (isStarted) return;
    isStarted = true;
    machine.add(
      reconnect({ ...options, attempt$, report })
        // A state announced from inside the handler of another must not overtake it.
        .pipe(
          observeOn(queueScheduler),
          tap((state) => {
            present = state;
            const socket = usableIn(state);
            if (socket !== undefined) opened.next(socket);
          }),
        )
        .subscribe(states),
    );
  };

  const state$ = new Observable<ConnectionState>((subscriber) => {
    // Listening comes before starting: a transport in memory opens at once.
    subscriber.add(states.subscribe(subscriber));
    start();
  });

  // Not a filter and a mergeMap: every stream that is followed holds a subscription to it.
  const socket$ = new Observable<Socket>((subscriber) =>
    state$.subscribe({
      next: (state) => {
        if (state._tag === 'Open') subscriber.next(state.socket);
        if (state._tag === 'Closed' && state.cause !== undefined) subscriber.error(state.cause);
      },
      complete: () => subscriber.complete(),
    }),
  );

  const currentSocket = (): Socket | undefined => usableIn(present);

  const close = (): void => {
    if (machine.closed) return;
    isStarted = true;
    machine.unsubscribe();
    deadlines.clear();
    present = { _tag: 'Closed' };
    states.next(present);
    states.complete();
    errors.complete();
  };

  return {
    state$,
    socket$,
    frame$: socket$.pipe(switchMap((socket) => socket.frame$)),
    error$: errors.asObservable(),
    currentSocket,
    close,
    [inner]: {
      ...terms,
      currentSocket,
      subscribeWith: options.subscribeWith,
      opened$: opened.asObservable(),
      restore: options.restore,
      relogin: createRelogin(authenticate, terms),
    },
  };
};
