import { defer, finalize, map, type Observable, ReplaySubject, share, tap, timer } from 'rxjs';
import type { Connection } from '../connection/connection.ts';
import { inner, type Inner } from '../connection/inner.ts';
import { entryOf } from '../entry.ts';

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

/** What a consumer is told of a state where another, told of it first, has brought about a newer one. */
export type Outlived<S> = (state: S, newest: S) => S;

/**
 * One subscription for all consumers, the latest state at once for a late one. It is given up in the turn after the
 * last has left, if nobody has joined by then, and `forget` is called.
 *
 * A consumer may bring about a newer state in the midst of being told one, as by a `reconnect()`: that is told to all at
 * once, and those who had not had the older one yet are told what `outlived` makes of it, afterwards. So nobody is told
 * that something is `live` after it was told that it is lost.
 *
 * @param outlived The newest once more by default.
 */
export const sharedState$ = <S>(
  state$: Observable<S>,
  forget: () => void,
  outlived: Outlived<S> = (_state, newest) => newest,
): Observable<S> => {
  let newest: S;
  return defer(() => state$).pipe(
    tap((state) => (newest = state)),
    finalize(forget),
    share({
      connector: () => new ReplaySubject<S>(1),
      resetOnRefCountZero: () => timer(0),
    }),
    map((state) => (state === newest ? state : outlived(state, newest))),
  );
};
