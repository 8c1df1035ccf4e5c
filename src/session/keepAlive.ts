import {
  defer,
  EMPTY,
  ignoreElements,
  merge,
  type Observable,
  repeat,
  switchMap,
  take,
  tap,
  timer,
} from 'rxjs';
import { monotonicNow } from '../clock.ts';
import type { Watch } from '../connection/attempt.ts';
import { timerDelay } from '../connection/timerDelay.ts';
import { unhurried$ } from '../connection/unhurried.ts';
import { TransportError } from '../errors.ts';
import { MessageType } from '../frame.ts';
import type { Socket } from '../socket.ts';

/** When to send a ping on a silent link, and how long to wait for an answer. */
export interface KeepAlive {
  /** The silence after which a ping is sent, in milliseconds. @default 10_000 */
  readonly interval: number;
  /**
   * How long to wait for any message after that ping before the link counts as dead, in milliseconds.
   *
   * @default 5_000
   */
  readonly timeout: number;
}

const ping = (socket: Socket): void =>
  socket.send({ type: MessageType.Request, sequence: socket.nextSequence(), name: 'Ping', payload: '{}' });

const dead = ({ interval, timeout }: KeepAlive): TransportError =>
  new TransportError(
    `The link is dead: nothing came for ${interval} ms, nor within ${timeout} ms of a ping.`,
  );

const asleep = ({ timeout }: KeepAlive): TransportError =>
  new TransportError(
    `The connection did not survive the sleep of the machine: nothing came within ${timeout} ms of a ping.`,
  );

/**
 * Asks for a sign of life, and gives the socket up where none has come in time; then completes. A part of a message is
 * one too, and what has arrived unread is read first.
 */
const probe = (socket: Socket, { timeout }: KeepAlive, failure: TransportError): Observable<never> =>
  defer(() => {
    const askedAt = monotonicNow();
    const verdict$ = unhurried$(timeout).pipe(
      tap(() => {
        if (socket.heardAt() <= askedAt) socket.fail(failure);
      }),
    );
    // Listening comes before asking: a gateway in memory answers at once.
    return merge(
      socket.frame$,
      verdict$,
      defer(() => (ping(socket), EMPTY)),
    ).pipe(take(1), ignoreElements());
  });

/** Looks after the socket for ever; emits nothing. */
const watch = (socket: Socket, options: KeepAlive): Observable<never> => {
  const silence = (): number => monotonicNow() - socket.heardAt();
  const look$ = defer(() => timer(timerDelay(options.interval - silence()))).pipe(
    switchMap(() => (silence() < options.interval ? EMPTY : probe(socket, options, dead(options)))),
  );
  return look$.pipe(repeat());
};

/** A login ends an hour after the client's last sign of life, however much it is sent meanwhile. */
const giveSign = (socket: Socket): Observable<never> =>
  timer(300_000).pipe(
    repeat(),
    tap(() => ping(socket)),
    ignoreElements(),
  );

/**
 * Watches over sockets: half-open links make no noise of their own. After `interval` without a frame it sends a
 * `Ping`; any frame is a sign of life, and so are the bytes of one that is still arriving, where the transport tells of
 * them. It sends one every five minutes in any case, so that a login does not end while there is nothing to say. If no
 * sign comes within `timeout` the socket fails with a `TransportError`, which settles all that waits on it and drops the
 * link without waiting for the other side.
 *
 * Elapsed time counts, on a clock that nobody sets. Where the program was busy, what has arrived is read before a link is
 * called dead. Unsubscribing stops watching.
 */
export const withKeepAlive = (options: KeepAlive): Watch => ({
  watch: (socket) => merge(watch(socket, options), giveSign(socket)),
  probe: (socket) => probe(socket, options, asleep(options)),
});
