import type { ObservableInput, ObservedValueOf, OperatorFunction } from 'rxjs';
import { type FlowOptions, inTurn } from './inTurn.ts';
import { createSlot } from './waiting.ts';

/**
 * As `conflateMap`, for each key by itself: of each key one value is worked on at a time, and next its newest, while
 * other keys go on beside it. Where hundreds of instruments come on one stream, a slow one holds nobody up.
 *
 * A key on which no work goes on is forgotten. Ends as `conflateMap` does; one failed work ends all.
 *
 * @param key What tells values apart; equal as keys of a `Map` are.
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
