import { catchError, defer, from, map, mergeMap, type Observable, of, reduce, throwError } from 'rxjs';
import { leftOut } from '../codec/leftOut.ts';
import type { Order } from '../codec/records/Order.ts';
import { GetOpenOrders } from '../endpoints/trading/GetOpenOrders.ts';
import { type ClientError, isClientError } from '../errors.ts';
import { request$ } from '../requests/request.ts';
import { standingOf } from './account.ts';
import { lookNow$ } from './aftermath.ts';
import type { Engine } from './engine.ts';
import { openOf } from './orders.ts';
import type { OrderKey } from './shelf.ts';
import { isOver } from './version.ts';

/** What a look has brought: the orders that are left, or `undefined` where nobody can tell, and why. */
export interface Left {
  readonly left: readonly Order[] | undefined;
  readonly cause?: ClientError;
}

/** Which orders are wanted. */
type IsWanted = (order: Order) => boolean;

/** How many orders are asked for at a time. */
const atOnce = 10;

/**
 * The list of the exchange, which may lag behind what events have told: of an order that stands here and is not listed
 * the exchange is asked by itself, and what is known to be over is not left, whatever is listed.
 */
const corrected$ = (
  engine: Engine,
  listed: readonly Order[],
  isWanted: IsWanted,
): Observable<readonly Order[]> => {
  const ids = new Set(listed.map(({ OrderId }) => OrderId));
  const unlisted = (): readonly Order[] =>
    openOf(engine.account()).filter((order) => isWanted(order) && !ids.has(order.OrderId));
  const isKnownOver = ({ OrderId }: Order): boolean => {
    const known = standingOf(engine.account(), OrderId)?.order;
    return known !== undefined && isOver(known);
  };
  /** What the exchange does not have at all. */
  const gone$ = defer(() => from(unlisted())).pipe(
    mergeMap(
      ({ OrderId }) => lookNow$(engine, { OrderId }).pipe(map(({ isClean }) => (isClean ? [OrderId] : []))),
      atOnce,
    ),
    reduce<readonly OrderKey[], readonly OrderKey[]>((all, some) => [...all, ...some], []),
  );
  return gone$.pipe(
    map((gone) => [
      ...listed.filter((order) => isWanted(order) && !isKnownOver(order)),
      ...unlisted().filter(({ OrderId }) => !gone.includes(OrderId)),
    ]),
  );
};

/** The orders of an account that are left open, out of a whole list and what is known here. Never errors. */
export const leftOpen$ = (engine: Engine, isWanted: IsWanted): Observable<Left> =>
  request$(engine.connection, GetOpenOrders, { AccountId: engine.AccountId }).pipe(
    mergeMap((list): Observable<Left> =>
      leftOut(list) === 0
        ? corrected$(engine, list, isWanted).pipe(map((left) => ({ left })))
        : of({ left: undefined }),
    ),
    catchError((cause: unknown) =>
      isClientError(cause) ? of({ left: undefined, cause }) : throwError(() => cause),
    ),
  );
