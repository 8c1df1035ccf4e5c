import type { SchedulerAction } from 'rxjs';
import type { TestScheduler } from 'rxjs/testing';

/** What RxJS says where more runs are left than timers. */
const isNothingDue = (thrown: unknown): boolean =>
  thrown instanceof Error && thrown.message === 'Expected a due immediate or interval';

type Work<T> = (this: SchedulerAction<T>, state?: T) => void;

const unlessNothingDue = <T>(work: Work<T>): Work<T> =>
  function (state) {
    try {
      work.call(this, state);
    } catch (thrown) {
      if (!isNothingDue(thrown)) throw thrown;
    }
  };

/**
 * Has a scheduler pass over a run with nothing to do, for which RxJS throws. Where several timers are due at one moment
 * it runs what was set first and not what is due, so that a run is left over when one of them ends another (`run` in
 * `TestScheduler.ts`, 7.8).
 */
export const passStrayRuns = (scheduler: TestScheduler): void => {
  const schedule = scheduler.schedule.bind(scheduler);
  scheduler.schedule = <T>(work: Work<T>, delay?: number, state?: T) =>
    schedule(unlessNothingDue(work), delay, state);
};
