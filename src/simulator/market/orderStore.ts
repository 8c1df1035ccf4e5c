import { type KeptList, createKeptList } from './keptList.ts';
import type { Order } from './order.ts';

/** Every order that is open, and the last ones of each account that are not. */
export interface OrderStore {
  /** Puts a version after the ones before it. */
  readonly save: (order: Order) => void;
  /** The latest version. */
  readonly find: (orderId: number | bigint) => Order | undefined;
  /** The last versions, oldest first; none of an unknown order. */
  readonly versions: (orderId: number | bigint) => readonly Order[];
  /** Oldest first. */
  readonly open: (accountId: number) => readonly Order[];
  readonly countOpen: (accountId: number) => number;
  /** How many orders of an account there have ever been. */
  readonly countAccepted: (accountId: number) => number;
  /** The open order of a client's id, the latest where there are several; that of 0 is no order's. */
  readonly findOpen: (accountId: number, clientOrderId: number | bigint) => Order | undefined;
  /** Oldest first, open ones too; as they were at a time, where one is given in epoch milliseconds. */
  readonly all: (accountId: number, at?: number) => readonly Order[];
}

interface Shelf {
  readonly open: Map<number, Order>;
  readonly openByClient: Map<number | bigint, number>;
  /** Client order ids that several open orders had at once. */
  readonly shared: Set<number | bigint>;
  readonly done: Map<number, Order>;
  accepted: number;
}

const emptyShelf = (): Shelf => ({
  open: new Map(),
  openByClient: new Map(),
  shared: new Set(),
  done: new Map(),
  accepted: 0,
});

const dropOldest = (done: Map<number, Order>, kept: number): number | undefined => {
  if (done.size <= kept) return undefined;
  const [oldest] = done.keys();
  if (oldest !== undefined) done.delete(oldest);
  return oldest;
};

const noteClientId = ({ openByClient, shared }: Shelf, { id, clientOrderId }: Order): void => {
  if (clientOrderId === 0) return;
  const other = openByClient.get(clientOrderId);
  if (other !== undefined && other !== id) shared.add(clientOrderId);
  if (other === undefined || other < id) openByClient.set(clientOrderId, id);
};

/** Who else has the client's id is found by it from now on. */
const freeClientId = ({ open, openByClient, shared }: Shelf, { id, clientOrderId }: Order): void => {
  if (openByClient.get(clientOrderId) !== id) return;
  openByClient.delete(clientOrderId);
  if (!shared.has(clientOrderId)) return;
  const others = [...open.values()].filter((order) => order.clientOrderId === clientOrderId);
  if (others.length < 2) shared.delete(clientOrderId);
  const heir = others.at(-1);
  if (heir !== undefined) openByClient.set(clientOrderId, heir.id);
};

/** A store without an order, of which the last `kept` are kept: of each account those that are over, of each order its versions. */
export const createOrderStore = (kept: number): OrderStore => {
  const shelves = new Map<number, Shelf>();
  const versions = new Map<number | bigint, KeptList<Order>>();

  const shelfOf = (accountId: number): Shelf => {
    const shelf = shelves.get(accountId) ?? emptyShelf();
    shelves.set(accountId, shelf);
    return shelf;
  };
  const keep = (order: Order, shelf: Shelf): void => {
    const theirs = versions.get(order.id);
    if (theirs !== undefined) {
      theirs.push(order);
      return;
    }
    shelf.accepted += 1;
    const first = createKeptList<Order>(kept);
    versions.set(order.id, first);
    first.push(order);
  };
  const shelve = (shelf: Shelf, order: Order): void => {
    shelf.open.delete(order.id);
    freeClientId(shelf, order);
    shelf.done.set(order.id, order);
    const dropped = dropOldest(shelf.done, kept);
    if (dropped !== undefined) versions.delete(dropped);
  };
  const all = (accountId: number): readonly Order[] => {
    const { open, done } = shelfOf(accountId);
    return [...open.values(), ...done.values()].sort((a, b) => a.id - b.id);
  };
  const versionsOf = (orderId: number | bigint): readonly Order[] => versions.get(orderId)?.items() ?? [];

  return {
    save: (order) => {
      const shelf = shelfOf(order.account.AccountId);
      keep(order, shelf);
      if (order.state !== 'Working') {
        shelve(shelf, order);
        return;
      }
      shelf.open.set(order.id, order);
      noteClientId(shelf, order);
    },
    find: (orderId) => versions.get(orderId)?.last(),
    versions: versionsOf,
    open: (accountId) => [...shelfOf(accountId).open.values()],
    countOpen: (accountId) => shelfOf(accountId).open.size,
    countAccepted: (accountId) => shelfOf(accountId).accepted,
    findOpen: (accountId, clientOrderId) => {
      const { open, openByClient } = shelfOf(accountId);
      return open.get(openByClient.get(clientOrderId) ?? 0);
    },
    all: (accountId, at) =>
      at === undefined
        ? all(accountId)
        : all(accountId).flatMap(
            ({ id }) => versionsOf(id).findLast(({ updated }) => updated.ms <= at) ?? [],
          ),
  };
};
