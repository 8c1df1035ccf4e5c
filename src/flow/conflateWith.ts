import type { ObservableInput, ObservedValueOf, OperatorFunction } from 'rxjs';
import { type FlowOptions, inTurn, oneLane } from './inTurn.ts';
import { createSlot } from './waiting.ts';

/**
 * Works on one value at a time; what comes meanwhile is merged into one value, which is next. For changes, of which
 * none may be lost: sets of touched instruments, quantities to add up.
 *
 * Ends as `conflateMap` does; a `merge` that throws counts as an error of the source. How much memory is held is up to
 * `merge`: one value waits at most.
 *
 * @param merge Pure: makes one value of the one that waits and a newer one. What it returns is given to `work`.
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
