import { filter, finalize, map, type Observable, of, switchMap, take, takeWhile, throwError } from 'rxjs';
import type { Connection } from '../connection/connection.ts';
import { inner } from '../connection/inner.ts';
import { call } from '../endpoint.ts';
import { CancelOrder } from '../endpoints/trading/CancelOrder.ts';
import { SendOrder, type SendOrderRequest } from '../endpoints/trading/SendOrder.ts';
import { request$ } from '../requests/request.ts';
import type { Cell } from './cell.ts';
import { type HoldOptions, holdEngine } from './engineOf.ts';
import { idOf, type IdOptions } from './idOf.ts';
import { isEnd, type OrderLife } from './life.ts';
import { onceForEver$ } from './onceForEver.ts';
import { addCell, endedLife, send } from './place.ts';
import { ready$ } from './ready.ts';
import { createResolve, type Resolve } from './resolve.ts';
import { hasRivals } from './rivals.ts';
import type { OrderKey } from './shelf.ts';

/** Options of an order that is sent and followed. */
export interface PlaceOptions extends IdOptions, Pick<HoldOptions, 'audit'> {
  /** How long it may wait for the stream of the account to be on, in milliseconds. @default 1_000 */
  readonly liveWithin?: number;
  /** How long the reply may take, from the sending, in milliseconds. @default the client's `requestTimeout` */
  readonly timeout?: number;
  /** When to look for an order whose outcome is not known, and when to stop. @default createResolve() */
  readonly resolve?: Resolve;
}

/** Options of {@link placeOrder$}. */
export interface PlaceOrderOptions extends PlaceOptions {
  /**
   * Whether one `CancelOrder` goes out when the last subscriber leaves while the order may stand. It is a hope, not a
   * promise: the order may be filled meanwhile, and on a dead link nothing leaves.
   *
   * @default false
   */
  readonly cancelOnUnsubscribe?: boolean;
}

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
  const id = idOf(order.ClientOrderId, engine, options);
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
 * Sends an order and tells how it stands, from `Sent` to what became of it; the one with `isFinal` is the last, and it
 * completes with it. What the market does is a value: it errors only with `InvalidRequest`, nothing having been sent.
 *
 * Cold until the first subscription, then one order for ever: whoever subscribes later is given how it stands and what
 * follows, and neither `retry` nor `repeat` sends it again. Nothing is sent blind: with the connection lost it is
 * `NotSent` at once, and where the stream of the account is still on its way it waits for that, `liveWithin` at most.
 *
 * An outcome that is not known is looked for, in the ways and at the ages of `resolve`, whether anybody is subscribed
 * or not. `Unknown` ends as what the exchange says, as `NotFound` with its evidence, or as `Unresolved`.
 *
 * Unsubscribing ends the telling and not the order, but for `cancelOnUnsubscribe`; before anything was sent, nothing
 * will be.
 *
 * @param order As `SendOrder` takes it. Without a `ClientOrderId` it is given one; one of your own must be new.
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
  const { payload } = call(SendOrder, order);
  if (payload._tag === 'Left') return throwError(() => payload.left);
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
