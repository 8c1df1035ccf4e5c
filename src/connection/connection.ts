import { merge, Observable, Subject, switchMap } from 'rxjs';
import type { ClientError } from '../errors.ts';
import { type Frame, MessageType } from '../frame.ts';
import type { Socket } from '../socket.ts';
import { attempt$, type AttemptOptions } from './attempt.ts';
import type { Backoff } from './backoff.ts';
import { createDeadlines } from './deadlines.ts';
import { inner, type Inner, type Restore, type SubscribeWith, type Terms } from './inner.ts';
import { createMachine, type Machine } from './machine.ts';
import { reconnect } from './reconnect.ts';
import { isOffline, online$ } from './network.ts';
import type { Pace } from './pace.ts';
import { createPacer } from './pacer.ts';
import { createRelogin } from './relogin.ts';
import { createSleepWatch } from './sleepWatch.ts';
import { type ConnectionState, socketIn, usableIn } from './state.ts';
import { createTrafficWatch, type Traffic } from './traffic.ts';

/**
 * What all functions of this library that talk to the exchange take as their first argument. Subscribing to `state$`,
 * `socket$` or `frame$` opens the connection if it is not open yet. It then stays open until the client is closed.
 */
export interface Connection {
  /** The state of the connection: the current one at once, then every change. It completes after `Closed`. */
  readonly state$: Observable<ConnectionState>;
  /**
   * The sockets that are open and logged in, one after another; the current one at once, if there is one. It completes
   * when the client is closed, and errors with the cause if the connection fails for good.
   */
  readonly socket$: Observable<Socket>;
  /** The socket that is open and logged in now, if there is one. Calling this does not open the connection. */
  readonly currentSocket: () => Socket | undefined;
  /** Every frame received, across reconnects. Completes and errors as `socket$` does. */
  readonly frame$: Observable<Frame>;
  /** Errors that have no caller to go to. Hot, without replay. Subscribing does not open the connection. */
  readonly error$: Observable<ClientError>;
  /**
   * Every message sent or received, across reconnects, without its secrets. Hot, without replay; costs nothing while
   * nobody is subscribed. A received message is emitted before it is handled, a sent one before it leaves. Subscribing
   * does not open the connection. It completes when the client is closed or the connection fails for good.
   */
  readonly traffic$: Observable<Traffic>;
  /**
   * For this library's own functions.
   *
   * @hidden
   */
  readonly [inner]: Inner;
}

/** As every working client does it: both are plain requests. */
export const asRequests: SubscribeWith = { subscribe: MessageType.Request, unsubscribe: MessageType.Request };

/** As the vendor's page defines it. */
export const asSubscriptions: SubscribeWith = {
  subscribe: MessageType.Subscribe,
  unsubscribe: MessageType.Unsubscribe,
};

/** What a connection is made with. */
export interface ConnectionOptions extends Pick<
  AttemptOptions,
  'url' | 'transport' | 'keepAlive' | 'authenticate'
> {
  readonly backoff: Backoff;
  /** How long a connection must have been open to count as good, in milliseconds. */
  readonly stableAfter: number;
  /** How long a request may take where it does not say so itself, in milliseconds. */
  readonly requestTimeout: number;
  readonly subscribeWith: SubscribeWith;
  readonly restore: Restore;
  /** How many frames may go to the exchange. Absent where they are not counted. */
  readonly pace?: Pace;
}

/** A {@link Connection}, and what its owner may do with it. */
export interface OwnedConnection extends Connection {
  /** Ends it for good. */
  readonly close: () => void;
  /** Gives up the present socket, or the waiting, and tries now. */
  readonly reconnect: () => void;
}

/** Passes each socket on that opens, once: a link that was probed is open again on the same. */
const toEachSocket = (tell: (socket: Socket) => void): ((state: ConnectionState) => void) => {
  let last: Socket | undefined;
  return (state) => {
    const socket = usableIn(state);
    if (socket !== undefined && socket !== last) tell((last = socket));
  };
};

