import type { Order } from './order.ts';

/** The latest version of every order that is open, and of the last 1000 of each account that are not. */
export interface OrderStore {
  /** Puts a version in the place of the one before it. */
  readonly save: (order: Order) => void;
  readonly find: (orderId: number) => Order | undefined;
  /** Oldest first. */
  readonly open: (accountId: number) => readonly Order[];
  /** Oldest first, open ones too. */
  readonly all: (accountId: number) => readonly Order[];
}

interface Shelf {
  readonly open: Map<number, Order>;
  readonly done: Map<number, Order>;
}

const keptDone = 1000;

const dropOldest = (done: Map<number, Order>): number | undefined => {
  if (done.size <= keptDone) return undefined;
  const [oldest] = done.keys();
  if (oldest !== undefined) done.delete(oldest);
  return oldest;
};

/** A store without an order. */
export const createOrderStore = (): OrderStore => {
  const shelves = new Map<number, Shelf>();
  const accountOf = new Map<number, number>();

  const shelfOf = (accountId: number): Shelf => {
    const shelf = shelves.get(accountId) ?? { open: new Map(), done: new Map() };
    shelves.set(accountId, shelf);
    return shelf;
  };

  return {
    save: (order) => {
      const { open, done } = shelfOf(order.account.AccountId);
      accountOf.set(order.id, order.account.AccountId);
      if (order.state === 'Working') {
        open.set(order.id, order);
        return;
      }
      open.delete(order.id);
      done.set(order.id, order);
      const dropped = dropOldest(done);
      if (dropped !== undefined) accountOf.delete(dropped);
    },
    find: (orderId) => {
      const accountId = accountOf.get(orderId);
      if (accountId === undefined) return undefined;
      const { open, done } = shelfOf(accountId);
      return open.get(orderId) ?? done.get(orderId);
    },
    open: (accountId) => [...shelfOf(accountId).open.values()],
    all: (accountId) => {
      const { open, done } = shelfOf(accountId);
      return [...open.values(), ...done.values()].sort((a, b) => a.id - b.id);
    },
  };
};
