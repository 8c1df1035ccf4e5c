/** Prices that differ in their digits and are one double, the lowest first. */
interface Twins<T> {
  readonly twins: readonly T[];
}

/** What stands at one double: one thing, or several whose prices only digits tell apart. */
export type AtPrice<T> = T | Twins<T>;

/** All that stands there, the lowest price first. */
export const allAt = <T extends object>(there: AtPrice<T>): readonly T[] =>
  'twins' in there ? there.twins : [there];

/** How a place with twins is kept. */
export interface TwinPlace<T> {
  /** Less than 0, 0 or more than 0 as the price of `a` is lower, the same or higher, to the last digit. */
  readonly compare: (a: T, b: T) => number;
  /** Whether the price has a level with it; without one it has none any more. */
  readonly isThere: boolean;
}

/** What becomes of a place where something comes of a price: it takes the place of what has the same digits. */
export const placeTwin = <T extends object>(
  one: T,
  present: AtPrice<T> | undefined,
  { compare, isThere }: TwinPlace<T>,
): AtPrice<T> | undefined => {
  const others = present === undefined ? [] : allAt(present).filter((other) => compare(other, one) !== 0);
  if (others.length === 0) return isThere ? one : undefined;
  return { twins: isThere ? [...others, one].sort(compare) : others };
};
