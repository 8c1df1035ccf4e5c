import { defer, EMPTY, expand, map, type Observable, reduce } from 'rxjs';
import { leftOut } from '../codec/leftOut.ts';
import type { OrderTrade } from '../codec/records/OrderTrade.ts';
import { fillKey } from './standing.ts';

/** How many rows a page of fills has. */
export const tradesPage = 200;

/** All fills of a list. */
export interface Trades {
  /** Each once, the newest first. */
  readonly rows: readonly OrderTrade[];
  /** How many could not be read. */
  readonly leftOut: number;
}

interface Page {
  readonly StartIndex: number;
  readonly rows: readonly OrderTrade[];
  readonly leftOut: number;
}

const isFull = ({ rows, leftOut: missing }: Page): boolean => rows.length + missing >= tradesPage;

/**
 * Turns a list that is given in pages into one: asks for page after page until one is not full, or is enough, or has
 * nothing that can be read. Emits once, completes, and errors as the asking does.
 *
 * @param ask$ Asks for the page that begins so many rows after the newest.
 * @param isEnough Whether what lies behind a page is not wanted.
 */
export const trades$ = (
  ask$: (StartIndex: number) => Observable<readonly OrderTrade[]>,
  isEnough: (rows: readonly OrderTrade[]) => boolean = () => false,
): Observable<Trades> => {
  const page$ = (StartIndex: number): Observable<Page> =>
    ask$(StartIndex).pipe(map((rows) => ({ StartIndex, rows, leftOut: leftOut(rows) })));
  return defer(() => page$(0)).pipe(
    expand((page) =>
      isFull(page) && page.rows.length > 0 && !isEnough(page.rows)
        ? page$(page.StartIndex + page.rows.length)
        : EMPTY,
    ),
    reduce(
      ({ byKey, missing }, { rows, leftOut: more }) => ({
        // Fills that come meanwhile push rows from one page to the next.
        byKey: rows.reduce((known, trade) => known.set(fillKey(trade), trade), byKey),
        missing: missing + more,
      }),
      { byKey: new Map<string, OrderTrade>(), missing: 0 },
    ),
    map(({ byKey, missing }) => ({ rows: [...byKey.values()], leftOut: missing })),
  );
};
