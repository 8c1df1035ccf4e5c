import { Observable, type Subscriber } from 'rxjs';
import type { Connection } from '../connection/connection.ts';
import { inner, type Terms } from '../connection/inner.ts';
import type { Call } from '../endpoint.ts';
import type { Socket } from '../socket.ts';
import { pacerFor, usableSocket$ } from './usableSocket.ts';

/** What is done with a socket once there is one: for whom, and when that one asked. */
export type Use<B> = (subscriber: Subscriber<B>, socket: Socket, askedAt: number) => void;

/**
 * Uses the open socket at once, or the next one where the caller may wait for it; a query once the pace of the
 * connection has room. Cold; it errors as
 * {@link usableSocket$} does, nothing having been sent. Unsubscribing stops waiting.
 *
 * @param askedAt When the caller asked, a reading of `deadlines.now`. @default when it is subscribed to
 */
export const withSocket = <B>(
  connection: Connection,
  call: Call<B>,
  terms: Terms,
  use: Use<B>,
  askedAt?: number,
): Observable<B> =>
  new Observable((subscriber) => {
    const since = askedAt ?? terms.deadlines.now();
    const { socketToUse } = connection[inner];
    const isHeld = pacerFor(call, terms)?.hasRoom() === false;
    const socket = isHeld ? undefined : socketToUse();
    // Not a switchMap: it would hold a kilobyte for as long as the reply takes.
    if (socket !== undefined) use(subscriber, socket, since);
    else
      subscriber.add(
        usableSocket$(connection, call, terms, since, socketToUse).subscribe({
          next: (opened) => use(subscriber, opened, since),
          error: (error: unknown) => subscriber.error(error),
        }),
      );
  });
