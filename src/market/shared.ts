import { defer, finalize, type Observable, ReplaySubject, share, timer } from 'rxjs';
import type { Connection } from '../connection/connection.ts';
import { inner, type Inner } from '../connection/inner.ts';
import { entryOf } from '../streams/entry.ts';

/** What is kept over connections and their copies, by key; of one kind each. */
export interface SharedBy<E> {
  /** What stands at a key, made where nothing stands. */
  readonly of: (connection: Connection, key: string, create: (forget: () => void) => E) => E;
}

/** Makes a {@link SharedBy}. */
export const sharedBy = <E>(): SharedBy<E> => {
  const byConnection = new WeakMap<Inner, Map<string, E>>();
  return {
    of: (connection, key, create) => {
      const entries = entryOf(byConnection, connection[inner], () => new Map<string, E>());
      return entryOf(entries, key, () => create(() => entries.delete(key)));
    },
  };
};

/**
 * One subscription for all consumers, the latest state at once for a late one. It is given up in the turn after the
 * last has left, if nobody has joined by then, and `forget` is called.
 */
export const sharedState$ = <S>(state$: Observable<S>, forget: () => void): Observable<S> =>
  defer(() => state$).pipe(
    finalize(forget),
    share({
      connector: () => new ReplaySubject<S>(1),
      resetOnRefCountZero: () => timer(0),
    }),
  );
