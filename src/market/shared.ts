import { defer, finalize, Observable, share, type SubjectLike, type Subscriber, timer } from 'rxjs';
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

/** Tells all consumers each state, and a late one the newest: a `ReplaySubject` needs two operators more, each frame. */
const newestTo = <S>(outlived: Outlived<S>): SubjectLike<S> => {
  let consumers: readonly Subscriber<S>[] = [];
  let newest: readonly [state: S] | undefined;
  const consumer$ = new Observable<S>((consumer) => {
    consumers = [...consumers, consumer];
    consumer.add(() => (consumers = consumers.filter((other) => other !== consumer)));
    if (newest !== undefined) consumer.next(newest[0]);
  });
  return {
    next: (state) => {
      newest = [state];
      for (const consumer of consumers)
        consumer.next(state === newest[0] ? state : outlived(state, newest[0]));
    },
    error: (thrown: unknown) => {
      for (const consumer of consumers) consumer.error(thrown);
    },
    complete: () => {
      for (const consumer of consumers) consumer.complete();
    },
    subscribe: (consumer) => consumer$.subscribe(consumer),
  };
};

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
): Observable<S> =>
  defer(() => state$).pipe(
    finalize(forget),
    share({ connector: () => newestTo(outlived), resetOnRefCountZero: () => timer(0) }),
  );
