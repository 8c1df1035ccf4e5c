import type { Condition } from './fault.ts';

/** What is wrong with the exchange at the moment, on purpose. */
export interface Faults {
  /** Begins something that is wrong. */
  readonly begin: (condition: Condition) => void;
  /** Ends it, if it was begun. */
  readonly end: (condition: Condition) => void;
  /** Refuses so many attempts to connect. */
  readonly refuse: (count: number) => void;
  /** Whether one more connection is let in; an attempt that is not counts against the refusals. */
  readonly admit: () => boolean;
  readonly isMuted: () => boolean;
  /** Whether replies to a function are kept back. */
  readonly isHeld: (name: string) => boolean;
  /** How much later replies come, in milliseconds. */
  readonly delay: () => number;
  readonly isDuplicating: () => boolean;
  readonly isEventFirst: () => boolean;
  /** How long after each other messages come at least, in milliseconds. */
  readonly pace: () => number;
  /** Lets nobody in any more, whatever is said afterwards. */
  readonly close: () => void;
}

const isSame = (name: string | undefined, other: string): boolean =>
  name === undefined || name.toLowerCase() === other.toLowerCase();

/** An exchange without faults yet. */
export const createFaults = (): Faults => {
  const conditions = new Set<Condition>();
  let refusals = 0;
  let isClosed = false;
  const any = (isMeant: (condition: Condition) => boolean): boolean => [...conditions].some(isMeant);
  const is = (does: Condition['does']): boolean => any((condition) => condition.does === does);
  const longest = (time: (condition: Condition) => number): number =>
    [...conditions].reduce((most, condition) => Math.max(most, time(condition)), 0);
  return {
    begin: (condition) => conditions.add(condition),
    end: (condition) => conditions.delete(condition),
    refuse: (count) => (refusals = count),
    admit: () => {
      if (isClosed || is('refuse')) return false;
      if (refusals <= 0) return true;
      refusals -= 1;
      return false;
    },
    isMuted: () => is('mute'),
    isHeld: (name) =>
      any(
        (condition) =>
          condition.does === 'reorder' || (condition.does === 'withhold' && isSame(condition.name, name)),
      ),
    delay: () => longest((condition) => (condition.does === 'delay' ? condition.by : 0)),
    isDuplicating: () => is('duplicate'),
    isEventFirst: () => is('eventFirst'),
    pace: () => longest((condition) => (condition.does === 'drip' ? condition.every : 0)),
    close: () => (isClosed = true),
  };
};
