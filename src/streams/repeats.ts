import type { Identity } from './topicSpec.ts';

/** How many events of one kind are remembered. */
const remembered = 4_096;

/**
 * Makes what lets each identity through once; kinds are remembered apart, so that many order states do not push out a
 * fill. What has no identity always passes.
 */
export const createRepeatFilter = (): ((identity: Identity | undefined) => boolean) => {
  const seenOf = new Map<string, Set<string>>();
  return (identity) => {
    if (identity === undefined) return true;
    const { kind, id } = identity;
    const seen = seenOf.get(kind) ?? new Set<string>();
    seenOf.set(kind, seen);
    if (seen.has(id)) return false;
    seen.add(id);
    const [oldest] = seen.size > remembered ? seen : [];
    if (oldest !== undefined) seen.delete(oldest);
    return true;
  };
};
