import { EMPTY, expand, last, map, type Observable, of } from 'rxjs';
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

/** What has been read so far, and where the next page begins; `undefined` where there is none to be asked for. */
interface Reading {
  readonly byKey: ReadonlyMap<string, OrderTrade>;
  readonly leftOut: number;
  readonly next: number | undefined;
}

const unread: Reading = { byKey: new Map(), leftOut: 0, next: 0 };

const withPage = (reading: Reading, page: readonly OrderTrade[], isEnough: boolean): Reading => {
  const { byKey: known, leftOut: before, next: StartIndex = 0 } = reading;
  // Fills that come meanwhile push rows from one page to the next.
  const byKey = new Map([...known, ...page.map((trade) => [fillKey(trade), trade] as const)]);
  const missing = leftOut(page);
  // An exchange that does not page gives the same page again and again.
  const isMore = page.length + missing >= tradesPage && byKey.size > known.size && !isEnough;
  return { byKey, leftOut: before + missing, next: isMore ? StartIndex + page.length : undefined };
};

/**
 * Turns a list that is given in pages into one: asks for page after page until one is not full, or is enough, or has
 * nothing that is new. Emits once, completes, and errors as the asking does.
 *
 * @param ask$ Asks for the page that begins so many rows after the newest.
 * @param isEnough Whether what lies behind a page is not wanted.
 */
export const trades$ = (
  ask$: (StartIndex: number) => Observable<readonly OrderTrade[]>,
  isEnough: (rows: readonly OrderTrade[]) => boolean = () => false,
): Observable<Trades> =>
  of(unread).pipe(
    expand((reading) =>
      reading.next === undefined
        ? EMPTY
        : ask$(reading.next).pipe(map((page) => withPage(reading, page, isEnough(page)))),
    ),
    last(() => true, unread),
    map(({ byKey, leftOut: missing }) => ({ rows: [...byKey.values()], leftOut: missing })),
  );
