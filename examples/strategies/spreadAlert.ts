import { type Connection, orderBook$, whenLive } from 'notbank-rx';
import { distinctUntilChanged, map, type Observable, scan, skip, startWith } from 'rxjs';

/** When to call a spread wide; all in basis points of the mid. */
export interface SpreadLimits {
  readonly InstrumentId: number;
  /** It is wide from here on. */
  readonly wide: number;
  /** It is wide until it is back here, so that a spread at the limit does not flutter. */
  readonly narrow: number;
}

/** The spread has become wide, or is so no longer. */
export interface SpreadAlert {
  readonly isWide: boolean;
  /** The spread; infinite where a side of the book is empty. */
  readonly basisPoints: number;
}

const calm: SpreadAlert = { isWide: false, basisPoints: 0 };

const basisPointsOf = ({ spread, mid }: { readonly spread?: number; readonly mid?: number }): number =>
  spread === undefined || mid === undefined ? Infinity : Math.round((spread / mid) * 1e6) / 100;

/**
 * Tells when the spread becomes wide and when it is narrow again, one alert a change. It judges live books only: after a
 * loss, or while the book is crossed, it says nothing until the book is right again.
 */
export const spreadAlert$ = (
  client: Connection,
  { InstrumentId, wide, narrow }: SpreadLimits,
): Observable<SpreadAlert> =>
  orderBook$(client, { InstrumentId, depth: 1 }).pipe(
    whenLive(),
    map(basisPointsOf),
    scan(
      ({ isWide }, basisPoints) => ({ isWide: basisPoints >= (isWide ? narrow : wide), basisPoints }),
      calm,
    ),
    startWith(calm),
    distinctUntilChanged((one, other) => one.isWide === other.isWide),
    skip(1),
  );
