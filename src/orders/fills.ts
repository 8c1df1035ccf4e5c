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
  takeUntil,
  tap,
  throwError,
} from 'rxjs';
import { closed$ } from '../connection/closed.ts';
import type { Connection } from '../connection/connection.ts';
import { GetAccountTrades } from '../endpoints/trading/GetAccountTrades.ts';
import type { ShapesOf } from '../misfits.ts';
import { request$ } from '../requests/request.ts';
import type { Fill, Revised } from './account.ts';
import type { Engine } from './engine.ts';
import { type AccountOptions, accountShapes, holdEngine } from './engineOf.ts';
import { isSince, pastFills } from './pastFills.ts';
import type { OfAccount } from './view.ts';
import { fillKey, revisionOf } from './standing.ts';
import { tradesPage } from './paging.ts';
import { trades$ } from './tradePages.ts';
import { wrongAccount } from './wrongAccount.ts';

/** Options of {@link fills$}. */
export interface FillsOptions extends AccountOptions {
  /** Emit past fills from this time on first, in milliseconds since 1970. @default only fills from now on */
  readonly since?: number;
}

const fillsShapes: ShapesOf<FillsOptions> = {
  ...accountShapes,
  // Below 0 too, as what reckons back from a clock of a test may be.
  since: {
    expected: 'a time in milliseconds since 1970',
    is: (u) => typeof u === 'number' && !Number.isNaN(u),
  },
};

/** The fills since then, the oldest first. */
const past$ = ({ AccountId, account, connection }: Engine, since: number): Observable<Fill> =>
  trades$(connection, {
    call: GetAccountTrades.name,
    ask$: (StartIndex) =>
      request$(connection, GetAccountTrades, { AccountId, StartIndex, Depth: tradesPage }),
    isEnough: (trade) => !isSince(trade, since),
  }).pipe(
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

/** Emits when somebody closes the client: nothing is told behind that, though more of the past is waiting. */
const closing$ = (connection: Connection): Observable<unknown> =>
  closed$(connection).pipe(filter(({ cause }) => cause === undefined));

/**
 * The fills of an account, each once. Fills that happen while the connection is lost are emitted after the reconnect,
 * the oldest first. If the exchange corrects a fill later, it is emitted again as `Revised`. If an event is lost on an
 * open connection, the audit finds the fill if it is among the newest 200.
 *
 * Without `since` it starts with the fills from now on. With `since` it first emits the past fills: those that the
 * exchange lists, and those already known here, because the list may lag behind.
 *
 * It completes when the client is closed, and when the exchange refuses the account stream for good. If the past fills
 * cannot be read, it errors as `request$` does; and with a `DecodeError` where their list has not held still for some 45 s,
 * so that fills could be missing: subscribe again later. For options that are not valid it errors with `InvalidRequest`.
 *
 * It has no status: while the account cannot be followed it tells nothing, and `orders$` and `error$` say why. Over a restart
 * a fill is told apart by its `ExecutionId` and `OrderId`, or by its `TradeId` and `OrderId` where it has no `ExecutionId`.
 *
 * Cold; all subscribers of an account share one engine. A fill that happens while nobody is subscribed to the account
 * is not emitted later, unless `since` asks for it.
 *
 * @example
 * fills$(client, { AccountId }).subscribe(({ _tag, trade }) => console.log(_tag, trade.Quantity, trade.Price));
 */
export const fills$ = (
  connection: Connection,
  of: OfAccount,
  options: FillsOptions = {},
): Observable<Fill | Revised> =>
  defer(() => {
    const wrong = wrongAccount(of, options, fillsShapes, Object.keys(fillsShapes));
    if (wrong !== undefined) return throwError(() => wrong);
    const { since } = options;
    const { engine, end } = holdEngine(connection, of.AccountId, options);
    const { fill$ } = engine;
    const told$ =
      since === undefined
        ? fill$
        : withPast$(past$(engine, since), fill$).pipe(takeUntil(closing$(connection)));
    return told$.pipe(finalize(() => end.unsubscribe()));
  });
