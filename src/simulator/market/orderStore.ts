import type { Order } from './order.ts';

/** Every order that is open, and the last 1000 of each account that are not. */
export interface OrderStore {
  /** Puts a version after the ones before it. */
  readonly save: (order: Order) => void;
  /** The latest version. */
  readonly find: (orderId: number) => Order | undefined;
  /** The last 1000 versions, oldest first; none of an unknown order. */
  readonly versions: (orderId: number) => readonly Order[];
  /** Oldest first. */
  readonly open: (accountId: number) => readonly Order[];
  readonly countOpen: (accountId: number) => number;
  /** The open order of a client's id; that of 0 is no order's. */
  readonly findOpen: (accountId: number, clientOrderId: number | bigint) => Order | undefined;
  /** Oldest first, open ones too. */
  readonly all: (accountId: number) => readonly Order[];
}

interface Shelf {
  readonly open: Map<number, Order>;
  readonly openByClient: Map<number | bigint, number>;
  readonly done: Map<number, Order>;
}

const kept = 1000;

const dropOldest = (done: Map<number, Order>): number | undefined => {
  if (done.size <= kept) return undefined;
  const [oldest] = done.keys();
  if (oldest !== undefined) done.delete(oldest);
  return oldest;
};

/** A store without an order. */
export const createOrderStore = (): OrderStore => {
  const shelves = new Map<number, Shelf>();
  const versions = new Map<number, Order[]>();

  const shelfOf = (accountId: number): Shelf => {
    const shelf = shelves.get(accountId) ?? { open: new Map(), openByClient: new Map(), done: new Map() };
    shelves.set(accountId, shelf);
    return shelf;
  };
  const keep = (order: Order): void => {
    const theirs = versions.get(order.id) ?? [];
    versions.set(order.id, theirs);
    theirs.push(order);
    if (theirs.length > kept) theirs.shift();
  };
  const shelve = ({ open, openByClient, done }: Shelf, order: Order): void => {
    open.delete(order.id);
    if (openByClient.get(order.clientOrderId) === order.id) openByClient.delete(order.clientOrderId);
    done.set(order.id, order);
    const dropped = dropOldest(done);
    if (dropped !== undefined) versions.delete(dropped);
  };

  return {
    save: (order) => {
      keep(order);
      const shelf = shelfOf(order.account.AccountId);
      if (order.state !== 'Working') {
        shelve(shelf, order);
        return;
      }
      shelf.open.set(order.id, order);
      if (order.clientOrderId !== 0) shelf.openByClient.set(order.clientOrderId, order.id);
    },
    find: (orderId) => versions.get(orderId)?.at(-1),
    versions: (orderId) => versions.get(orderId) ?? [],
    open: (accountId) => [...shelfOf(accountId).open.values()],
    countOpen: (accountId) => shelfOf(accountId).open.size,
    findOpen: (accountId, clientOrderId) => {
      const { open, openByClient } = shelfOf(accountId);
      return open.get(openByClient.get(clientOrderId) ?? 0);
    },
    all: (accountId) => {
      const { open, done } = shelfOf(accountId);
      return [...open.values(), ...done.values()].sort((a, b) => a.id - b.id);
    },
  };
};
