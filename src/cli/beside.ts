import { combineLatest, endWith, map, type Observable, type OperatorFunction, takeWhile } from 'rxjs';

/**
 * The latest of the source beside the latest of another, whenever either changes. Other than `combineLatest` it completes
 * with the source, however long the other goes on, which should emit at once.
 */
export const beside =
  <A, B>(other$: Observable<B>): OperatorFunction<A, readonly [A, B]> =>
  (source$) =>
    combineLatest([
      source$.pipe(
        map((value) => ({ value })),
        endWith(undefined),
      ),
      other$,
    ]).pipe(
      map(([held, other]) => (held === undefined ? undefined : ([held.value, other] as const))),
      takeWhile((pair) => pair !== undefined),
    );
