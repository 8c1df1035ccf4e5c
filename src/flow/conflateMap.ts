import type { ObservableInput, ObservedValueOf, OperatorFunction } from 'rxjs';
import { conflateMapBy } from './conflateMapBy.ts';
import { type FlowOptions, oneLane } from './inTurn.ts';

/**
 * Works on one value at a time, then on the newest; values between are dropped. Use it for states, where only the
 * latest counts: a book to show, quotes to update. Work that has started is never canceled by a newer value.
 *
 * It emits what the work emits. It completes when the source has completed and the work on its last value is done. If
 * the source or a work errors, or `work` throws, the result errors: the running work is unsubscribed and the waiting
 * value dropped. Unsubscribing does the same without the error. Memory does not grow, however slow the work is.
 *
 * @param work Called with a value when its turn comes; returns an Observable, or anything that `from` accepts.
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
