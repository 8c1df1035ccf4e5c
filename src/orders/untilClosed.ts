import { endWith, filter, map, merge, type MonoTypeOperatorFunction, takeWhile } from 'rxjs';
import { closed$ } from '../connection/closed.ts';
import type { Connection } from '../connection/connection.ts';

const over = Symbol('over');

/**
 * Ends a command with a last word when the client is closed, as nothing will be heard of it any more: without it the
 * command would ask on and wait on behind the end. What has ended before stays as it is.
 *
 * @param last What it ends as.
 */
export const untilClosed =
  <A>(connection: Connection, last: A): MonoTypeOperatorFunction<A> =>
  (command$) =>
    merge(
      command$.pipe(endWith(over)),
      closed$(connection).pipe(
        map(() => last),
        endWith(over),
      ),
    ).pipe(
      takeWhile((told) => told !== over),
      filter((told): told is A => told !== over),
    );

/** Why a command that the client was closed on is not known to have worked. */
export const wasClosed = {
  _tag: 'Unresolved',
  isFinal: true,
  reason: 'the client was closed: the exchange may act on the command still',
} as const;
