import type { ObservableInput, ObservedValueOf, OperatorFunction } from 'rxjs';
import { type FlowOptions, inTurn } from './inTurn.ts';
import { createSlot } from './waiting.ts';

/**
 * `conflateMap` for each key separately. It works on one value per key at a time, then on the newest value of that key.
 * Different keys run concurrently. Use it where one stream carries hundreds of instruments: a slow one delays no other.
 *
 * A key without running work is forgotten. It completes and errors as `conflateMap` does; one failed work ends all.
 *
 * @param key Returns the key of a value. Keys are compared as those of a `Map`.
 * @example
 * const instruments = [1, 2, 3];
 * merge(...instruments.map((InstrumentId) => subscribe$(client, SubscribeLevel1, { InstrumentId })))
 *   .pipe(conflateMapBy(({ payload }) => payload.InstrumentId, ({ payload }) => of(payload).pipe(delay(250))))
 *   .subscribe(({ InstrumentId, BestBid }) => console.log(InstrumentId, BestBid));
 */
export const conflateMapBy = <A, O extends ObservableInput<unknown>>(
  key: (value: A) => unknown,
  work: (value: A) => O,
  options: FlowOptions = {},
): OperatorFunction<A, ObservedValueOf<O>> =>
  inTurn({ ...options, work, keyOf: key, createWaiting: () => createSlot('dropped', (_, newer) => newer) });