const socketsOf = (state$: Observable<ConnectionState>): Observable<Socket> =>
  // Not a filter and a mergeMap: every stream that is followed holds a subscription to it.
  new Observable((subscriber) => {
    const pass = toEachSocket((socket) => subscriber.next(socket));
    return state$.subscribe({
      next: (state) => {
        pass(state);
        if (state._tag === 'Closed' && state.cause !== undefined) subscriber.error(state.cause);
      },
      complete: () => subscriber.complete(),
    });
  });

/** The socket to send on now. The first to ask after a sleep has the link probed. */
const socketToUseOf = ({ present }: Machine, keepAlive: unknown, doubts: Subject<void>) => {
  const hasSlept = createSleepWatch();
  return (): Socket | undefined => {
    if (hasSlept() && keepAlive !== undefined && present()?._tag === 'Open') {
      doubts.next();
      return undefined;
    }
    return usableIn(present());
  };
};

/** What the connection and its machine have in common. */
const createParts = (options: ConnectionOptions) => {
  const deadlines = createDeadlines();
  const errors = new Subject<ClientError>();
  const hurries = new Subject<void>();
  const doubts = new Subject<void>();
  const opened = new Subject<Socket>();
  const report = (error: ClientError): void => errors.next(error);
  const traffic = createTrafficWatch();
  const terms: Terms = {
    deadlines,
    requestTimeout: options.requestTimeout,
    report,
    hasLogin: options.authenticate !== undefined,
    ...(options.pace && { pacer: createPacer(options.pace, report) }),
  };
  const end = (): void => {
    deadlines.clear();
    errors.complete();
    traffic.end();
  };
  return { errors, hurries, doubts, opened, traffic, terms, end };
};

type Parts = ReturnType<typeof createParts>;

/** What opens one socket after another. */
const machineOf = (
  options: ConnectionOptions,
  { hurries, doubts, opened, traffic, terms, end }: Parts,
): Machine => {
  const watched = { hurry$: hurries, doubt$: merge(doubts, online$), watchTraffic: traffic.nextSocket };
  const parts: AttemptOptions = { ...options, terms, ...watched };
  const loop = {
    attempt$: (attempt: number, cause?: ClientError) => attempt$(parts, attempt, cause),
    report: terms.report,
    hurry$: merge(hurries, online$),
    isOffline,
  };
  const announce = toEachSocket((socket) => opened.next(socket));
  return createMachine(reconnect({ ...options, ...loop }), announce, end);
};

/** Starts the machine, or gives up what it has come to. */
const hurryOf = (machine: Machine, hurries: Subject<void>) => (): void => {
  const isRunning = machine.present() !== undefined;
  machine.start();
  if (isRunning) hurries.next();
};

/** The tools of the verbs. */
const innerOf = (
  options: ConnectionOptions,
  { hurries, doubts, opened, terms }: Parts,
  machine: Machine,
): Inner => ({
  ...terms,
  currentSocket: () => socketIn(machine.present()),
  socketToUse: socketToUseOf(machine, options.keepAlive, doubts),
  subscribeWith: options.subscribeWith,
  restore: options.restore,
  relogin: createRelogin(options.authenticate, terms),
  hurry: hurryOf(machine, hurries),
  opened$: opened.asObservable(),
});

/**
 * A connection that opens on first use, logs in, comes back after every loss, and ends with `close`, or when it is given
 * up: then `state$` and `error$` complete together.
 *
 * The first socket is opened when one of its streams is subscribed to, so making a connection costs nothing. On a
 * loss the streams and requests of the socket have ended before `state$` tells of it. Once it has ended there are no
 * sockets and no timers.
 */
export const createConnection = (options: ConnectionOptions): OwnedConnection => {
  const parts = createParts(options);
  const machine = machineOf(options, parts);
  const tools = innerOf(options, parts, machine);
  const { state$, close } = machine;
  const socket$ = socketsOf(state$);
  return {
    state$,
    socket$,
    frame$: socket$.pipe(switchMap((socket) => socket.frame$)),
    error$: parts.errors.asObservable(),
    traffic$: parts.traffic.traffic$,
    currentSocket: tools.currentSocket,
    close,
    reconnect: tools.hurry,
    [inner]: tools,
  };
};
