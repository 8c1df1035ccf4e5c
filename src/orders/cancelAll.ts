import {
  catchError,
  concat,
  concatMap,
  defer,
  EMPTY,
  expand,
  finalize,
  from,
  ignoreElements,
  map,
  mergeMap,
  type Observable,
  of,
  switchMap,
  takeWhile,
  throwError,
  timer,
} from 'rxjs';
import type { Order } from '../codec/records/Order.ts';
import type { Connection } from '../connection/connection.ts';
import { inner } from '../connection/inner.ts';
import { CancelAllOrders } from '../endpoints/trading/CancelAllOrders.ts';
import { CancelOrder } from '../endpoints/trading/CancelOrder.ts';
import { type ClientError, isClientError } from '../errors.ts';
import { request$ } from '../requests/request.ts';
import { type Engine, isOwnId } from './engine.ts';
import { type CancelAllRequest, wrongCancelAll } from './cancelAllRequest.ts';
import { type AccountOptions, accountShapes, holdEngine } from './engineOf.ts';
import { type Left, leftOpen$ } from './leftOpen.ts';
import { meaningOf } from './meaning.ts';
import { onceForEver$ } from './onceForEver.ts';
import { reachable$ } from './ready.ts';
import { underWay } from './underWay.ts';
import { untilClosed, wasClosed } from './untilClosed.ts';

/**
 * The states of a cancel of many orders: `Sent`, `Progress` or `Unknown` after each round, then one final value:
 *
 * - `Progress`: `left` are still open, and `inDoubt` orders of ours have an outcome that is not known.
 * - `Unknown`: the result of the round could not be read, as `reason` tells; it goes on.
 * - `Done`: no order was left in two checks, a second apart, and no order of ours is in doubt.
 * - `Left`: after ten rounds `orders` are still open, or `inDoubt` orders of ours have an outcome that is not known.
 * - `NotSent`: nothing was sent, and nothing will be.
 * - `Refused`: the exchange refused the cancel.
 * - `Unresolved`: it is not known which orders are left; `reason` says why.
 */
export type CancelAll =
  | { readonly _tag: 'Sent'; readonly isFinal: false }
  | {
      readonly _tag: 'Progress';
      readonly isFinal: false;
      readonly left: readonly Order[];
      readonly inDoubt: number;
    }
  | { readonly _tag: 'Unknown'; readonly isFinal: false; readonly reason: string | ClientError }
  | { readonly _tag: 'Done'; readonly isFinal: true }
  | {
      readonly _tag: 'Left';
      readonly isFinal: true;
      readonly orders: readonly Order[];
      readonly inDoubt: number;
    }
  | {
      readonly _tag: 'NotSent' | 'Refused' | 'Unresolved';
      readonly isFinal: true;
      readonly reason: string | ClientError;
    };

/** The pause between two rounds, in milliseconds. */
const roundEvery = 1_000;
const mostRounds = 10;
/** How many orders are canceled at a time, where they are canceled one by one. */
const atOnce = 10;

/** What is known after a round. */
interface Round extends Left {
  readonly number: number;
  readonly inDoubt: number;
  /** How many rounds in a row nothing was left. */
  readonly empty: number;
}

const isWanted =
  (engine: Engine, { InstrumentId, scope }: CancelAllRequest) =>
  ({ ClientOrderId, Instrument }: Order): boolean =>
    (InstrumentId === undefined || InstrumentId === 0 || Instrument === InstrumentId) &&
    (scope === 'account' || isOwnId(engine, ClientOrderId));

/** What is left. */
const left$ = (engine: Engine, of_: CancelAllRequest): Observable<Left> =>
  leftOpen$(engine, isWanted(engine, of_));

/** Sends one round of cancels; it completes when they are answered, and errors where the exchange says no. */
const cancel$ = (
  engine: Engine,
  { AccountId, InstrumentId, scope }: CancelAllRequest,
  left: readonly Order[],
): Observable<never> => {
  const { connection } = engine;
  if (scope === 'account') {
    const of_ = InstrumentId === undefined ? { AccountId } : { AccountId, InstrumentId };
    return request$(connection, CancelAllOrders, of_).pipe(ignoreElements());
  }
  return from(left).pipe(
    mergeMap(
      ({ OrderId }) =>
        request$(connection, CancelOrder, { AccountId, OrderId }).pipe(
          ignoreElements(),
          // It may be over by now: the next round tells.
          catchError(() => EMPTY),
        ),
      atOnce,
    ),
  );
};

