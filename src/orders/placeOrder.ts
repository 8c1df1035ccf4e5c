import { filter, finalize, map, type Observable, of, switchMap, take, takeWhile, throwError } from 'rxjs';
import type { Connection } from '../connection/connection.ts';
import { inner } from '../connection/inner.ts';
import { CancelOrder } from '../endpoints/trading/CancelOrder.ts';
import { SendOrder, type SendOrderRequest } from '../endpoints/trading/SendOrder.ts';
import { aBoolean, above0, aFunction, from0, type ShapesOf } from '../misfits.ts';
import { request$ } from '../requests/request.ts';
import type { Cell } from './cell.ts';
import { type AccountOptions, accountShapes, holdEngine } from './engineOf.ts';
import { idOf, type IdOptions } from './idOf.ts';
import { isEnd, type OrderLife } from './life.ts';
import { onceForEver$ } from './onceForEver.ts';
import { addCell, endedLife, send } from './place.ts';
import { ready$ } from './ready.ts';
import { createResolve, type Resolve } from './resolve.ts';
import { hasRivals } from './rivals.ts';
import type { OrderKey } from './shelf.ts';
import { wrongCommand } from './wrongCommand.ts';

/** Options of `placeOrder$` and `replaceOrder$`. */
export interface PlaceOptions extends IdOptions, AccountOptions {
  /** How long the order may wait for the account stream to be subscribed, in milliseconds. @default 1_000 */
  readonly liveWithin?: number;
  /** The timeout of the reply, in milliseconds after sending. @default the client's `requestTimeout` */
  readonly timeout?: number;
  /** When to look for an order whose outcome is not known, and when to stop looking. @default createResolve() */
  readonly resolve?: Resolve;
}

/** What each of these may be: an order that is given no time at all would be in doubt as soon as it was sent. */
export const placeShapes: ShapesOf<PlaceOptions> = {
  ...accountShapes,
  ids: aFunction('a source of ids, such as createIds makes,'),
  liveWithin: from0,
  timeout: above0,
  resolve: aFunction('a policy, such as createResolve makes,'),
};

/** Options of {@link placeOrder$}. */
export interface PlaceOrderOptions extends PlaceOptions {
  /**
   * Whether to send one `CancelOrder` when the last subscriber leaves while the order may be open. There is no
   * guarantee: the order may be filled first, and nothing can be sent without a connection.
   *
   * @default false
   */
  readonly cancelOnUnsubscribe?: boolean;
}

const shapes: ShapesOf<PlaceOrderOptions> = { ...placeShapes, cancelOnUnsubscribe: aBoolean };

/** How a cancel names an order: by our id, where nobody else can have it, until the exchange has told its own. */
const nameOf = (
  cell: Cell,
): { readonly OrderId: OrderKey } | { readonly ClOrderId: OrderKey } | undefined => {
  const { rivals, shown } = cell.life();
  if (shown.OrderId !== undefined) return { OrderId: shown.OrderId };
  return hasRivals(rivals) ? undefined : { ClOrderId: cell.ClientOrderId };
};

/** Sends one `CancelOrder` as soon as the order can be named, and does not wait for what becomes of it. */
const giveUp = (connection: Connection, cell: Cell): void => {
  const { AccountId } = cell;
  cell.life$
    .pipe(
      takeWhile(({ _tag }) => !isEnd(_tag)),
      map(() => nameOf(cell)),
      filter((named) => named !== undefined),
      take(1),
      switchMap((named) => request$(connection, CancelOrder, { AccountId, ...named })),
    )
    .subscribe({ error: () => undefined });
};

/** What is known here of an order before and after it was sent. */
interface Placing {
  cell?: Cell;
}

const sentLife$ = (
  connection: Connection,
  order: SendOrderRequest,
  options: PlaceOrderOptions,
  placing: Placing,
): Observable<OrderLife> => {
  const { liveWithin = 1_000, resolve = createResolve() } = options;
  const { timeout = connection[inner].requestTimeout } = options;
  const { engine, end, keep } = holdEngine(connection, order.AccountId, options);
  const id = idOf(order.ClientOrderId, options);
  const remaining = Number(order.Quantity ?? 0);
  return ready$(engine, SendOrder.name, liveWithin).pipe(
    switchMap((readiness) => {
      if (readiness._tag === 'Unready') return of(endedLife(id.ClientOrderId, remaining, readiness.reason));
      const cell = addCell(engine, { ...id, remaining, resolve });
      placing.cell = cell;
      keep();
      const sent = { ...order, ClientOrderId: id.ClientOrderId };
      send(engine, cell, SendOrder.name, request$(connection, SendOrder, sent, { timeout }));
      return cell.life$;
    }),
    finalize(() => end.unsubscribe()),
  );
};

/**
 * Sends an order and emits its state, from `Sent` to the final one. It completes after the value with `isFinal: true`.
 * Rejections and other outcomes are values: it errors only with `InvalidRequest`, before anything is sent.
 *
 * Cold until the first subscription, which sends the order at most once. Later subscribers get its current state, then
 * its changes; `retry` and `repeat` never send it again. If the connection is lost, the order is not sent and the value
 * is `NotSent` at once. If the account stream is not subscribed yet, the order waits for it, at most `liveWithin`.
 *
 * If the outcome is not known, the library looks for the order at the times that `resolve` sets, with or without
 * subscribers. `Unknown` then becomes the exchange's state, `NotFound` with its evidence, or `Unresolved`.
 *
 * Unsubscribing does not cancel the order, except with `cancelOnUnsubscribe`. If the order is not sent yet,
 * unsubscribing stops it from being sent.
 *
 * @param order The parameters of `SendOrder`. An order without a `ClientOrderId` is given one; your own must be new.
 *
 * @example
 * placeOrder$(client, {
 *   AccountId,
 *   InstrumentId: 1,
 *   Side: 'Buy',
 *   OrderType: 'Limit',
 *   TimeInForce: 'GTC',
 *   Quantity: '0.001',
 *   LimitPrice: '50000.00',
 * }).subscribe(({ _tag, executed, remaining }) => console.log(_tag, executed, remaining));
 */
export const placeOrder$ = (
  connection: Connection,
  order: SendOrderRequest,
  options: PlaceOrderOptions = {},
): Observable<OrderLife> => {
  const wrong = wrongCommand(SendOrder, order, options, shapes);
  if (wrong !== undefined) return throwError(() => wrong);
  const placing: Placing = {};
  return onceForEver$(
    () => sentLife$(connection, order, options, placing),
    () => placing.cell !== undefined,
    () => {
      if (options.cancelOnUnsubscribe === true && placing.cell !== undefined)
        giveUp(connection, placing.cell);
    },
  );
};
