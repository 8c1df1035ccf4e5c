/** The whole state, which replaces everything before it: the first message, and the first after every reconnect. */
export interface Snapshot<P> {
  /** What kind of message it is: the whole state. */
  readonly _tag: 'Snapshot';
  /** The state, as the exchange sends it. */
  readonly payload: P;
}

/** A change after the snapshot. */
export interface Update<P> {
  /** What kind of message it is: a change. */
  readonly _tag: 'Update';
  /** What has changed, as the exchange sends it. */
  readonly payload: P;
}

/** A message of a stream that starts with a snapshot. */
export type SnapshotOrUpdate<P> = Snapshot<P> | Update<P>;

/** Makes a {@link Snapshot}. */
export const snapshot = <P>(payload: P): Snapshot<P> => ({ _tag: 'Snapshot', payload });

/** Makes an {@link Update}. */
export const update = <P>(payload: P): Update<P> => ({ _tag: 'Update', payload });

/** The messages of a stream whose state and changes are of one type. */
export const snapshotOrUpdate = <P>(): {
  readonly snapshot: (payload: P) => SnapshotOrUpdate<P>;
  readonly update: (payload: P) => SnapshotOrUpdate<P>;
} => ({ snapshot, update });
