import { catchError, concat, finalize, map, type Observable, of, switchMap, throwError } from 'rxjs';
import type { Order } from '../codec/records/Order.ts';
import type { Connection } from '../connection/connection.ts';
import { inner } from '../connection/inner.ts';
import { call } from '../endpoint.ts';
import { ModifyOrder, type ModifyOrderRequest } from '../endpoints/trading/ModifyOrder.ts';
import { type ClientError, GatewayError, isClientError } from '../errors.ts';
import { request$ } from '../requests/request.ts';
import { type About, type Aftermath, aftermath$, lookNow$, orderAbout } from './aftermath.ts';
import type { Engine } from './engine.ts';
import { type HoldOptions, holdEngine } from './engineOf.ts';
import { latestOf } from './look.ts';
import { meaningOf } from './meaning.ts';
import { onceForEver$ } from './onceForEver.ts';
import { reachable$ } from './ready.ts';
import { add, compareScaled, scaled } from '../codec/scalars/scaled.ts';
import { isOver } from './version.ts';
import { untilClosed, wasClosed } from './untilClosed.ts';

/**
 * What becomes of a lowering of an order's quantity. `Sent`, then `Taken` where the exchange says so, then the one that
 * is final:
 *
 * - `Modified`: the order has the quantity.
 * - `TooLate`: the order is over; `order` says how.
 * - `NotSent`: nothing has left, and nothing will.
 * - `Refused`: the exchange said no, or knows no such order.
 * - `Unresolved`: nobody can tell; `order` is there where it stands and has another quantity.
 */
export type Modification =
  | { readonly _tag: 'Sent' | 'Taken'; readonly isFinal: false }
  | { readonly _tag: 'Modified' | 'TooLate'; readonly isFinal: true; readonly order: Order }
  | {
      readonly _tag: 'NotSent' | 'Refused' | 'Unresolved';
      readonly isFinal: true;
      readonly reason: string | ClientError;
      readonly order?: Order;
    };

/** Whether a version has the quantity, as what is open or as the whole: which the exchange means is not established. */
const hasQuantity = (wanted: number | string, { Quantity, QuantityExecuted }: Order): boolean => {
  const [quantity, open] = [scaled(wanted), scaled(Quantity)];
  return (
    compareScaled(quantity, open) === 0 || compareScaled(quantity, add(open, scaled(QuantityExecuted))) === 0
  );
};

const failed = (_tag: 'NotSent' | 'Refused' | 'Unresolved', reason: string | ClientError): Modification => ({
  _tag,
  isFinal: true,
  reason,
});

const endOf = (aftermath: Aftermath): Modification => {
  switch (aftermath._tag) {
    case 'Done': {
      const { order } = aftermath;
      return { _tag: isOver(order) ? 'TooLate' : 'Modified', isFinal: true, order };
    }
    case 'Standing': {
      const reason = 'the order stands with another quantity';
      return { _tag: 'Unresolved', isFinal: true, reason, order: aftermath.order };
    }
    case 'Missing':
      return failed('Refused', 'the exchange knows no such order');
    case 'Unanswered':
      return failed('Unresolved', aftermath.reason ?? 'the exchange does not tell what became of the order');
  }
};

const afterError$ = (
  engine: Engine,
  about: About,
  error: ClientError,
  end$: Observable<Modification>,
): Observable<Modification> => {
  const meaning = meaningOf(error);
  if (meaning === 'unsent') return of(failed('NotSent', error));
  if (meaning !== 'refused') return end$;
  if (!(error instanceof GatewayError) || error.code !== 104) return of(failed('Refused', error));
  return lookNow$(engine, about).pipe(
    map(({ rows }) => {
      const order = latestOf(rows);
      return order !== undefined && isOver(order)
        ? { _tag: 'TooLate', isFinal: true, order }
        : failed('Refused', error);
    }),
  );
};

const modify$ = (engine: Engine, params: ModifyOrderRequest): Observable<Modification> => {
  const OrderId = Number.isSafeInteger(Number(params.OrderId)) ? Number(params.OrderId) : params.OrderId;
  const about = { OrderId };
  const before = orderAbout(engine, about);
  const isDone = (order: Order): boolean =>
    isOver(order) || (order !== before && hasQuantity(params.Quantity, order));
  const end$ = aftermath$(engine, about, isDone).pipe(map(endOf));
  return request$(engine.connection, ModifyOrder, params).pipe(
    switchMap(() => concat(of<Modification>({ _tag: 'Taken', isFinal: false }), end$)),
    catchError((error: unknown) =>
      isClientError(error) ? afterError$(engine, about, error, end$) : throwError(() => error),
    ),
  );
};

/**
 * Lowers the quantity of an order, which keeps its place in the queue, and tells what became of it. It errors only with
 * `InvalidRequest`, nothing having been sent.
 *
 * Whether the exchange takes `Quantity` for what is open or for the whole, filled part included, is not established: both
 * are read as success. Cold until the first subscription, then sent once.
 *
 * @example
 * modifyOrder$(client, { AccountId, InstrumentId: 1, OrderId: 6500, Quantity: '0.1' }).subscribe(({ _tag }) =>
 *   console.log(_tag),
 * );
 */
export const modifyOrder$ = (
  connection: Connection,
  params: ModifyOrderRequest,
  options: Pick<HoldOptions, 'audit'> = {},
): Observable<Modification> => {
  const { payload } = call(ModifyOrder, params);
  if (payload._tag === 'Left') return throwError(() => payload.left);
  let hasLeft = false;
  return onceForEver$(
    () => {
      const { engine, end } = holdEngine(connection, params.AccountId, options);
      return reachable$(connection, ModifyOrder.name, connection[inner].requestTimeout).pipe(
        switchMap((readiness) => {
          if (readiness._tag === 'Unready') return of(failed('NotSent', readiness.reason));
          hasLeft = true;
          return concat(of<Modification>({ _tag: 'Sent', isFinal: false }), modify$(engine, params));
        }),
        untilClosed<Modification>(connection, wasClosed),
        finalize(() => end.unsubscribe()),
      );
    },
    () => hasLeft,
  );
};
