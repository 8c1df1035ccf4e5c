import {
  catchError,
  forkJoin,
  map,
  type MonoTypeOperatorFunction,
  type Observable,
  of,
  throwError,
} from 'rxjs';
import type { Order } from '../codec/records/Order.ts';
import type { Connection } from '../connection/connection.ts';
import { GetOpenOrders } from '../endpoints/trading/GetOpenOrders.ts';
import { GetOrdersHistory } from '../endpoints/trading/GetOrdersHistory.ts';
import { GetOrderStatus } from '../endpoints/trading/GetOrderStatus.ts';
import { type ClientError, Contradiction, GatewayError, isClientError } from '../errors.ts';
import { request$, type RequestOptions } from '../requests/request.ts';
import { leftOut } from '../codec/leftOut.ts';
import type { Look } from './resolve.ts';
import { isRival, mayBeOurs, type Rivals } from './rivals.ts';
import type { OrderKey } from './shelf.ts';

/** What a look has brought. */
export interface Seen {
  readonly rows: readonly Order[];
  readonly isClean: boolean;
  readonly error?: ClientError;
}

/** Which order is looked for. */
export interface Wanted {
  readonly AccountId: number;
  readonly ClientOrderId: OrderKey;
  readonly OrderId?: OrderKey | undefined;
  /** Other orders with its id; `undefined` where there can be none. */
  readonly rivals: Rivals | undefined;
}

/** Nobody can tell whether an order is the one that is looked for. */
const doubtful = ({ ClientOrderId, OrderId }: Order): Contradiction =>
  new Contradiction(
    OrderId,
    `it has the id ${ClientOrderId} and may have been there before the one that was sent`,
  );

/** Only a whole list without it says that it is not there. */
const seenIn = ({ ClientOrderId, rivals }: Wanted, list: readonly Order[]): Seen => {
  const same = list.filter(
    (order) => order.ClientOrderId === ClientOrderId && !isRival(rivals, order.OrderId),
  );
  const rows = same.filter(({ OrderId }) => mayBeOurs(rivals, OrderId));
  const [other] = rows.length > 0 ? [] : same;
  if (other !== undefined) return { rows, isClean: false, error: doubtful(other) };
  return { rows, isClean: rows.length === 0 && leftOut(list) === 0 };
};

const history$ = (connection: Connection, wanted: Wanted, options?: RequestOptions): Observable<Seen> => {
  const { AccountId, ClientOrderId } = wanted;
  return request$(connection, GetOrdersHistory, { AccountId, ClientOrderId, Depth: 10 }, options).pipe(
    map((list) => seenIn(wanted, list)),
  );
};

const both$ = (connection: Connection, wanted: Wanted, options?: RequestOptions): Observable<Seen> =>
  forkJoin([
    history$(connection, wanted, options),
    request$(connection, GetOpenOrders, { AccountId: wanted.AccountId }, options).pipe(
      map((list) => seenIn(wanted, list)),
    ),
  ]).pipe(
    map(([all, open]): Seen => {
      const error = all.error ?? open.error;
      const seen = { rows: [...all.rows, ...open.rows], isClean: all.isClean && open.isClean };
      return error === undefined ? seen : { ...seen, error };
    }),
  );

const status$ = (
  connection: Connection,
  { AccountId, OrderId = 0 }: Wanted,
  options?: RequestOptions,
): Observable<Seen> =>
  request$(connection, GetOrderStatus, { AccountId, OrderId }, options).pipe(
    map((order) => ({ rows: [order], isClean: false })),
    catchError((error: unknown) =>
      error instanceof GatewayError && error.code === 104
        ? of({ rows: [], isClean: true })
        : throwError(() => error),
    ),
  );

/** A look that fails has seen nothing, and proves nothing. */
export const failedAsSeen = (): MonoTypeOperatorFunction<Seen> =>
  catchError((error: unknown) =>
    isClientError(error) ? of({ rows: [], isClean: false, error }) : throwError(() => error),
  );

/** Looks for an order, in the list of all orders, in that and in the list of open ones, or by its id. Never errors. */
export const look$ = (
  connection: Connection,
  wanted: Wanted,
  asked: Look['asked'],
  options?: RequestOptions,
): Observable<Seen> => {
  const seen$ = asked === 'status' ? status$ : asked === 'both' ? both$ : history$;
  return seen$(connection, wanted, options).pipe(failedAsSeen());
};

/** Of several orders with one id, the one that was received last: the others were sent before it. */
export const latestOf = (rows: readonly Order[]): Order | undefined =>
  rows.reduce<Order | undefined>((latest, row) => {
    if (latest === undefined) return row;
    const isLater = row.ReceiveTime > latest.ReceiveTime || row.OrderId > latest.OrderId;
    return isLater ? row : latest;
  }, undefined);
