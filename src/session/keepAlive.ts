import {
  asyncScheduler,
  defer,
  EMPTY,
  ignoreElements,
  merge,
  type Observable,
  of,
  repeat,
  switchMap,
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

/** Asks for a sign of life, and gives the socket up where none comes in time; then completes. */
const probe = (socket: Socket, options: KeepAlive): Observable<never> => {
  const askedAt = asyncScheduler.now();
  ping(socket);
  return timer(options.timeout).pipe(
    tap(() => {
      if (socket.heardAt() < askedAt) socket.fail(dead(options));
    }),
    ignoreElements(),
  );
};

/** Looks after the socket for ever; emits nothing. */
const watch = (socket: Socket, options: KeepAlive): Observable<never> => {
  const silence = (): number => asyncScheduler.now() - socket.heardAt();
  const look$ = defer(() => timer(options.interval - silence())).pipe(
    switchMap(() => (silence() < options.interval ? EMPTY : probe(socket, options))),
  );
  return look$.pipe(repeat());
};

/** A login ends an hour after the client's last sign of life, however much it is sent meanwhile. */
const giveSign = (socket: Socket): Observable<never> =>
  timer(300_000, 300_000).pipe(
    tap(() => ping(socket)),
    ignoreElements(),
  );

/**
 * Watches over a socket: half-open links make no noise of their own. After `interval` without a frame it sends a
 * `Ping`; any frame is a sign of life. It sends one every five minutes in any case, so that a login does not end while
 * there is nothing to say. If none comes within `timeout` the socket fails with a `TransportError`, which
 * settles all that waits on it and drops the link without waiting for the other side.
 *
 * It emits the socket at once. Unsubscribing stops watching.
 */
export const withKeepAlive =
  (options: KeepAlive) =>
  (socket: Socket): Observable<Socket> =>
    merge(of(socket), watch(socket, options), giveSign(socket));
