import type { Observable } from 'rxjs';
import type { Order } from '../codec/records/Order.ts';
import type { Connection } from '../connection/connection.ts';
import type { Trust } from '../streams/kept.ts';
import { type Account, standingOf } from './account.ts';
import { type Engine, isOwnId } from './engine.ts';
import { once, view$, type AccountOptions, type OfAccount, trustOf, trustParts } from './view.ts';
import { entriesOfRecent } from './recent.ts';
import { entriesOf, type OrderKey } from './shelf.ts';
import type { Standing } from './standing.ts';

/** The orders of an account, of this process and of all others. */
export interface Orders extends Trust {
  readonly AccountId: number;
  /** One order as it was told last; `undefined` where it is not known, or long over. */
  readonly find: (OrderId: OrderKey) => Order | undefined;
  /** All that are known: the open ones, and the last 500 or more that are over. */
  readonly byId: ReadonlyMap<OrderKey, Order>;
  /** Those that are open, the oldest first. */
  readonly open: readonly Order[];
  /** Those of the open ones that are ours, see `isOurs`. */
  readonly mine: readonly Order[];
  /** Those of the open ones that are not. */
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
 * The orders of an account, kept true over losses of the connection: each order once, as it was told last, those of
 * other processes and of people among them.
 *
 * It emits at once, `restoring` until the exchange has answered, then whenever an order or the `status` changes. After a
 * loss it is `restoring`, and `live` again when all open orders, and all that were open before, have been asked for. A
 * minute after it was last proven it is audited: a difference that no event explains makes it `stale` until it is
 * restored. `failed`, and complete, where the exchange refuses for good. It completes when the client is closed.
 *
 * Cold; all followers of an account share one engine. The values are never changed. Unsubscribing ends what nobody else
 * follows.
 *
 * @example
 * orders$(client, { AccountId }).subscribe(({ status, open }) => console.log(status, open.length));
 */
export const orders$ = (
  connection: Connection,
  of: OfAccount,
  options: AccountOptions = {},
): Observable<Orders> =>
  view$(connection, of, options, (account) => [account.open, account.rest, ...trustParts(account)], ordersOf);
