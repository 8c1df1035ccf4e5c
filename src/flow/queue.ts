import type { Waiting } from './waiting.ts';

/** What to do with a value that exceeds the limit of a queue; see `QueueOptions`. */
export type Overflow = 'dropOldest' | 'dropNewest' | 'error';

interface Link<A> {
  readonly value: A;
  next: Link<A> | undefined;
}

/** First in, first out: a chain, since an array that is taken from in front is moved as a whole. */
const createChain = <A>() => {
  let first: Link<A> | undefined;
  let last: Link<A> | undefined;
  let size = 0;
  return {
    put: (value: A): void => {
      const link: Link<A> = { value, next: undefined };
      if (last === undefined) first = link;
      else last.next = link;
      last = link;
      size += 1;
    },
    take: (): A => {
      if (first === undefined) throw new RangeError('nothing waits');
      const { value, next } = first;
      first = next;
      if (next === undefined) last = undefined;
      size -= 1;
      return value;
    },
    size: () => size,
  };
};

/**
 * Up to `limit` values wait, the first come first. The very first may wait whatever the limit is: nothing is worked on
 * yet, so its turn comes at once.
 *
 * @param overflowed Makes the error that `admit` throws where the policy is `error`.
 */
export const createQueue = <A>(limit: number, overflow: Overflow, overflowed: () => Error): Waiting<A> => {
  const { put, take, size } = createChain<A>();
  let room = Math.max(limit, 1);
  return {
    admit: (value) => {
      if (size() < room) {
        put(value);
        return 'waiting';
      }
      if (overflow === 'error') throw overflowed();
      if (overflow === 'dropOldest' && size() > 0) {
        take();
        put(value);
      }
      return 'dropped';
    },
    take: () => {
      room = limit;
      return take();
    },
    size,
  };
};
