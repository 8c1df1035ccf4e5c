import { catchError, concat, EMPTY, ignoreElements, Observable, throwError } from 'rxjs';
import type { Connection } from '../connection/connection.ts';
import { ConnectionLost, GatewayError } from '../errors.ts';
import type { Socket } from '../socket.ts';
import type { Stream } from '../topic.ts';
import { joinChannel, type Listener } from './channel.ts';
import { exchange } from './exchange.ts';

/** What the exchange answers to a second subscribe of the same thing; the first goes on. */
const alreadySubscribed = 909;

/** The snapshot: the reply to the call that subscribes. */
const begin = <M>(connection: Connection, socket: Socket, { subscribe }: Stream<M>): Observable<M> =>
  exchange(socket, subscribe, connection, { type: connection.subscribeWith.subscribe });

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
const beginAnew = <M>(connection: Connection, socket: Socket, stream: Stream<M>): Observable<M> =>
  begin(connection, socket, stream).pipe(
    catchError((error: unknown) =>
      error instanceof GatewayError && error.code === alreadySubscribed
        ? concat(end(connection, socket, stream), begin(connection, socket, stream))
        : throwError(() => error),
    ),
  );

/** A lost socket ends nothing but itself: the stream is begun again on the next. */
const untilLost = <M>(source: Observable<M>): Observable<M> =>
  source.pipe(
    catchError((error: unknown) => (error instanceof ConnectionLost ? EMPTY : throwError(() => error))),
  );

/**
 * One stream on one socket: listens for its events, subscribes, and emits the snapshot, then every update. Events
 * that come before the snapshot are held and follow it, unless it contains them already.
 *
 * Cold. It errors when the exchange refuses or does not answer in time, and with a `DecodeError` when a payload
 * of this stream cannot be read, since what follows a lost update may be wrong. It completes when the socket is
 * over. Unsubscribing stops listening; ending the stream at the exchange is the caller's to do.
 */
export const attach = <M>(connection: Connection, socket: Socket, stream: Stream<M>): Observable<M> =>
  new Observable((subscriber) => {
    let held: M[] | undefined = [];

    const listener: Listener<M> = {
      next: (message) => {
        if (held === undefined) subscriber.next(message);
        else held.push(message);
      },
      misread: (error) => subscriber.error(error),
      over: () => subscriber.complete(),
    };
    for (const event of stream.events) {
      subscriber.add(joinChannel(socket, event, stream.routes, listener, connection.report));
    }

    const release = (snapshot: M): void => {
      subscriber.next(snapshot);
      const later = (held ?? []).filter((message) => !stream.isContained(snapshot, message));
      held = undefined;
      for (const message of later) subscriber.next(message);
    };

    subscriber.add(
      untilLost(beginAnew(connection, socket, stream)).subscribe({
        next: release,
        error: (error: unknown) => subscriber.error(error),
      }),
    );
  });
