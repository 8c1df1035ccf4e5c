/**
 * Counts of an operator for slow consumers. Create the object with {@link createCounters} and read it at any time; only
 * the operator writes to it. Always, also inside `work`, `received === started + dropped + merged + waiting`.
 *
 * If several operators or several subscriptions use the same object, it holds their sums.
 */
export interface Counters {
  /** The number of values received from the source. */
  received: number;
  /** The number of values whose work has started; a merged value counts once. */
  started: number;
  /** The number of values dropped: replaced by a newer one, over the limit, or waiting when the result ended early. */
  dropped: number;
  /** The number of values merged into a waiting one. */
  merged: number;
  /** The number of works that failed. */
  failed: number;
  /** The number of values that wait now. */
  waiting: number;
  /** Since when work has run without a pause, in milliseconds since 1970; `undefined` while none runs. */
  busySince: number | undefined;
}

/**
 * Creates {@link Counters} for an operator, all at zero.
 *
 * @example
 * const counters = createCounters();
 * interval(10)
 *   .pipe(take(100), conflateMap(() => timer(100), { counters }))
 *   .subscribe({ complete: () => console.log(counters.started, counters.dropped) });
 */
export const createCounters = (): Counters => ({
  received: 0,
  started: 0,
  dropped: 0,
  merged: 0,
  failed: 0,
  waiting: 0,
  busySince: undefined,
});
