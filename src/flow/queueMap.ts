import { type ObservableInput, type ObservedValueOf, type OperatorFunction, throwError } from 'rxjs';
import { InvalidRequest, QueueOverflow } from '../errors.ts';
import { createCounters } from './counters.ts';
import { type FlowOptions, inTurn, oneLane } from './inTurn.ts';
import { createQueue, type Overflow } from './queue.ts';

/** Options of {@link queueMap}. */
export interface QueueOptions extends FlowOptions {
  /** How many values may wait: an integer of 0 or more, or `Infinity`. The value that is worked on does not count. */
  readonly limit: number;
  /**
   * What to do with a value that exceeds the limit:
   *
   * - `dropOldest`: drop the value that has waited longest.
   * - `dropNewest`: drop the new value.
   * - `error`: the result errors with `QueueOverflow`.
   */
  readonly overflow: Overflow;
}

const overflows: readonly string[] = ['dropOldest', 'dropNewest', 'error'] satisfies readonly Overflow[];

/** A limit that is no number, and an overflow that is none, would have values given up without a word. */
const wrongOptions = ({ limit, overflow }: QueueOptions): InvalidRequest | undefined => {
  const isLimit = limit >= 0 && (Number.isInteger(limit) || limit === Infinity);
  const mismatches = [
    ...(isLimit
      ? []
      : [{ path: 'limit', expected: 'a whole number from 0, or Infinity', found: String(limit) }]),
    ...(overflows.includes(overflow)
      ? []
      : [{ path: 'overflow', expected: "'dropOldest', 'dropNewest' or 'error'", found: overflow }]),
  ];
  return mismatches.length === 0 ? undefined : new InvalidRequest('queueMap', mismatches);
};

/**
 * Works on every value, one at a time and in order, as `concatMap` does, but lets at most `limit` values wait. Use it
 * for values that must not be conflated: fills to book, lines to write.
 *
 * It completes and errors as `conflateMap` does. With `overflow: 'error'` it also errors with `QueueOverflow`, and the
 * waiting values are dropped. If `limit` or `overflow` is not valid, it errors at once with `InvalidRequest`.
 *
 * @example
 * subscribe$(client, SubscribeTrades, { InstrumentId: 1 })
 *   .pipe(queueMap(({ payload }) => of(payload).pipe(delay(5)), { limit: 1_000, overflow: 'error' }))
 *   .subscribe({ error: (error: unknown) => console.error(error) });
 */
export const queueMap = <A, O extends ObservableInput<unknown>>(
  work: (value: A) => O,
  options: QueueOptions,
): OperatorFunction<A, ObservedValueOf<O>> => {
  const { limit, overflow, counters = createCounters() } = options;
  const wrong = wrongOptions(options);
  if (wrong !== undefined) return () => throwError(() => wrong);
  return inTurn({
    work,
    counters,
    keyOf: oneLane,
    createWaiting: () =>
      createQueue(limit, overflow, () => {
        const { received, dropped } = counters;
        return new QueueOverflow(limit, { ...counters, received: received + 1, dropped: dropped + 1 });
      }),
  });
};
