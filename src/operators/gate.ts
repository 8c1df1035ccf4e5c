import { type Observer } from 'rxjs';

/** An observer that can be held back for a while. */
export interface Gate<M> {
  readonly observer: Observer<M>;
  /** Hands on what was held back, in order, and holds nothing back from then on. */
  readonly open: () => void;
}

/**
 * Holds back what an observer would be told until the gate is opened: what arrives while the observer is still
 * being given something older must not overtake it.
 */
export const createGate = <M>(to: Observer<M>): Gate<M> => {
  let held: (() => void)[] | undefined = [];

  const pass = (tell: () => void): void => {
    if (held === undefined) tell();
    else held.push(tell);
  };

  return {
    observer: {
      next: (message) => {
        if (held === undefined) to.next(message);
        else held.push(() => to.next(message));
      },
      error: (error: unknown) => pass(() => to.error(error)),
      complete: () => pass(() => to.complete()),
    },
    open: () => {
      for (let tell = held?.shift(); tell !== undefined; tell = held?.shift()) tell();
      held = undefined;
    },
  };
};
