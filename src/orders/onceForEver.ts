import { defer, NEVER, type Observable, of, ReplaySubject, share } from 'rxjs';

/**
 * What is begun by the first subscriber and never again: whoever comes later is given the last value and what follows.
 *
 * @param hasLeft Whether anything was sent; until then leaving takes it back, and the next subscriber begins it.
 * @param left Called when the last subscriber has left what was sent.
 */
export const onceForEver$ = <A>(
  start: () => Observable<A>,
  hasLeft: () => boolean,
  left: () => void = () => undefined,
): Observable<A> =>
  defer(start).pipe(
    share({
      connector: () => new ReplaySubject<A>(1),
      resetOnComplete: false,
      resetOnError: false,
      resetOnRefCountZero: () => {
        if (!hasLeft()) return of(undefined);
        left();
        return NEVER;
      },
    }),
  );
