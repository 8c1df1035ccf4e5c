import { ConnectionLost, GetOrderStatus, request$, subscribe$, SubscribeAccountEvents } from 'notbank-rx';
import { catchError, concatMap, distinctUntilChanged, EMPTY, of, scan, takeWhile, throwError } from 'rxjs';

const ticksOf = ({ LastUpdatedTimeTicks = 0 }) => LastUpdatedTimeTicks;

/** A loss while asking is no failure: after it `Subscribed` comes again, and the question with it. */
const ask$ = (client, order) =>
  request$(client, GetOrderStatus, order).pipe(
    catchError((error) => (error instanceof ConnectionLost ? EMPTY : throwError(() => error))),
  );

/**
 * An order whenever it changes, until it is filled, cancelled or otherwise over, across any number of reconnects:
 * what happened while the connection was down is asked for, and an older state never follows a newer one.
 */
export const follow$ = (client, { AccountId, OrderId }) =>
  subscribe$(client, SubscribeAccountEvents, { AccountId }).pipe(
    concatMap(({ _tag, payload }) => {
      if (_tag === 'Subscribed') return ask$(client, { AccountId, OrderId });
      return _tag === 'OrderStateEvent' && payload.OrderId === OrderId ? of(payload) : EMPTY;
    }),
    scan((known, order) => (ticksOf(order) < ticksOf(known) ? known : order)),
    distinctUntilChanged(
      (a, b) => a.OrderState === b.OrderState && a.QuantityExecuted === b.QuantityExecuted,
    ),
    takeWhile(({ OrderState }) => OrderState === 'Working', true),
  );
