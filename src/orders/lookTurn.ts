import { EMPTY, filter, type Observable, switchMap, take } from 'rxjs';
import type { Connection } from '../connection/connection.ts';
import { inner } from '../connection/inner.ts';
import { usableIn } from '../connection/state.ts';
import { lookQueueOf } from './lookQueue.ts';

/**
 * Emits once it is the turn of a look, with a link to send it over there and then, and completes; the smallest rank
 * first. It is in the queue only while the link can be used: a loss and a probe take it out, and it stands in again when
 * the link is open, so that those who wait never leave together. Cold; it completes without a turn when the connection is
 * over. Unsubscribing leaves the queue.
 */
export const lookTurn$ = (connection: Connection, rank: number): Observable<void> =>
  connection.state$.pipe(
    switchMap((state) => (usableIn(state) === undefined ? EMPTY : lookQueueOf(connection).turn$(rank))),
    // The machine may have slept meanwhile, or the socket be over a moment before that is told.
    filter(() => connection[inner].socketToUse() !== undefined),
    take(1),
  );
