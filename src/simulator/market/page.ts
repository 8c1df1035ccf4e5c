/** Whether a value passes a filter; 0, or none, lets everything pass. */
export const passes = <A>(filter: A | 0 | undefined, value: A): boolean =>
  filter === undefined || filter === 0 || filter === value;

/** Whether a time lies between two others, inclusive; 0, or none, is no bound. */
export const isWithin = (ms: number, start: number | undefined, end: number | undefined): boolean =>
  (start === undefined || start === 0 || ms >= start) && (end === undefined || end === 0 || ms <= end);

/** A page of what came oldest first, newest first; `start` 0 is the newest. */
export const newestFirst = <A>(items: readonly A[], start = 0, depth?: number): readonly A[] =>
  items.toReversed().slice(start, depth === undefined ? undefined : start + depth);
