import { concat, defer, finalize, type Observable, Subscription, switchMap } from 'rxjs';
import type { Connection } from '../connection/connection.ts';
import { GatewayError, InvalidRequest } from '../errors.ts';
import type { Socket } from '../socket.ts';
import { attach } from './attach.ts';
import { left$ } from './leaving.ts';
import type { Reading } from './reading.ts';

/** One stream with all its consumers, over one socket after another. */
export interface Member {
  /** By the events that they read: the ways in which somebody wants the stream. */
  readonly readings: Map<unknown, Reading>;
  /** Begins, unless it is under way. */
  readonly start: () => void;
  /** Stops listening; returns the socket on which the exchange still sends, if there is one. */
  readonly stop: () => Socket | undefined;
}

/** The exchange sends on unless it was the one that said no. */
const isStillSending = (error: unknown): boolean =>
  !(error instanceof GatewayError || error instanceof InvalidRequest);

/**
 * Makes a {@link Member}.
 *
 * @param discard Called when it has ended by itself, with the socket on which the exchange still sends, if there is one.
 */
export const createMember = (
  connection: Connection,
  group: string,
  discard: (socket: Socket | undefined) => void,
): Member => {
  const readings = new Map<unknown, Reading>();
  let socket: Socket | undefined;
  let subscription: Subscription | undefined;

  const on = (next: Socket): Observable<never> =>
    concat(
      left$(next, group),
      defer(() => {
        socket = next;
        return attach(connection, next, [...readings.values()] as unknown as Parameters<typeof attach>[2]);
      }),
    ).pipe(
      finalize(() => {
        // A dead socket's last value is nobody's present state.
        for (const { reset } of readings.values()) reset();
        socket = undefined;
      }),
    );

  const start = (): void => {
    if (subscription !== undefined) return;
    subscription = new Subscription();
    subscription.add(
      connection.socket$.pipe(switchMap(on)).subscribe({
        error: (error: unknown) => {
          discard(isStillSending(error) ? socket : undefined);
          for (const { messages } of readings.values()) messages.error(error);
        },
        complete: () => {
          discard(undefined);
          for (const { messages } of readings.values()) messages.complete();
        },
      }),
    );
  };

  const stop = (): Socket | undefined => {
    const sending = socket;
    subscription?.unsubscribe();
    subscription = undefined;
    return sending;
  };

  return { readings, start, stop };
};
