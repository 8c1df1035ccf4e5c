import type { Fold } from '../streams/topicSpec.ts';

/** The fold of a stream in which each payload replaces the previous one: the state is the newest payload. */
export const newest = <K, P>(news: (event: P, state: P) => P | undefined): Fold<P, K, P, P> => ({
  begin: (reply) => reply,
  apply: (_, event) => event,
  news,
});
