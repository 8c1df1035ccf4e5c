import {
  concat,
  defer,
  EMPTY,
  expand,
  filter,
  finalize,
  from,
  map,
  mergeMap,
  type Observable,
  reduce,
  ReplaySubject,
  takeWhile,
} from 'rxjs';
import type { OrderTrade } from '../codec/records/OrderTrade.ts';
import type { Connection } from '../connection/connection.ts';
import { GetAccountTrades } from '../endpoints/trading/GetAccountTrades.ts';
import { request$ } from '../requests/request.ts';
import type { Fill, Revised } from './account.ts';
import { holdEngine } from './engineOf.ts';
import type { AccountOptions, OfAccount } from './view.ts';
import { leftOut } from '../codec/leftOut.ts';
import { tradesPage } from './restore.ts';
import { fillKey } from './standing.ts';

/** Options of {@link fills$}. */
export interface FillsOptions extends AccountOptions {
  /** Fills of the past come first, those since then, in milliseconds since 1970. @default from now on */
  readonly since?: number;
}

const timeOf = ({ TradeTimeMS = Infinity }: OrderTrade): number => TradeTimeMS;

interface Page {
  readonly StartIndex: number;
  readonly rows: readonly OrderTrade[];
  readonly isLast: boolean;
}

/** The fills since then that the exchange lists, the oldest first. */
const past$ = (connection: Connection, AccountId: number, since: number): Observable<Fill> => {
  const page$ = (StartIndex: number): Observable<Page> =>
    request$(connection, GetAccountTrades, { AccountId, StartIndex, Depth: tradesPage }).pipe(
      map((rows) => {
        const isShort = rows.length + leftOut(rows) < tradesPage;
        return { StartIndex, rows, isLast: isShort || rows.some((trade) => timeOf(trade) < since) };
      }),
    );
  return defer(() => page$(0)).pipe(
    expand(({ StartIndex, isLast, rows }) => (isLast ? EMPTY : page$(StartIndex + rows.length))),
    takeWhile(({ isLast }) => !isLast, true),
    // Fills that come meanwhile push rows from one page to the next.
    reduce(
      (known, { rows }) => rows.reduce((map_, trade) => map_.set(fillKey(trade), trade), known),
      new Map<string, OrderTrade>(),
    ),
    mergeMap((known) => from([...known.values()].reverse())),
    filter((trade) => timeOf(trade) >= since),
    map((trade) => ({ _tag: 'Fill', trade }) as const),
  );
};

/** Lets each fill through once: the past may hold what comes live as well. */
const isFirst = (): ((fill: Fill | Revised) => boolean) => {
  const told = new Map<string, number>();
  return ({ _tag, trade }) => {
    const key = fillKey(trade);
    const revision = trade.OrderTradeRevision ?? 0;
    const known = told.get(key);
    if (_tag === 'Fill' && known === undefined) told.set(key, revision);
    return known === undefined || revision > known;
  };
};

/**
 * The fills of an account: each once, also those that happened while the connection was lost, which come when it is back,
 * the oldest first. A fill that the exchange has corrected since comes again as `Revised`.
 *
 * It begins with what is filled from now on, or in the past where `since` says so. It completes when the client is
 * closed or the exchange refuses the account for good; where the past cannot be read it errors as `request$` does.
 *
 * Cold; all followers of an account share one engine. What is filled while nobody follows the account is not told
 * later.
 *
 * @example
 * fills$(client, { AccountId }).subscribe(({ _tag, trade }) => console.log(_tag, trade.Quantity, trade.Price));
 */
export const fills$ = (
  connection: Connection,
  { AccountId }: OfAccount,
  { since, ...options }: FillsOptions = {},
): Observable<Fill | Revised> =>
  defer(() => {
    const { engine, end } = holdEngine(connection, AccountId, options);
    if (since === undefined) return engine.fill$.pipe(finalize(() => end.unsubscribe()));
    const live = new ReplaySubject<Fill | Revised>(Infinity);
    end.add(engine.fill$.subscribe(live));
    return concat(past$(connection, AccountId, since), live).pipe(
      filter(isFirst()),
      finalize(() => end.unsubscribe()),
    );
  });
