import type { ObservableInput, ObservedValueOf, OperatorFunction } from 'rxjs';
import { type FlowOptions, inTurn, oneLane } from './inTurn.ts';
import { createSlot } from './waiting.ts';

/**
 * Works on one value at a time. Values that arrive meanwhile are merged into one, which is next. Use it for changes,
 * none of which may be lost: sets of changed instruments, quantities to add up.
 *
 * It completes and errors as `conflateMap` does; if `merge` throws, the result errors as if the source had. At most one
 * value waits; its size depends on `merge`.
 *
 * @param merge A pure function that makes one value of the waiting value and a newer one. `work` gets its result.
 * @example
 * subscribe$(client, SubscribeTrades, { InstrumentId: 1 })
 *   .pipe(
 *     map(({ payload }) => payload),
 *     conflateWith(
 *       (older, newer) => [...older, ...newer],
 *       (trades) => of(trades.length).pipe(delay(1_000)),
 *     ),
 *   )
 *   .subscribe((count) => console.log(count));
 */
export const conflateWith = <A, O extends ObservableInput<unknown>>(
  merge: (older: A, newer: A) => A,
  work: (value: A) => O,
  options: FlowOptions = {},
): OperatorFunction<A, ObservedValueOf<O>> =>
  inTurn({ ...options, work, keyOf: oneLane, createWaiting: () => createSlot('merged', merge) });
