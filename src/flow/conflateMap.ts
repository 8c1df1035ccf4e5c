import type { ObservableInput, ObservedValueOf, OperatorFunction } from 'rxjs';
import { conflateMapBy } from './conflateMapBy.ts';
import { type FlowOptions, oneLane } from './inTurn.ts';

/**
 * Works on one value at a time, and next always on the newest: what came in between is dropped. For states, of which
 * only the last counts: a book to show, quotes to renew. What was begun is never cancelled.
 *
 * Emits what the works emit. Completes when the source has completed and the work on its last value is over. An error
 * of the source or of a work, or a work that throws, errors the result, unsubscribes what runs and drops what waits;
 * unsubscribing does the same, without the error. Memory does not grow, however slow the work is.
 *
 * @param work Makes the Observable, or what rxjs makes one of, that is subscribed to when the value's turn has come.
 * @example
 * const counters = createCounters();
 * subscribe$(client, SubscribeLevel1, { InstrumentId: 1 })
 *   .pipe(conflateMap(({ payload }) => of(payload.BestBid).pipe(delay(250)), { counters }))
 *   .subscribe((bid) => console.log(bid, counters.dropped));
 */
export const conflateMap = <A, O extends ObservableInput<unknown>>(
  work: (value: A) => O,
  options: FlowOptions = {},
): OperatorFunction<A, ObservedValueOf<O>> => conflateMapBy(oneLane, work, options);
