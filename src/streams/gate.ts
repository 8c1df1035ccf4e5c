/** Holds back what comes until it is opened. */
export interface Gate<A> {
  readonly pass: (item: A) => void;
  /** Lets through, in order, what was held back, or what is still wanted of it; what comes later passes at once. */
  readonly open: (wanted?: (item: A) => A | undefined) => void;
}

/** A gate that is closed, before whoever takes the items. */
export const createGate = <A>(next: (item: A) => void): Gate<A> => {
  let held: A[] | undefined = [];
  return {
    pass: (item) => {
      if (held === undefined) next(item);
      else held.push(item);
    },
    open: (wanted = (item) => item) => {
      // What comes meanwhile is held back behind the others, and taken by this same loop.
      for (const item of held ?? []) {
        const left = wanted(item);
        if (left !== undefined) next(left);
      }
      held = undefined;
    },
  };
};
