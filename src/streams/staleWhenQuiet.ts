import {
  concat,
  defer,
  EMPTY,
  map,
  type MonoTypeOperatorFunction,
  type Observable,
  of,
  switchMap,
  timer,
} from 'rxjs';
import { wallNow } from '../clock.ts';
import { timerDelay } from '../connection/timerDelay.ts';
import { distrusted, type Kept, type Live, type NotLive } from './kept.ts';

/** What has been heard of a stream since it was live. */
type Heard =
  /** Never too little. */
  | { readonly _tag: 'Unbroken' }
  /** Nothing for too long. */
  | { readonly _tag: 'Nothing' }
  /** Something, after silence. */
  | { readonly _tag: 'Again'; readonly since: number };

const unbroken: Heard = { _tag: 'Unbroken' };

/** Emits after so much silence; never where that is longer than a timer can count, or no number. */
const quiet$ = (quietAfter: number): Observable<unknown> =>
  quietAfter <= timerDelay(Infinity) ? timer(quietAfter) : EMPTY;

/**
 * Calls a live state `stale` when nothing has come for so long, and live again with the next that comes: since then, as
 * it was silence that made it stale. Every subscription counts by itself.
 *
 * @param quietAfter in milliseconds
 */
export const staleWhenQuiet =
  <S>(quietAfter: number): MonoTypeOperatorFunction<Kept<S>> =>
  (kept$) =>
    defer(() => {
      let heard: Heard = unbroken;
      const stale$ = (live: Live<S>): Observable<NotLive<S>> =>
        quiet$(quietAfter).pipe(
          map(() => {
            heard = { _tag: 'Nothing' };
            return distrusted<S>(live, 'stale');
          }),
        );
      return kept$.pipe(
        switchMap((kept) => {
          if (kept.status !== 'live') {
            heard = unbroken;
            return of(kept);
          }
          if (heard._tag === 'Nothing') heard = { _tag: 'Again', since: wallNow() };
          const live = heard._tag === 'Again' ? { ...kept, since: heard.since } : kept;
          return concat(of(live), stale$(live));
        }),
      );
    });
