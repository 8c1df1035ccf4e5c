import {
  AsyncSubject,
  concatMap,
  defer,
  filter,
  finalize,
  from,
  map,
  merge,
  mergeMap,
  type Observable,
  tap,
} from 'rxjs';
import type { Connection } from '../connection/connection.ts';
import { GetAccountTrades } from '../endpoints/trading/GetAccountTrades.ts';
import { request$ } from '../requests/request.ts';
import type { Fill, Revised } from './account.ts';
import type { Engine } from './engine.ts';
import { holdEngine } from './engineOf.ts';
import { isSince, pastFills } from './pastFills.ts';
import type { AccountOptions, OfAccount } from './view.ts';
import { fillKey, revisionOf } from './standing.ts';
import { trades$, tradesPage } from './tradePages.ts';

/** Options of {@link fills$}. */
export interface FillsOptions extends AccountOptions {
  /** Fills of the past come first, those since then, in milliseconds since 1970. @default from now on */
  readonly since?: number;
}

/** The fills since then, the oldest first. */
const past$ = ({ AccountId, account, connection }: Engine, since: number): Observable<Fill> =>
  trades$(
    (StartIndex) => request$(connection, GetAccountTrades, { AccountId, StartIndex, Depth: tradesPage }),
    (rows) => rows.some((trade) => !isSince(trade, since)),
  ).pipe(
    mergeMap(({ rows }) => from(pastFills(account(), rows, since))),
    map((trade) => ({ _tag: 'Fill', trade }) as const),
  );

/** Whether a fill that comes live was not among those of the past: only these are kept, as live ones come once. */
const createPast = () => {
  const revisions = new Map<string, number>();
  return {
    note: ({ trade }: Fill): void => {
      revisions.set(fillKey(trade), revisionOf(trade));
    },
    isNew: ({ trade }: Fill | Revised): boolean => revisionOf(trade) > (revisions.get(fillKey(trade)) ?? -1),
  };
};

/** The fills of the past, then those that have come meanwhile and all that follow. */
const withPast$ = (past$: Observable<Fill>, live$: Observable<Fill | Revised>): Observable<Fill | Revised> =>
  defer(() => {
    const { isNew, note } = createPast();
    const isRead = new AsyncSubject<true>();
    const read = (): void => {
      isRead.next(true);
      isRead.complete();
    };
    return merge(
      live$.pipe(
        concatMap((fill) => isRead.pipe(map(() => fill))),
        filter(isNew),
      ),
      past$.pipe(tap({ next: note, complete: read })),
    );
  });

/**
 * The fills of an account: each once, also those that happened while the connection was lost, which come when it is back,
 * the oldest first. A fill that the exchange has corrected since comes again as `Revised`. One whose events were lost on a
 * living link is found by the audit, which looks at the newest 200.
 *
 * It begins with what is filled from now on, or in the past where `since` says so: with what the exchange lists, and what is
 * known here already, as a list may lag. It completes when the client is
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
    const { fill$ } = engine;
    const told$ = since === undefined ? fill$ : withPast$(past$(engine, since), fill$);
    return told$.pipe(finalize(() => end.unsubscribe()));
  });
