import type { Order } from '../codec/records/Order.ts';
import { standingOf } from './account.ts';
import type { Engine } from './engine.ts';
import { entriesOfRecent } from './recent.ts';
import { entriesOf, type OrderKey } from './shelf.ts';

/**
 * An order that has taken the place of another, and has no id that tells who has put it there: none, or that of the
 * other. `undefined` where there is none. What the reply has named is known to whoever sent it.
 */
export const unnamedSuccessor = ({ account, routes }: Engine, OrderId: OrderKey): Order | undefined => {
  const { open, rest } = account();
  const old = standingOf(account(), OrderId)?.order;
  const isUnnamed = ({ ClientOrderId }: Order): boolean =>
    ClientOrderId === 0 || ClientOrderId === old?.ClientOrderId;
  return [...entriesOf(open), ...entriesOfRecent(rest)]
    .flatMap(([, { order }]) => order ?? [])
    .find(
      (order) =>
        order.OrigOrderId === OrderId &&
        order.OrderId !== OrderId &&
        isUnnamed(order) &&
        routes.ofOrder(order.OrderId).every((cell) => cell.ClientOrderId === order.ClientOrderId),
    );
};
