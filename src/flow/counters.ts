/**
 * What an operator for slow consumers has met so far. The caller makes the object with {@link createCounters} and may
 * read it at any time; only the operator writes to it. At every moment, inside a `work` as well,
 * `received === started + dropped + merged + waiting`.
 *
 * Given to several operators, or to one that is subscribed to several times, it holds their sums.
 */
export interface Counters {
  /** How many values came from the source. */
  received: number;
  /** How many were worked on, or are; a merged value counts once. */
  started: number;
  /** How many were given up: overtaken by a newer one, too many, or waiting when the result ended early. */
  dropped: number;
  /** How many were merged into one that waited. */
  merged: number;
  /** How many of the started ones failed. */
  failed: number;
  /** How many wait now. */
  waiting: number;
  /** Since when work has gone on without a pause, in milliseconds since 1970; `undefined` while there is none. */
  busySince: number | undefined;
}

/**
 * Makes the {@link Counters} of an operator, all at zero.
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
