import type { Present } from '../streams/topic.ts';
import { snapshot, type SnapshotOrUpdate } from './SnapshotOrUpdate.ts';

/** The present state of a stream in which each payload replaces the one before. */
export const keepLatest = <P>(): Present<SnapshotOrUpdate<P>> => {
  let latest: SnapshotOrUpdate<P> | undefined;
  return {
    take: (message) => {
      if (latest !== undefined || message._tag === 'Snapshot') latest = message;
    },
    now: () => latest && snapshot(latest.payload),
  };
};
