import {
  concat,
  filter,
  finalize,
  map,
  type Observable,
  of,
  switchMap,
  takeWhile,
  tap,
  throwError,
} from 'rxjs';
import type { Order } from '../codec/records/Order.ts';
import type { Connection } from '../connection/connection.ts';
import { inner } from '../connection/inner.ts';
import {
  CancelReplaceOrder,
  type CancelReplaceOrderRequest,
} from '../endpoints/trading/CancelReplaceOrder.ts';
import type { ClientError } from '../errors.ts';
import { request$ } from '../requests/request.ts';
import { aftermath$, lookNow$, orderAbout } from './aftermath.ts';
import type { Cell } from './cell.ts';
import type { Engine } from './engine.ts';
import { holdEngine } from './engineOf.ts';
import { type GivenId, idOf } from './idOf.ts';
import { inDoubt$, type InDoubt, untilKnown$ } from './inDoubt.ts';
import type { OrderLife } from './life.ts';
import { latestOf } from './look.ts';
import { onceForEver$ } from './onceForEver.ts';
import { addCell, send } from './place.ts';
import { type PlaceOptions, placeShapes } from './placeOrder.ts';
import { ready$ } from './ready.ts';
import { createResolve } from './resolve.ts';
import type { OrderKey } from './shelf.ts';
import { unnamedSuccessor } from './successor.ts';
import { isOver } from './version.ts';
import { untilClosed, wasClosed } from './untilClosed.ts';
import { wrongCommand } from './wrongCommand.ts';

/**
 * The states of a replacement: `Sent`, then `Unknown` while it is in doubt, then one final value:
 *
 * - `Unknown`: the reply did not come, or did not name the new order. The library is looking for it; `reason` says why,
 *   and `order` is the old order as far as it is known: it is emitted again when that changes. Do not send another: the
 *   command may be executed late, and nothing that becomes of the old order proves that there is no new one.
 * - `Replaced`: the exchange has the new order; follow it with `lifeOf$`. `old` is the last known state of the old one.
 * - `Refused`: the new order was refused, and the old order is unchanged, or the exchange has no such order.
 * - `TooLate`: the old order had already ended; there is no new order.
 * - `Half`: the old order is canceled, and there is no new order.
 * - `Denied`, `NotSent`: nothing was sent, and nothing will be.
 * - `Unresolved`: the outcome is not known; `reason` says why.
 */
export type Replacement =
  | { readonly _tag: 'Sent'; readonly isFinal: false; readonly ClientOrderId: OrderKey }
  | (InDoubt & { readonly ClientOrderId: OrderKey })
  | {
      readonly _tag: 'Replaced';
      readonly isFinal: true;
      readonly ClientOrderId: OrderKey;
      readonly OrderId: OrderKey;
      readonly old?: Order;
    }
  | { readonly _tag: 'TooLate' | 'Half'; readonly isFinal: true; readonly order: Order }
  | {
      readonly _tag: 'Refused' | 'Denied' | 'NotSent' | 'Unresolved';
      readonly isFinal: true;
      readonly reason: string | ClientError;
      readonly order?: Order;
    };

type Failure = Extract<Replacement, { readonly isFinal: true; readonly reason: unknown }>;

const failed = (
  _tag: Failure['_tag'],
  { reason = 'the exchange gave no reason' }: Pick<OrderLife, 'reason'>,
): Failure => ({ _tag, isFinal: true, reason });

/** There is no new order: what about the old one? */
const withoutNew = (life: OrderLife, order: Order): Replacement => {
  if (!isOver(order)) return { ...failed('Refused', life), order };
  const isCanceledByUs =
    order.OrderState === 'Canceled' && (life._tag === 'NotFound' || life.OrderId !== undefined);
  return { _tag: isCanceledByUs ? 'Half' : 'TooLate', isFinal: true, order };
};

/** It is not known what came of it: it is in doubt, or was taken without a word of which order is the new one. */
const doubted$ = (
  engine: Engine,
  OrderId: OrderKey,
  life: OrderLife,
): Observable<InDoubt & Pick<OrderLife, 'ClientOrderId'>> => {
  const { ClientOrderId, reason = 'the exchange has not said yet which order is the new one' } = life;
  return inDoubt$(engine, { OrderId }, reason).pipe(map((doubt) => ({ ...doubt, ClientOrderId })));
};

const afterMissing$ = (engine: Engine, OrderId: OrderKey, life: OrderLife): Observable<Replacement> =>
  lookNow$(engine, { OrderId }).pipe(
    switchMap(({ rows }) => {
      const order = latestOf(rows);
      if (order !== undefined) return of(withoutNew(life, order));
      // What is known here of an order that stands may be old; that it is over is not.
      const end$ = aftermath$(engine, { OrderId }, isOver).pipe(
        map((aftermath) => {
          if ('order' in aftermath) return withoutNew(life, aftermath.order);
          const isNo = aftermath._tag === 'Missing' && life._tag === 'Rejected';
          return failed(isNo ? 'Refused' : 'Unresolved', life);
        }),
      );
      return untilKnown$(end$, doubted$(engine, OrderId, life));
    }),
  );

