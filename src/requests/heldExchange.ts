import { concat, defer, merge, type Observable, of, switchMap, take } from 'rxjs';
import type { Terms } from '../connection/inner.ts';
import type { Call } from '../endpoint.ts';
import type { Socket } from '../socket.ts';
import { exchange } from './exchange.ts';
import { timeLimit$ } from './timeLimit.ts';
import { heldByPace } from './usableSocket.ts';

/**
 * An {@link exchange} once the pace of the connection has room; at once where it has none, or room by now. The time
 * limit counts from its subscription. Held, it errors as an exchange does: with `ConnectionLost` as soon as the socket is
 * over, and with `RequestTimeout` at the limit, both `sent: false`. Unsubscribing leaves the queue.
 */
export const heldExchange = <B>(socket: Socket, call: Call<B>, terms: Terms): Observable<B> => {
  const { pacer } = terms;
  if (pacer === undefined) return exchange(socket, call, terms);
  return defer(() => {
    const askedAt = terms.deadlines.now();
    const ask$ = defer(() => exchange(socket, call, terms, { askedAt }));
    if (pacer.hasRoom()) return ask$;
    // On a socket that is over nothing is sent, and the exchange says so.
    const go$ = merge(pacer.room$('query'), concat(socket.over$, of(undefined)));
    const limit$ = timeLimit$(call.name, terms, askedAt, false, () => heldByPace);
    return merge(go$, limit$).pipe(
      take(1),
      switchMap(() => ask$),
    );
  });
};
