import { defer, finalize, type Observable } from 'rxjs';
import type { Connection } from '../connection/connection.ts';
import { idsWith, standingOf } from './account.ts';
import type { Cell } from './cell.ts';
import type { Engine } from './engine.ts';
import { holdEngine } from './engineOf.ts';
import type { AccountOptions, OfAccount } from './view.ts';
import type { Life, OrderLife } from './life.ts';
import { addCell } from './place.ts';
import type { Resolve } from './resolve.ts';
import type { OrderKey } from './shelf.ts';

/** Which order is followed: by the exchange's id, or by that which its sender gave it. */
export type OfOrder = OfAccount & ({ readonly OrderId: OrderKey } | { readonly ClientOrderId: OrderKey });

/** What was not sent from here need not be waited for: one whole list without it is enough. */
const once: Resolve = ({ isOn, looks }) => {
  if (looks.some(({ isClean }) => isClean))
    return { verdict: 'NotFound', reason: 'the exchange has no such order' };
  return { lookIn: !isOn ? Infinity : looks.length === 0 ? 0 : 1_000 };
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
    if (standing === undefined) cell.take({ _tag: 'On', isOn: engine.account().isOn });
    else cell.take({ _tag: 'Told', standing, how: 'event' });
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
 * Tells how one order stands that this process did not send, or whose Observable is not at hand: as `placeOrder$` does,
 * from how it stands now to what becomes of it. It begins as `Unknown` where the account does not know it, is asked for,
 * and is `NotFound` where the exchange has no such order.
 *
 * Cold; it completes with the value that is final, and when the client is closed, `Unresolved` then. Unsubscribing ends
 * the telling.
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
    const { engine, end } = holdEngine(connection, of.AccountId, options);
    return cellOf(engine, of).life$.pipe(finalize(() => end.unsubscribe()));
  });