/** Nobody has the id of the new order: but something else may have taken the place of the old one. */
const notFound$ = (engine: Engine, OrderId: OrderKey, life: OrderLife): Observable<Replacement> => {
  const other = unnamedSuccessor(engine, OrderId);
  if (other === undefined) return afterMissing$(engine, OrderId, life);
  const reason = `order ${other.OrderId} has taken its place, and has no id that tells whether it is this one`;
  return of({ ...failed('Unresolved', { reason }), order: other });
};

const outcome$ = (engine: Engine, OrderId: OrderKey, life: OrderLife): Observable<Replacement> => {
  switch (life._tag) {
    case 'Denied':
    case 'NotSent':
    case 'Unresolved':
      return of(failed(life._tag, life));
    case 'NotFound':
      return notFound$(engine, OrderId, life);
    case 'Rejected':
      return afterMissing$(engine, OrderId, life);
    default: {
      const old = orderAbout(engine, { OrderId });
      const ids = { ClientOrderId: life.ClientOrderId, OrderId: life.OrderId ?? 0 };
      return of({ _tag: 'Replaced', isFinal: true, ...ids, ...(old && { old }) });
    }
  }
};

const isDecided = ({ _tag, isFinal, OrderId }: OrderLife): boolean =>
  OrderId !== undefined || isFinal || _tag === 'Rejected';

/** While a replacement is under way its old order is not judged by itself. */
const follow$ = (engine: Engine, cell: Cell, oldId: OrderKey): Observable<Replacement> => {
  const old = engine.routes.ofOrder(oldId);
  const tellOld = (told: Parameters<Cell['take']>[0]): void => old.forEach((one) => one.take(told));
  tellOld({ _tag: 'Replacing' });
  return cell.life$.pipe(
    filter((life) => life._tag !== 'Sent'),
    takeWhile((life) => !isDecided(life), true),
    switchMap((life) => (isDecided(life) ? outcome$(engine, oldId, life) : doubted$(engine, oldId, life))),
    takeWhile(({ isFinal }) => !isFinal, true),
    tap((told) => {
      if (!told.isFinal) return;
      if (told._tag !== 'Replaced') tellOld({ _tag: 'Replaced' });
      else tellOld({ _tag: 'Replaced', by: { ClientOrderId: told.ClientOrderId, OrderId: told.OrderId } });
    }),
  );
};

const replace$ = (
  engine: Engine,
  params: CancelReplaceOrderRequest,
  options: PlaceOptions,
  { ClientOrderId, isGiven }: GivenId,
): Observable<Replacement> => {
  const { resolve = createResolve(), timeout = engine.connection[inner].requestTimeout } = options;
  const given = params.OrderIdToReplace;
  const oldId = Number.isSafeInteger(Number(given)) ? Number(given) : given;
  const placed = { ClientOrderId, isGiven, remaining: Number(params.Quantity), resolve };
  const cell = addCell(engine, placed);
  const end$ = follow$(engine, cell, oldId);
  const sent = { ...params, ClientOrderId };
  send(
    engine,
    cell,
    CancelReplaceOrder.name,
    request$(engine.connection, CancelReplaceOrder, sent, { timeout }),
  );
  return concat(of<Replacement>({ _tag: 'Sent', isFinal: false, ClientOrderId }), end$);
};

/**
 * Cancels an order, sends another in its place, and reports the outcome of both. It errors only with `InvalidRequest`,
 * before anything is sent.
 *
 * Like `placeOrder$` it sends the command at most once, and only when the connection is open and the account stream is
 * subscribed. If the outcome is not known, it looks for the new order. Once the replacement is confirmed, the old order
 * ends as `Canceled` with `replacedBy`.
 *
 * @example
 * replaceOrder$(client, {
 *   OrderIdToReplace: 6696,
 *   AccountId,
 *   InstrumentId: 1,
 *   Side: 'Buy',
 *   OrderType: 'Limit',
 *   TimeInForce: 'GTC',
 *   Quantity: '0.003',
 *   LimitPrice: '29500.00',
 * }).subscribe(({ _tag }) => console.log(_tag));
 */
export const replaceOrder$ = (
  connection: Connection,
  params: CancelReplaceOrderRequest,
  options: PlaceOptions = {},
): Observable<Replacement> => {
  const wrong = wrongCommand(CancelReplaceOrder, params, options, placeShapes);
  if (wrong !== undefined) return throwError(() => wrong);
  let hasLeft = false;
  return onceForEver$(
    () => {
      const { engine, end, keep } = holdEngine(connection, params.AccountId, options);
      return ready$(engine, CancelReplaceOrder.name, options.liveWithin ?? 1_000).pipe(
        switchMap((readiness) => {
          if (readiness._tag === 'Unready') return of(failed('NotSent', readiness));
          hasLeft = true;
          keep();
          return replace$(engine, params, options, idOf(params.ClientOrderId, options));
        }),
        untilClosed<Replacement>(connection, wasClosed),
        finalize(() => end.unsubscribe()),
      );
    },
    () => hasLeft,
  );
};
