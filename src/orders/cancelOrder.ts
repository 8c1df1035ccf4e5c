import { catchError, concat, finalize, map, type Observable, of, switchMap, throwError } from 'rxjs';
import type { Order } from '../codec/records/Order.ts';
import type { Connection } from '../connection/connection.ts';
import { inner } from '../connection/inner.ts';
import { CancelOrder, type CancelOrderRequest } from '../endpoints/trading/CancelOrder.ts';
import { type ClientError, GatewayError, InvalidRequest, isClientError } from '../errors.ts';
import { aBoolean, from0, type ShapesOf } from '../misfits.ts';
import { request$ } from '../requests/request.ts';
import { type About, type Aftermath, aftermath$, lookNow$ } from './aftermath.ts';
import type { Engine } from './engine.ts';
import { type AccountOptions, holdEngine } from './engineOf.ts';
import { latestOf, type Seen } from './look.ts';
import { inDoubt$, type InDoubt, untilKnown$ } from './inDoubt.ts';
import { meaningOf } from './meaning.ts';
import { onceForEver$ } from './onceForEver.ts';
import { reachable$ } from './ready.ts';
import type { OrderKey } from './shelf.ts';
import { isOver } from './version.ts';
import { untilClosed, wasClosed } from './untilClosed.ts';
import { wrongCommand } from './wrongCommand.ts';

/**
 * The states of a cancel: `Sent`, then `Taken` when the exchange has accepted the command, or `Unknown` while it is in
 * doubt, then one final value:
 *
 * - `Unknown`: the reply did not come, or says neither yes nor no, as `reason` tells. The library looks at the order; the
 *   value comes again, with the `order`, whenever that changes.
 * - `Canceled`: the order is canceled.
 * - `TooLate`: the order had already ended; `order` says how.
 * - `StillWorking`: the order is still open 5 s later. Canceling it again does no harm, see `repeat`.
 * - `NotSent`: the cancel was not sent, and will not be.
 * - `Refused`: the exchange refused the cancel, or has no such order.
 * - `Unresolved`: the outcome is not known; `reason` says why.
 */
export type Cancel =
  | { readonly _tag: 'Sent' | 'Taken'; readonly isFinal: false }
  | InDoubt
  | {
      readonly _tag: 'Canceled' | 'TooLate' | 'StillWorking';
      readonly isFinal: true;
      readonly order: Order;
    }
  | {
      readonly _tag: 'NotSent' | 'Refused' | 'Unresolved';
      readonly isFinal: true;
      readonly reason: string | ClientError;
    };

/** Options of {@link cancelOrder$}. */
export interface CancelOptions extends Pick<AccountOptions, 'audit'> {
  /** How many more times the cancel is sent while the order is still open. @default 0 */
  readonly repeat?: number;
}

/** The type wants the account, which tells whose events to go by; the function of the exchange can do without. */
const withoutAccount = ({ AccountId }: { readonly AccountId?: number }): InvalidRequest | undefined =>
  AccountId === undefined
    ? new InvalidRequest(CancelOrder.name, [
        { path: 'AccountId', expected: 'an integer', found: 'undefined' },
      ])
    : undefined;

const cancelShapes: ShapesOf<CancelOptions> = { audit: aBoolean, repeat: from0 };

type Sent = { readonly _tag: 'Taken' } | { readonly _tag: 'Failed'; readonly error: ClientError };

const isDead = (order: Order): boolean => isOver(order);

const unresolved = (reason: string | ClientError): Cancel => ({ _tag: 'Unresolved', isFinal: true, reason });

const endOf = (aftermath: Aftermath): Cancel => {
  switch (aftermath._tag) {
    case 'Done': {
      const _tag = aftermath.order.OrderState === 'Canceled' ? 'Canceled' : 'TooLate';
      return { _tag, isFinal: true, order: aftermath.order };
    }
    case 'Standing':
      return { _tag: 'StillWorking', isFinal: true, order: aftermath.order };
    case 'Missing':
      return { _tag: 'Refused', isFinal: true, reason: 'the exchange has no such order' };
    case 'Unanswered':
      return unresolved(aftermath.reason ?? 'the exchange did not report the state of the order');
  }
};