/** A doubt is no end: the next round tells. A refusal is, and so is what never left. */
const isEndOfAll = (error: unknown): error is ClientError =>
  isClientError(error) && ['refused', 'unsent'].includes(meaningOf(error));

const round$ = (engine: Engine, of_: CancelAllRequest, before: Round): Observable<Round> => {
  const look$ = left$(engine, of_).pipe(
    map((seen): Round => {
      const inDoubt = underWay(engine).length;
      const isEmpty = seen.left?.length === 0 && inDoubt === 0;
      return { ...seen, number: before.number + 1, inDoubt, empty: isEmpty ? before.empty + 1 : 0 };
    }),
  );
  const isIdle = before.number > 0 && before.left?.length === 0;
  const work$ = isIdle ? EMPTY : cancel$(engine, of_, before.left ?? []);
  const patient$ = work$.pipe(
    catchError((error: unknown) =>
      isEndOfAll(error) || !isClientError(error) ? throwError(() => error) : EMPTY,
    ),
  );
  return concat(patient$, timer(before.number === 0 ? 0 : roundEvery).pipe(concatMap(() => look$)));
};

const isOverAfter = ({ empty, number }: Round): boolean => empty >= 2 || number >= mostRounds;

const tell = (round: Round): CancelAll => {
  const { cause = 'the list of open orders could not be read in full', inDoubt, left = [] } = round;
  if (round.left === undefined)
    return isOverAfter(round)
      ? { _tag: 'Unresolved', isFinal: true, reason: cause }
      : { _tag: 'Unknown', isFinal: false, reason: cause };
  if (!isOverAfter(round)) return { _tag: 'Progress', isFinal: false, left, inDoubt };
  return round.empty >= 2
    ? { _tag: 'Done', isFinal: true }
    : { _tag: 'Left', isFinal: true, orders: left, inDoubt };
};

const begin$ = (engine: Engine, of_: CancelAllRequest): Observable<Round> => {
  const first$: Observable<Left> = of_.scope === 'account' ? of({ left: undefined }) : left$(engine, of_);
  return first$.pipe(switchMap((seen) => round$(engine, of_, { ...seen, number: 0, inDoubt: 0, empty: 0 })));
};

/** Cancels, and looks, until nothing is left or ten rounds are over. Each subscription begins anew. */
export const cancelRounds$ = (engine: Engine, of_: CancelAllRequest): Observable<CancelAll> =>
  defer(() => begin$(engine, of_)).pipe(
    expand((round) => (isOverAfter(round) ? EMPTY : round$(engine, of_, round))),
    map(tell),
    takeWhile(({ isFinal }) => !isFinal, true),
    catchError((error: unknown) =>
      isEndOfAll(error)
        ? of<CancelAll>({
            _tag: meaningOf(error) === 'unsent' ? 'NotSent' : 'Refused',
            isFinal: true,
            reason: error,
          })
        : throwError(() => error),
    ),
  );

/**
 * Cancels the orders of an account and checks until none is left, or reports which are left after ten rounds. It errors
 * only with `InvalidRequest`, before anything is sent.
 *
 * `scope: 'account'` sends `CancelAllOrders`. `'mine'` cancels our orders one by one, and none that a person or another
 * process has placed. New orders are not blocked meanwhile: for that see `killSwitch`.
 *
 * Cold until the first subscription, which starts one run. Later subscribers get the current state of that run, then
 * its changes.
 *
 * @example
 * cancelAll$(client, { AccountId, scope: 'mine' }).subscribe(({ _tag }) => console.log(_tag));
 */
export const cancelAll$ = (
  connection: Connection,
  params: CancelAllRequest,
  options: AccountOptions = {},
): Observable<CancelAll> => {
  const wrong = wrongCancelAll(params, options, accountShapes);
  if (wrong !== undefined) return throwError(() => wrong);
  return onceForEver$(
    () => {
      const { engine, end } = holdEngine(connection, params.AccountId, options);
      return reachable$(connection, CancelAllOrders.name, connection[inner].requestTimeout).pipe(
        switchMap((readiness) => {
          if (readiness._tag === 'Unready')
            return of<CancelAll>({ _tag: 'NotSent', isFinal: true, reason: readiness.reason });
          return concat(of<CancelAll>({ _tag: 'Sent', isFinal: false }), cancelRounds$(engine, params));
        }),
        untilClosed<CancelAll>(connection, wasClosed),
        finalize(() => end.unsubscribe()),
      );
    },
    () => true,
  );
};
