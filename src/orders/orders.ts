import type { Observable } from 'rxjs';
import type { Order } from '../codec/records/Order.ts';
import type { Connection } from '../connection/connection.ts';
import type { Trust } from '../streams/kept.ts';
import { type Account, standingOf } from './account.ts';
import { type Engine, isOwnId } from './engine.ts';
import type { AccountOptions } from './engineOf.ts';
import { once, view$, type OfAccount, trustOf, trustParts } from './view.ts';
import { entriesOfRecent } from './recent.ts';
import { entriesOf, type OrderKey } from './shelf.ts';
import type { Standing } from './standing.ts';

/** The orders of an account, sent by this process or by anybody else. */
export interface Orders extends Trust {
  readonly AccountId: number;
  /** The latest state of one order; `undefined` if it is not known, or ended long ago. */
  readonly find: (OrderId: OrderKey) => Order | undefined;
  /** All known orders: the open ones, and at least the last 500 that have ended. */
  readonly byId: ReadonlyMap<OrderKey, Order>;
  /** The open orders, the oldest first. */
  readonly open: readonly Order[];
  /** The open orders that are ours, see `isOurs`. */
  readonly mine: readonly Order[];
  /** The open orders that are not ours. */
  readonly foreign: readonly Order[];
}

const ordersIn = (entries: readonly (readonly [OrderKey, Standing])[]): readonly Order[] =>
  entries.flatMap(([, { order }]) => (order === undefined ? [] : [order]));

/** The open orders of an account, the oldest first. */
export const openOf = ({ open }: Account): readonly Order[] => ordersIn(entriesOf(open));

const ordersOf = (account: Account, engine: Engine): Orders => {
  const open = once(() => openOf(account));
  const isMine = ({ ClientOrderId }: Order): boolean => isOwnId(engine, ClientOrderId);
  const mine = once(() => open().filter(isMine));
  const foreign = once(() => open().filter((order) => !isMine(order)));
  const byId = once(
    () =>
      new Map(
        [...ordersIn(entriesOfRecent(account.rest)), ...open()].map(
          (order) => [order.OrderId, order] as const,
        ),
      ),
  );
  return {
    ...trustOf(account),
    AccountId: account.AccountId,
    find: (OrderId) => standingOf(account, OrderId)?.order,
    // Made only where somebody looks: most who follow a thousand orders look at one.
    get byId() {
      return byId();
    },
    get open() {
      return open();
    },
    get mine() {
      return mine();
    },
    get foreign() {
      return foreign();
    },
  };
};

/**
 * The orders of an account, kept up to date over reconnects. Each order is there once, in its latest state, with those
 * of other processes and of people.
 *
 * It emits at once, with `status: 'restoring'` until the exchange has answered, then whenever an order or the `status`
 * changes. After a loss of the connection it is `restoring`. It is `live` again when the open orders, and all orders
 * that were open before, have been read from the exchange.
 *
 * An audit compares it with the exchange a minute after the last proof. If it finds a difference that no event
 * explains, the status is `stale` until the orders are restored. If the exchange refuses the account for good, it emits
 * `failed` and completes. It also completes when the client is closed. It errors only with `InvalidRequest`, for
 * options that are not valid.
 *
 * Cold; all subscribers of an account share one engine. The values never change. When the last subscriber leaves, the
 * engine stops, unless this process has sent an order for the account: then it runs until the client is closed.
 *
 * @example
 * orders$(client, { AccountId }).subscribe(({ status, open }) => console.log(status, open.length));
 */
export const orders$ = (
  connection: Connection,
  of: OfAccount,
  options: AccountOptions = {},
): Observable<Orders> =>
  view$(
    connection,
    of,
    options,
    (account) => [account.open, account.rest, ...trustParts(account)],
    ordersOf,
    ['audit', 'idTag'],
  );
