import { type RunHelpers, TestScheduler } from 'rxjs/testing';

export type { RunHelpers };

/**
 * Runs `specify` in virtual time and compares what was expected with what came by value. All that rxjs draws
 * marbles with comes as its parameter: `cold`, `hot`, `expectObservable`, `expectSubscriptions`, `time`,
 * `flush`, `animate`. Expectations are checked when `specify` returns, or at `flush()`.
 *
 * @example
 * it('emits what it was given', () => {
 *   marbles(({ cold, expectObservable, expectSubscriptions }) => {
 *     const source = cold(' -a-|');
 *     const subs = '       ^--!';
 *     const expected = '   -a-|';
 *
 *     expectObservable(source).toBe(expected);
 *     expectSubscriptions(source.subscriptions).toBe(subs);
 *   });
 * });
 */
export const marbles = (specify: (helpers: RunHelpers) => void): void => {
  const scheduler = new TestScheduler((actual, expected) => {
    expect(actual).toEqual(expected);
  });
  scheduler.run(specify);
};
