import { mergeMap, type Observable, of, throwError } from 'rxjs';
import type { BookTrust } from '../../market/book/bookState.ts';

/** Lets through what is kept; what has failed for good becomes an error, with its cause. */
export const unlessFailed = <K extends Pick<BookTrust, 'status' | 'cause'>>(
  kept$: Observable<K>,
): Observable<K> =>
  kept$.pipe(
    mergeMap((kept) =>
      kept.status === 'failed' && kept.cause !== undefined ? throwError(() => kept.cause) : of(kept),
    ),
  );
