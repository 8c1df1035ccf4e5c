import type { Condition } from './fault.ts';
import { type Faults, isSameName } from './faults.ts';

/**
 * How often a connection is sent an event of a name: once, not at all where it is lost, twice where it comes twice.
 * Each call is one event, counted for the faults that mean the nth of it.
 */
export const createCopies = ({ of }: Pick<Faults, 'of'>): ((name: string) => number) => {
  const heard = new WeakMap<Condition, number>();
  const count = (condition: Condition): number => {
    const place = (heard.get(condition) ?? 0) + 1;
    heard.set(condition, place);
    return place;
  };
  return (name) => {
    const isLost = of('lose')
      .filter(({ event }) => isSameName(event, name))
      .map((condition) => [condition.nth, count(condition)] as const)
      .some(([nth, place]) => nth === undefined || nth === place);
    if (isLost) return 0;
    return of('repeat').some(({ event }) => isSameName(event, name)) ? 2 : 1;
  };
};
