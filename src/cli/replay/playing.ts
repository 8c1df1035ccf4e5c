import { defer, map, type Observable, scan } from 'rxjs';
import { monotonicNow } from '../../clock.ts';
import type { Progress } from '../../recording/index.ts';
import type { Playing } from './progressLines.ts';

interface Begun {
  readonly first: Progress | undefined;
}

/** How far a replay has come, since its first line; with every line. */
export const playing$ = (progress$: Observable<Progress>): Observable<Playing> =>
  defer(() => {
    const beganAt = monotonicNow();
    return progress$.pipe(
      scan<Progress, Begun & { readonly progress: Progress }, Begun>(
        ({ first }, progress) => ({ first: first ?? progress, progress }),
        { first: undefined },
      ),
      map(({ first, progress }): Playing => ({
        progress,
        first: first ?? progress,
        elapsed: monotonicNow() - beganAt,
      })),
    );
  });
