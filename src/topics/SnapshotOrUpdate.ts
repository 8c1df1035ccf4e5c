/** The whole state, which replaces what came before: at first, and again after every reconnect. */
export interface Snapshot<P> {
  readonly _tag: 'Snapshot';
  readonly payload: P;
}

/** What came after the snapshot. */
export interface Update<P> {
  readonly _tag: 'Update';
  readonly payload: P;
}

/** A message of a stream that begins with its present state. */
export type SnapshotOrUpdate<P> = Snapshot<P> | Update<P>;

/** Makes a {@link Snapshot}. */
export const snapshot = <P>(payload: P): Snapshot<P> => ({ _tag: 'Snapshot', payload });

/** Makes an {@link Update}. */
export const update = <P>(payload: P): Update<P> => ({ _tag: 'Update', payload });
