import { type Observable, tap } from 'rxjs';
import type { BookTrust } from '../../market/book/bookState.ts';
import { throwIfFailed } from '../../streams/kept.ts';

/** Lets through what is kept; what has failed for good becomes an error, with its cause. */
export const unlessFailed = <K extends Pick<BookTrust, 'status' | 'cause'>>(
  kept$: Observable<K>,
): Observable<K> => kept$.pipe(tap<K>(throwIfFailed));