/** The exchange says that there is no such open order: what has become of it? */
const afterMissed = (seen: Seen, error: ClientError): Cancel => {
  const order = latestOf(seen.rows);
  if (order === undefined) return { _tag: 'Refused', isFinal: true, reason: error };
  return { _tag: isOver(order) ? 'TooLate' : 'StillWorking', isFinal: true, order };
};

const after$ = (engine: Engine, about: About, sent: Sent): Observable<Cancel> => {
  if (sent._tag === 'Taken')
    return concat(
      of<Cancel>({ _tag: 'Taken', isFinal: false }),
      aftermath$(engine, about, isDead).pipe(map(endOf)),
    );
  const { error } = sent;
  const meaning = meaningOf(error);
  if (meaning === 'unsent') return of({ _tag: 'NotSent', isFinal: true, reason: error });
  if (error instanceof GatewayError && error.code === 104)
    return lookNow$(engine, about).pipe(map((seen) => afterMissed(seen, error)));
  if (meaning === 'refused') return of({ _tag: 'Refused', isFinal: true, reason: error });
  return untilKnown$(aftermath$(engine, about, isDead).pipe(map(endOf)), inDoubt$(engine, about, error));
};

const sent$ = (connection: Connection, params: CancelOrderRequest): Observable<Sent> =>
  request$(connection, CancelOrder, params).pipe(
    map((): Sent => ({ _tag: 'Taken' })),
    catchError((error: unknown) =>
      isClientError(error) ? of<Sent>({ _tag: 'Failed', error }) : throwError(() => error),
    ),
  );

/** What was canceled by the time of a repetition was canceled by us. */
const asOurs = (end: Cancel): Cancel =>
  end._tag === 'TooLate' && end.order.OrderState === 'Canceled' ? { ...end, _tag: 'Canceled' } : end;

/** Sends once, and again where the order stands and there is a repetition left. */
const cancel$ = (
  engine: Engine,
  params: CancelOrderRequest,
  about: About,
  repeat: number,
): Observable<Cancel> =>
  sent$(engine.connection, params).pipe(
    switchMap((sent) => after$(engine, about, sent)),
    switchMap((end) =>
      end._tag === 'StillWorking' && repeat > 0
        ? cancel$(engine, params, about, repeat - 1).pipe(map(asOurs))
        : of(end),
    ),
  );

const sent: Cancel = { _tag: 'Sent', isFinal: false };

const keyOf = (id: OrderKey | undefined): OrderKey | undefined =>
  id !== undefined && Number.isSafeInteger(Number(id)) ? Number(id) : id;

/**
 * Cancels one order and reports the outcome, which may differ from what was asked for. It errors only with
 * `InvalidRequest`, before anything is sent.
 *
 * Cold until the first subscription, which sends the cancel once. Later subscribers get the current state of that
 * cancel, then its changes. Name the order by its `OrderId` if you know it. `ClOrderId`, the `ClientOrderId` that it was
 * sent with, works only if it was never used for another order.
 *
 * @example
 * cancelOrder$(client, { AccountId, OrderId: 6500 }).subscribe(({ _tag }) => console.log(_tag));
 */
export const cancelOrder$ = (
  connection: Connection,
  params: CancelOrderRequest & { readonly AccountId: number },
  options: CancelOptions = {},
): Observable<Cancel> => {
  const wrong = wrongCommand(CancelOrder, params, options, cancelShapes) ?? withoutAccount(params);
  if (wrong !== undefined) return throwError(() => wrong);
  const { repeat = 0 } = options;
  const about = { OrderId: keyOf(params.OrderId), ClientOrderId: keyOf(params.ClOrderId) };
  let hasLeft = false;
  return onceForEver$(
    () => {
      const { engine, end } = holdEngine(connection, params.AccountId, options);
      return reachable$(connection, CancelOrder.name, connection[inner].requestTimeout).pipe(
        switchMap((readiness) => {
          if (readiness._tag === 'Unready')
            return of<Cancel>({ _tag: 'NotSent', isFinal: true, reason: readiness.reason });
          hasLeft = true;
          return concat(of(sent), cancel$(engine, params, about, repeat));
        }),
        untilClosed<Cancel>(connection, wasClosed),
        finalize(() => end.unsubscribe()),
      );
    },
    () => hasLeft,
  );
};
