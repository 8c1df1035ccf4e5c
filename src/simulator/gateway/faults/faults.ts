import type { Condition } from './fault.ts';

/** The conditions of one kind. */
export type ConditionOf<Kind extends Condition['does']> = Extract<Condition, { readonly does: Kind }>;

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
  /** Whether anything of a kind is wrong. */
  readonly is: (kind: Condition['does']) => boolean;
  /** All that is wrong of a kind, in the order it began. */
  readonly of: <Kind extends Condition['does']>(kind: Kind) => readonly ConditionOf<Kind>[];
  readonly isMuted: () => boolean;
  /** Whether replies to a function are kept back. */
  readonly isHeld: (name: string) => boolean;
  /** How much later replies come, in milliseconds. */
  readonly delay: () => number;
  readonly isDuplicating: () => boolean;
  readonly isEventFirst: () => boolean;
  /** How long after each other messages come at least, in milliseconds. */
  readonly pace: () => number;
  /** How much later requests of a function are acted on, in milliseconds. */
  readonly lateness: (name: string) => number;
  /** Whether requests of a function are never acted on. */
  readonly isSwallowed: (name: string) => boolean;
  /** How old lists and histories are, in milliseconds. */
  readonly lag: () => number;
  /** Lets nobody in any more, whatever is said afterwards. */
  readonly close: () => void;
}

/** Whether a condition that may be about one name is about this one. */
export const isSameName = (name: string | undefined, other: string): boolean =>
  name === undefined || name.toLowerCase() === other.toLowerCase();

/** An exchange without faults yet. */
export const createFaults = (): Faults => {
  const conditions = new Set<Condition>();
  let refusals = 0;
  let isClosed = false;
  const of: Faults['of'] = <Kind extends Condition['does']>(kind: Kind) =>
    conditions.size === 0
      ? []
      : [...conditions].filter((condition): condition is ConditionOf<Kind> => condition.does === kind);
  const is: Faults['is'] = (kind) => of(kind).length > 0;
  const longest = (times: readonly number[]): number => times.reduce((most, time) => Math.max(most, time), 0);
  const admit: Faults['admit'] = () => {
    if (isClosed || is('refuse')) return false;
    if (refusals <= 0) return true;
    refusals -= 1;
    return false;
  };
  return {
    begin: (condition) => conditions.add(condition),
    end: (condition) => conditions.delete(condition),
    refuse: (count) => (refusals = count),
    admit,
    is,
    of,
    isMuted: () => is('mute'),
    isHeld: (name) => is('reorder') || of('withhold').some((condition) => isSameName(condition.name, name)),
    delay: () => longest(of('delay').map(({ by }) => by)),
    isDuplicating: () => is('duplicate'),
    isEventFirst: () => is('eventFirst'),
    pace: () => longest(of('drip').map(({ every }) => every)),
    lateness: (name) =>
      longest(
        of('late')
          .filter((condition) => isSameName(condition.name, name))
          .map(({ by }) => by),
      ),
    isSwallowed: (name) => of('swallow').some((condition) => isSameName(condition.name, name)),
    lag: () => longest(of('historyLag').map(({ by }) => by)),
    close: () => (isClosed = true),
  };
};
