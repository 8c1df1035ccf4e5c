import { asyncScheduler } from 'rxjs';
import type { Counters } from './counters.ts';

/** How many operators are busy that write to the same counters. */
const busyOn = new WeakMap<Counters, number>();

/** Has counters say since when they have been busy: as long as one operator is that writes to them. */
export interface Busy {
  /** This operator is busy, if it was not. */
  readonly begin: () => void;
  /** This operator is busy no more, if it was. */
  readonly end: () => void;
}

/** Makes a {@link Busy} for an operator that has nothing to do yet. */
export const createBusy = (counters: Counters): Busy => {
  let isBusy = false;
  return {
    begin: () => {
      if (isBusy) return;
      isBusy = true;
      busyOn.set(counters, (busyOn.get(counters) ?? 0) + 1);
      counters.busySince ??= asyncScheduler.now();
    },
    end: () => {
      if (!isBusy) return;
      isBusy = false;
      const others = (busyOn.get(counters) ?? 1) - 1;
      busyOn.set(counters, others);
      if (others === 0) counters.busySince = undefined;
    },
  };
};
