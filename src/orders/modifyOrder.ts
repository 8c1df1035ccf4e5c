import { catchError, concat, finalize, map, type Observable, of, switchMap, throwError } from 'rxjs';
import type { Order } from '../codec/records/Order.ts';
import type { Connection } from '../connection/connection.ts';
import { inner } from '../connection/inner.ts';
import { ModifyOrder, type ModifyOrderRequest } from '../endpoints/trading/ModifyOrder.ts';
import { type ClientError, GatewayError, isClientError } from '../errors.ts';
import { aBoolean, type ShapesOf } from '../misfits.ts';
import { request$ } from '../requests/request.ts';
import { type About, type Aftermath, aftermath$, lookNow$, orderAbout } from './aftermath.ts';
import type { Engine } from './engine.ts';
import { type AccountOptions, holdEngine } from './engineOf.ts';
import { inDoubt$, type InDoubt, untilKnown$ } from './inDoubt.ts';
import { latestOf } from './look.ts';
import { meaningOf } from './meaning.ts';
import { onceForEver$ } from './onceForEver.ts';
import { reachable$ } from './ready.ts';
import { add, compareScaled, scaled } from '../codec/scalars/scaled.ts';
import { isOver } from './version.ts';
import { untilClosed, wasClosed } from './untilClosed.ts';
import { wrongCommand } from './wrongCommand.ts';

/**
 * The states of a reduction of an order's quantity: `Sent`, then `Taken` when the exchange has accepted the command,
 * or `Unknown` while it is in doubt, then one final value:
 *
 * - `Unknown`: the reply did not come, or says neither yes nor no, as `reason` tells. The library looks at the order; the
 *   value comes again, with the `order`, whenever that changes.
 * - `Modified`: the order has the new quantity.
 * - `TooLate`: the order has ended; `order` says how.
 * - `NotSent`: the command was not sent, and will not be.
 * - `Refused`: the exchange refused it, or has no such order.
 * - `Unresolved`: the outcome is not known. `order` is present if the order is open with another quantity.
 */
export type Modification =
  | { readonly _tag: 'Sent' | 'Taken'; readonly isFinal: false }
  | InDoubt
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
      const reason = 'the order is open with another quantity';
      return { _tag: 'Unresolved', isFinal: true, reason, order: aftermath.order };
    }
    case 'Missing':
      return failed('Refused', 'the exchange has no such order');
    case 'Unanswered':
      return failed('Unresolved', aftermath.reason ?? 'the exchange did not report the state of the order');
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
  if (meaning !== 'refused') return untilKnown$(end$, inDoubt$(engine, about, error));
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

const modifyShapes: ShapesOf<Pick<AccountOptions, 'audit'>> = { audit: aBoolean };

/**
 * Reduces the quantity of an order, which keeps its place in the queue, and reports the outcome. It errors only with
 * `InvalidRequest`, before anything is sent.
 *
 * It is not established whether the exchange reads `Quantity` as the open quantity or as the whole, with the filled
 * part. Either result counts as success. Cold until the first subscription, which sends the command once. Later
 * subscribers get the current state, then its changes.
 *
 * @example
 * modifyOrder$(client, { AccountId, InstrumentId: 1, OrderId: 6500, Quantity: '0.1' }).subscribe(({ _tag }) =>
 *   console.log(_tag),
 * );
 */
export const modifyOrder$ = (
  connection: Connection,
  params: ModifyOrderRequest,
  options: Pick<AccountOptions, 'audit'> = {},
): Observable<Modification> => {
  const wrong = wrongCommand(ModifyOrder, params, options, modifyShapes);
  if (wrong !== undefined) return throwError(() => wrong);
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
