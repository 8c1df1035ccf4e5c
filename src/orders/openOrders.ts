import type { Observable } from 'rxjs';
import type { Order } from '../codec/records/Order.ts';
import type { Connection } from '../connection/connection.ts';
import type { Trust } from '../streams/kept.ts';
import type { AccountOptions } from './engineOf.ts';
import { once, view$, type OfAccount, trustOf, trustParts } from './view.ts';
import { openOf } from './orders.ts';

/** The open orders of an account. */
export interface OpenOrders extends Trust {
  readonly AccountId: number;
  /** The open orders, the oldest first. */
  readonly orders: readonly Order[];
}

/**
 * The open orders of an account, kept up to date over reconnects as {@link orders$} does. It emits at once, then when
 * an open order or the `status` changes.
 *
 * @example
 * openOrders$(client, { AccountId })
 *   .pipe(whenLive())
 *   .subscribe(({ orders }) => console.log(orders.map(({ OrderId }) => OrderId)));
 */
export const openOrders$ = (
  connection: Connection,
  of: OfAccount,
  options: AccountOptions = {},
): Observable<OpenOrders> =>
  view$(
    connection,
    of,
    options,
    (account) => [account.open, ...trustParts(account)],
    (account) => {
      const orders = once(() => openOf(account));
      return {
        ...trustOf(account),
        AccountId: account.AccountId,
        get orders() {
          return orders();
        },
      };
    },
  );
