import type { Fold } from '../streams/topicSpec.ts';

/** The state of a stream in which each payload replaces the one before: the newest. */
export const newest = <K, P>(news: (event: P, state: P) => P | undefined): Fold<P, K, P, P> => ({
  begin: (reply) => reply,
  apply: (_, event) => event,
  news,
});
