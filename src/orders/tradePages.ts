import { EMPTY, expand, last, map, merge, type Observable, of, switchMap, take, timer } from 'rxjs';
import { leftOut } from '../codec/leftOut.ts';
import type { OrderTrade } from '../codec/records/OrderTrade.ts';
import { closed$ } from '../connection/closed.ts';
import type { Connection } from '../connection/connection.ts';
import { inner } from '../connection/inner.ts';
import { flawed, mostPasses, pauseBefore, takePage, type Trades, type Turn, unread } from './paging.ts';

/** A list of fills that is given in pages. */
export interface TradeList {
  /** The function that lists them, by its wire name. */
  readonly call: string;
  /** Asks for the page that begins so many rows after the newest. */
  readonly ask$: (StartIndex: number) => Observable<readonly OrderTrade[]>;
  /** Whether a fill, and so all that lies behind it, is not wanted. @default all are wanted */
  readonly isEnough?: (trade: OrderTrade) => boolean;
}

/** How far it has come, and how many rows could not be read; one that two pages have counts twice. */
interface Reading {
  readonly turn: Turn;
  readonly leftOut: number;
}

const nothing: Reading = { turn: { _tag: 'Asks', paging: unread }, leftOut: 0 };

/** At once where the client is closed meanwhile: whatever is asked then says so. */
const pause$ = (connection: Connection, pause: number): Observable<unknown> =>
  pause === 0 ? of(0) : merge(timer(pause), closed$(connection)).pipe(take(1));

/** A list that cannot be read whole is an error; one that the exchange does not page is as whole as it will be. */
const checked = (connection: Connection, call: string, turn: Turn): Turn => {
  if (turn._tag === 'Asks') {
    if (turn.paging.passes > mostPasses) throw flawed(call, 'moving');
    return turn;
  }
  if (turn.flaw === 'lagging') throw flawed(call, 'lagging');
  if (turn.flaw !== undefined) connection[inner].report(flawed(call, turn.flaw));
  return turn;
};

/**
 * Turns a list that is given in pages into one, as {@link takePage} does: each fill once, the newest first. Emits once,
 * completes, and errors as the asking does, and with a `DecodeError` where the list does not hold still for some 45 s.
 * Where the exchange gives the same page for every place, it emits that, and `error$` tells. Cold.
 */
export const trades$ = (
  connection: Connection,
  { call, ask$, isEnough = () => false }: TradeList,
): Observable<Trades> => {
  const next$ = ({ turn, leftOut: before }: Reading): Observable<Reading> => {
    if (turn._tag === 'Read') return EMPTY;
    return pause$(connection, pauseBefore(turn.paging)).pipe(
      switchMap(() => ask$(turn.paging.StartIndex)),
      map((rows) => {
        const page = { rows, leftOut: leftOut(rows) };
        const after = checked(connection, call, takePage(turn.paging, page, isEnough));
        return { turn: after, leftOut: before + page.leftOut };
      }),
    );
  };
  return of(nothing).pipe(
    expand(next$),
    last(() => true, nothing),
    map(({ turn, leftOut: missing }) => ({ rows: turn._tag === 'Read' ? turn.rows : [], leftOut: missing })),
  );
};
