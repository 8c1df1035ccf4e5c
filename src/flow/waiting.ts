/** What becomes of a value that comes: it waits, or it or another one is dropped, or it is merged into another. */
export type Fate = 'waiting' | 'dropped' | 'merged';

/** What waits for its turn, and the policy of what may. */
export interface Waiting<A> {
  /** Takes a value in, and says which counter has grown by it; what it throws ends the result. */
  readonly admit: (value: A) => Fate;
  /** The next value, taken out. Only asked for while something waits. */
  readonly take: () => A;
  /** How many wait. */
  readonly size: () => number;
}

/** One value waits at most: what `meet` makes of it and of a newer one, counted as `fate`. */
export const createSlot = <A>(fate: Fate, meet: (older: A, newer: A) => A): Waiting<A> => {
  let held: readonly [A] | undefined;
  return {
    admit: (value) => {
      if (held === undefined) {
        held = [value];
        return 'waiting';
      }
      held = [meet(held[0], value)];
      return fate;
    },
    take: () => {
      if (held === undefined) throw new RangeError('nothing waits');
      const [value] = held;
      held = undefined;
      return value;
    },
    size: () => (held === undefined ? 0 : 1),
  };
};
