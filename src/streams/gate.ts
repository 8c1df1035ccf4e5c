/** Holds back what comes until it is opened. */
export interface Gate<A> {
  readonly pass: (item: A) => void;
  /** Lets through, in order, what was held back and is wanted; what comes later passes at once. */
  readonly open: (isWanted?: (item: A) => boolean) => void;
}

/** A gate that is closed, before whoever takes the items. */
export const createGate = <A>(next: (item: A) => void): Gate<A> => {
  let held: A[] | undefined = [];
  return {
    pass: (item) => {
      if (held === undefined) next(item);
      else held.push(item);
    },
    open: (isWanted = () => true) => {
      // What comes meanwhile is held back behind the others, and taken by this same loop.
      for (const item of held ?? []) if (isWanted(item)) next(item);
      held = undefined;
    },
  };
};
