import type { Order } from '../codec/records/Order.ts';
import { partsOfId } from './ids.ts';
import type { OrderKey } from './shelf.ts';

/** How many of the ids that were sent from here are remembered at least; twice as many at most. */
const remembered = 20_000;

let young = new Set<string>();
let old = new Set<string>();

const keyOf = (AccountId: number, id: OrderKey): string => `${AccountId} ${id}`;

/** Remembers that this process sends an order of this id. */
export const noteSent = (AccountId: number, ClientOrderId: OrderKey): void => {
  if (young.size >= remembered) {
    old = young;
    young = new Set();
  }
  young.add(keyOf(AccountId, ClientOrderId));
};

/** Whether this process sent an order of this id. */
export const wasSent = (AccountId: number, ClientOrderId: OrderKey): boolean => {
  const key = keyOf(AccountId, ClientOrderId);
  return young.has(key) || old.has(key);
};

/** Which orders count as ours, besides those that this process sent. */
export interface Ours {
  /**
   * The `idTag` of the process: with it, orders from earlier runs of the process count as ours too.
   *
   * @default none: only orders that this process sent
   */
  readonly idTag?: number | undefined;
}

/**
 * Whether an order is ours: this process sent it, with any id, or its id is one that `placeOrder$` creates with this
 * `idTag`. All other orders belong to other processes, people or software.
 *
 * @example
 * openOrders$(client, { AccountId }).subscribe(({ orders }) =>
 *   console.log(orders.filter((order) => isOurs(order, { idTag: 1 })).length),
 * );
 */
export const isOurs = (
  { Account, ClientOrderId }: Pick<Order, 'Account' | 'ClientOrderId'>,
  { idTag }: Ours = {},
): boolean =>
  wasSent(Account, ClientOrderId) || (idTag !== undefined && partsOfId(ClientOrderId)?.idTag === idTag);
