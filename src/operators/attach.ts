import * as E from 'fp-ts/lib/Either.js';
import { catchError, concat, ignoreElements, Observable, throwError } from 'rxjs';
import type { Connection } from '../connection/connection.ts';
import { GatewayError } from '../errors.ts';
import type { Socket } from '../socket.ts';
import type { Stream } from '../topic.ts';
import { joinChannel, type Listener } from './channel.ts';
import { exchange } from './exchange.ts';
import type { Reading } from './reading.ts';
import { untilLost } from './untilLost.ts';

/** What the exchange answers to a second subscribe of the same thing; the first goes on. */
const alreadySubscribed = 909;

/** The ways in which one stream is read. */
type Readings = readonly [Reading, ...Reading[]];

/** The snapshot, read in each way: the reply to the call that subscribes. */
const begin = (connection: Connection, socket: Socket, readings: Readings): Observable<readonly unknown[]> =>
  exchange(
    socket,
    {
      ...readings[0].stream.subscribe,
      decode: (frame) => E.traverseArray(({ stream }: Reading) => stream.subscribe.decode(frame))(readings),
    },
    connection,
    { type: connection.subscribeWith.subscribe },
  );

/** Ends a stream at the exchange; emits nothing, and errors as any exchange does. */
export const end = (
  connection: Connection,
  socket: Socket,
  { unsubscribe }: Pick<Stream<unknown>, 'unsubscribe'>,
): Observable<never> =>
  exchange(socket, unsubscribe, connection, { type: connection.subscribeWith.unsubscribe }).pipe(
    ignoreElements(),
  );

/** A stream somebody left behind on this socket gives no snapshot; it is ended and begun again, once. */
const beginAnew = (
  connection: Connection,
  socket: Socket,
  readings: Readings,
): Observable<readonly unknown[]> =>
  begin(connection, socket, readings).pipe(
    catchError((error: unknown) =>
      error instanceof GatewayError && error.code === alreadySubscribed
        ? concat(end(connection, socket, readings[0].stream), begin(connection, socket, readings))
        : throwError(() => error),
    ),
  );

/**
 * One stream on one socket: listens for its events, subscribes, and hands each reading the snapshot, then every
 * update. Events that come before the snapshot are held and follow it, unless it contains them already.
 *
 * Cold; it emits nothing. It errors when the exchange refuses or does not answer in time, and with a `DecodeError` when
 * a payload of this stream cannot be read, since what follows a lost update may be wrong. It completes when the socket
 * is over. Unsubscribing stops listening; ending the stream at the exchange is the caller's to do.
 */
export const attach = (connection: Connection, socket: Socket, readings: Readings): Observable<never> =>
  new Observable((subscriber) => {
    const answers = readings.map(({ stream, next }) => {
      let held: unknown[] | undefined = [];
      const listener: Listener<unknown> = {
        next: (message) => {
          if (held === undefined) next(message);
          else held.push(message);
        },
        misread: (error) => subscriber.error(error),
        over: () => subscriber.complete(),
      };
      for (const event of stream.events) {
        subscriber.add(joinChannel(socket, event, stream.routes, listener, connection.report));
      }
      return (snapshot: unknown): void => {
        next(snapshot);
        const later = (held ?? []).filter((message) => !stream.isContained(snapshot, message));
        held = undefined;
        for (const message of later) next(message);
      };
    });

    subscriber.add(
      // A lost socket ends nothing but itself: the stream is begun again on the next.
      beginAnew(connection, socket, readings)
        .pipe(untilLost())
        .subscribe({
          next: (snapshots) => answers.forEach((answer, index) => answer(snapshots[index])),
          error: (error: unknown) => subscriber.error(error),
        }),
    );
  });
