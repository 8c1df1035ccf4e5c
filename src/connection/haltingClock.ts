import { monotonicNow } from '../clock.ts';

/** A clock that can be made to stand still. */
export interface HaltingClock {
  /** The time in milliseconds, since an origin without meaning, without all that it stood still. */
  readonly now: () => number;
  readonly isHalted: () => boolean;
  /** Stops it, until what this returns has been called; every halt has to end. */
  readonly halt: () => () => void;
}

interface Running {
  readonly _tag: 'Running';
  readonly lost: number;
}
interface Halted {
  readonly _tag: 'Halted';
  readonly at: number;
  readonly halts: number;
}

/**
 * A clock as {@link monotonicNow}, which stands still from the first halt to the end of the last.
 *
 * @param changed Called after it has stopped, and after it runs again.
 */
export const createHaltingClock = (changed: () => void = () => undefined): HaltingClock => {
  let state: Running | Halted = { _tag: 'Running', lost: 0 };

  const now = (): number => (state._tag === 'Halted' ? state.at : monotonicNow() - state.lost);

  const resume = (): void => {
    if (state._tag === 'Running') return;
    if (state.halts > 1) state = { ...state, halts: state.halts - 1 };
    else {
      state = { _tag: 'Running', lost: monotonicNow() - state.at };
      changed();
    }
  };

  return {
    now,
    isHalted: () => state._tag === 'Halted',
    halt: () => {
      const isFirst = state._tag === 'Running';
      state = { _tag: 'Halted', at: now(), halts: state._tag === 'Halted' ? state.halts + 1 : 1 };
      if (isFirst) changed();
      let isOver = false;
      return () => {
        if (!isOver) resume();
        isOver = true;
      };
    },
  };
};
