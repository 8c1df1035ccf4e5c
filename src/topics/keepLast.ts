import type { Present } from '../streams/topic.ts';
import { snapshot, type SnapshotOrUpdate } from './SnapshotOrUpdate.ts';

/**
 * The present state of a stream of entries: the last ones, the oldest first. An entry with the key of an earlier one
 * takes its place.
 *
 * @param limit How many are kept.
 */
export const keepLast = <Entry>(
  limit: number,
  keyOf: (entry: Entry) => unknown,
): Present<SnapshotOrUpdate<readonly Entry[]>> => {
  const entries = new Map<unknown, Entry>();
  let isBegun = false;

  const add = (entry: Entry): void => {
    entries.set(keyOf(entry), entry);
    if (entries.size <= limit) return;
    const oldest = entries.keys().next();
    if (oldest.done !== true) entries.delete(oldest.value);
  };

  return {
    take: ({ _tag, payload }) => {
      if (_tag === 'Snapshot') {
        entries.clear();
        isBegun = true;
      }
      payload.forEach(add);
    },
    now: () => (isBegun ? snapshot([...entries.values()]) : undefined),
  };
};
