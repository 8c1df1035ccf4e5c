import {
  asyncScheduler,
  defer,
  EMPTY,
  endWith,
  ignoreElements,
  map,
  merge,
  type Observable,
  of,
  repeat,
  switchMap,
  take,
  takeUntil,
  tap,
  timer,
} from 'rxjs';
import { TransportError } from '../errors.ts';
import { MessageType } from '../frame.ts';
import type { Socket } from '../socket.ts';

export interface KeepAlive {
  /** The silence after which the gateway is asked for a sign of life, in milliseconds. @default 10_000 */
  readonly interval: number;
  /** How long it may take to give one, in milliseconds. @default 5_000 */
  readonly timeout: number;
}

const ping = (socket: Socket): void =>
  socket.send({ type: MessageType.Request, sequence: socket.nextSequence(), name: 'Ping', payload: '{}' });

const dead = ({ interval, timeout }: KeepAlive): TransportError =>
  new TransportError(
    `The link is dead: nothing came for ${interval} ms, nor within ${timeout} ms of a ping.`,
  );

/** Asks for a sign of life, and gives the socket up where none comes; completes when a frame does. */
const probe = (socket: Socket, options: KeepAlive): Observable<never> =>
  merge(
    socket.frame$.pipe(map(() => true)),
    timer(options.timeout).pipe(map(() => false)),
    defer(() => {
      ping(socket);
      return EMPTY;
    }),
  ).pipe(
    take(1),
    tap((isAlive) => {
      if (!isAlive) socket.fail(dead(options));
    }),
    ignoreElements(),
  );

/** Listens as long as the socket lives; emits nothing. */
const watch = (socket: Socket, options: KeepAlive): Observable<never> =>
  defer(() => {
    let heardAt = asyncScheduler.now();
    const silence = (): number => asyncScheduler.now() - heardAt;
    const hearing$ = socket.frame$.pipe(
      tap(() => {
        heardAt = asyncScheduler.now();
      }),
      ignoreElements(),
    );
    const looking$ = defer(() => timer(options.interval - silence())).pipe(
      switchMap(() => (silence() < options.interval ? EMPTY : probe(socket, options))),
      repeat(),
    );
    const over$ = socket.frame$.pipe(ignoreElements(), endWith('over'));
    return merge(hearing$, looking$).pipe(takeUntil(over$));
  });

/**
 * Watches over a socket: half-open links make no noise of their own. After `interval` without a frame it sends a
 * `Ping`; any frame is a sign of life. If none comes within `timeout` the socket fails with a `TransportError`, which
 * settles all that waits on it and drops the link without waiting for the other side.
 *
 * It emits the socket at once. Unsubscribing stops watching.
 */
export const withKeepAlive =
  (options: KeepAlive) =>
  (socket: Socket): Observable<Socket> =>
    merge(of(socket), watch(socket, options));
