import * as E from 'fp-ts/lib/Either.js';
import { Observable } from 'rxjs';
import type { Connection } from '../connection/connection.ts';
import { inner } from '../connection/inner.ts';
import { ConnectionLost } from '../errors.ts';
import type { Frame } from '../frame.ts';
import type { Socket } from '../socket.ts';
import { joinChannel, type Listener } from './channel.ts';
import { exchange } from '../requests/exchange.ts';
import { createGate } from './gate.ts';
import type { Reading } from './reading.ts';

/** The ways in which one stream is read. */
type Readings = readonly [Reading, ...Reading[]];

/** The reply to the call that subscribes, still to be read. */
const begin = (connection: Connection, socket: Socket, { stream }: Reading): Observable<Frame> =>
  exchange(socket, { ...stream.subscribe, decode: E.right }, connection[inner], {
    type: connection[inner].subscribeWith.subscribe,
  });

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
      const { pass, open } = createGate(next);
      const listener: Listener<unknown> = {
        next: pass,
        error: (error: unknown) => subscriber.error(error),
        complete: () => subscriber.complete(),
      };
      for (const event of stream.events) {
        subscriber.add(joinChannel(socket, event, stream.routes, listener, connection[inner].report));
      }
      return (frame: Frame): void => {
        const decoded = stream.subscribe.decode(frame, connection[inner].report);
        if (decoded._tag === 'Left') subscriber.error(decoded.left);
        else {
          next(decoded.right);
          open((message) => !stream.isContained(decoded.right, message));
        }
      };
    });

    subscriber.add(
      begin(connection, socket, readings[0]).subscribe({
        next: (frame) => answers.forEach((answer) => answer(frame)),
        error: (error: unknown) => {
          // A lost socket ends nothing but itself: the stream is begun again on the next.
          if (!(error instanceof ConnectionLost)) subscriber.error(error);
        },
      }),
    );
  });
