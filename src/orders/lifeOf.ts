import { defer, finalize, type Observable, throwError } from 'rxjs';
import type { Connection } from '../connection/connection.ts';
import { wrongOptions } from '../misfits.ts';
import { SubscribeAccountEvents } from '../topics/SubscribeAccountEvents.ts';
import { idsWith, standingOf } from './account.ts';
import type { Cell } from './cell.ts';
import type { Engine } from './engine.ts';
import { type AccountOptions, accountShapes, holdEngine } from './engineOf.ts';
import type { OfAccount } from './view.ts';
import type { Life, OrderLife } from './life.ts';
import { addCell } from './place.ts';
import type { Resolve } from './resolve.ts';
import { pauseAfter } from './pauseAfter.ts';
import type { OrderKey } from './shelf.ts';
import { tellUnheard } from './telling.ts';
import { wrongOrder } from './wrongOrder.ts';

/** The order to follow: by the exchange's `OrderId`, or by the sender's `ClientOrderId`. */
export type OfOrder = OfAccount & ({ readonly OrderId: OrderKey } | { readonly ClientOrderId: OrderKey });

/** How often it is looked for in vain: for some five minutes. */
const mostLooks = 30;

/**
 * What was not sent from here need not be waited for: one whole list without it is enough. Where no look is answered it
 * is looked for less and less often, and then no more.
 */
const once: Resolve = ({ age, isOn, looks }) => {
  if (looks.some(({ isClean }) => isClean))
    return { verdict: 'NotFound', reason: 'the exchange has no such order' };
  const last = looks.at(-1);
  if (looks.length >= mostLooks)
    return {
      verdict: 'Unresolved',
      reason: `it was asked for ${mostLooks} times in vain: \`asked\` has the answers`,
    };
  if (!isOn) return { lookIn: Infinity };
  return { lookIn: last === undefined ? 0 : Math.max(0, last.age + pauseAfter(looks.length) - age) };
};

const asUnknown =
  (OrderId: OrderKey | undefined) =>
  (life: Life): Life => ({
    ...life,
    shown: { ...life.shown, _tag: 'Unknown', ...(OrderId === undefined ? {} : { OrderId }) },
  });

/** Follows an order that was not sent from here. */
const follow = (engine: Engine, ClientOrderId: OrderKey, OrderId: OrderKey | undefined): Cell => {
  const cell = addCell(
    engine,
    { ClientOrderId, isGiven: false, remaining: 0, resolve: once },
    asUnknown(OrderId),
  );
  if (OrderId !== undefined) {
    engine.routes.bind(cell, OrderId);
    engine.take({ _tag: 'FillsWanted', OrderId });
  }
  engine.inTurn(() => {
    const standing = OrderId === undefined ? undefined : standingOf(engine.account(), OrderId);
    cell.begin();
    const { cause, isOn } = engine.account();
    if (standing === undefined) {
      cell.take({ _tag: 'On', isOn });
      if (!isOn) tellUnheard([cell], cause);
    } else cell.take({ _tag: 'Told', standing, how: 'event' });
  });
  return cell;
};

const cellOf = (engine: Engine, of: OfOrder): Cell => {
  const { routes } = engine;
  if ('OrderId' in of) return routes.ofOrder(of.OrderId)[0] ?? follow(engine, 0, of.OrderId);
  const { ClientOrderId } = of;
  const OrderId = idsWith(engine.account(), ClientOrderId).at(-1);
  const known = OrderId === undefined ? undefined : routes.ofOrder(OrderId)[0];
  return routes.ofClient(ClientOrderId) ?? known ?? follow(engine, ClientOrderId, OrderId);
};

/**
 * Follows the state of an order that another process sent, or that this process sent earlier. It emits the same values
 * as `placeOrder$`, from the current state to the final one. If the order is not known yet, the first value is
 * `Unknown` and the exchange is asked for the order. If the exchange has no such order, the last value is `NotFound`.
 * While it cannot be asked, `Unknown` has the `reason`: a refusal, such as of an account that is not one of the login,
 * and the last value is `Unresolved` when that is said again two minutes later, or after five minutes without an answer.
 *
 * Cold. It completes with the final value; when the client is closed, that is `Unresolved`. Unsubscribing stops the
 * values and does not touch the order. It errors only with `InvalidRequest`, for an order that is not named by a valid id,
 * and for options that are not valid.
 *
 * @example
 * lifeOf$(client, { AccountId, OrderId: 6500 }).subscribe(({ _tag, executed }) => console.log(_tag, executed));
 */
export const lifeOf$ = (
  connection: Connection,
  of: OfOrder,
  options: AccountOptions = {},
): Observable<OrderLife> =>
  defer(() => {
    const wrong =
      wrongOrder('lifeOf$', of) ?? wrongOptions(SubscribeAccountEvents.name, options, accountShapes);
    if (wrong !== undefined) return throwError(() => wrong);
    const { engine, end } = holdEngine(connection, of.AccountId, options);
    return cellOf(engine, of).life$.pipe(finalize(() => end.unsubscribe()));
  });
