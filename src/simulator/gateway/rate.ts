import { monotonicNow } from '../../clock.ts';
import type { Behaviour } from './behaviour.ts';

/** Counts the requests of one connection: each call is one, and tells whether it is one too many. */
export const createRate = (limit: Behaviour['rateLimit']): (() => boolean) => {
  if (limit === 'none') return () => false;
  let since = -Infinity;
  let count = 0;
  return () => {
    const now = monotonicNow();
    if (now - since >= limit.within) {
      since = now;
      count = 0;
    }
    count += 1;
    return count > limit.requests;
  };
};
