import type { Order } from '../codec/records/Order.ts';
import type { OrderTrade } from '../codec/records/OrderTrade.ts';
import { entryOf } from '../entry.ts';
import type { Cell } from './cell.ts';
import type { FinalTag } from './life.ts';
import { mayBeOurs, type Rivals } from './rivals.ts';
import type { OrderKey } from './shelf.ts';

/** An order that has ended, as it was told. */
export interface Ended {
  readonly tag: FinalTag;
  readonly ClientOrderId: OrderKey;
  readonly OrderId: OrderKey | undefined;
  readonly rivals: Rivals | undefined;
}

/** Finds all who follow the order that something is about: who sent it, and who asked for it by its id. */
export interface Routes {
  readonly add: (cell: Cell) => void;
  /** From now on the order is found by this id alone. */
  readonly bind: (cell: Cell, OrderId: OrderKey) => void;
  readonly isBound: (cell: Cell, OrderId: OrderKey) => boolean;
  /** Nothing is to reach it any more; its end is remembered for a while. */
  readonly remove: (cell: Cell, ended: Ended) => void;
  readonly ofVersion: (order: Order) => readonly Cell[];
  readonly ofFill: (trade: OrderTrade) => readonly Cell[];
  readonly ofClient: (ClientOrderId: OrderKey) => Cell | undefined;
  readonly ofOrder: (OrderId: OrderKey) => readonly Cell[];
  readonly ended: (order: Order) => Ended | undefined;
  readonly forgetEnded: (ended: Ended) => void;
  readonly all: () => readonly Cell[];
}

/** How many ends are remembered. */
const remembered = 1_000;

/** A map that lets go of the oldest. */
const trim = (map: Map<OrderKey, Ended>): void => {
  const [oldest] = map.size > remembered ? map.keys() : [];
  if (oldest !== undefined) map.delete(oldest);
};

/** The ends that are remembered, by both ids. */
const createEnds = () => {
  const byOrder = new Map<OrderKey, Ended>();
  const byClient = new Map<OrderKey, Ended>();
  return {
    add: (ended: Ended): void => {
      if (ended.OrderId === undefined) byClient.set(ended.ClientOrderId, ended);
      else byOrder.set(ended.OrderId, ended);
      trim(byOrder);
      trim(byClient);
    },
    of: ({ OrderId, ClientOrderId }: Order): Ended | undefined => {
      const known = byOrder.get(OrderId);
      if (known !== undefined) return known;
      const same = byClient.get(ClientOrderId);
      return same !== undefined && mayBeOurs(same.rivals, OrderId) ? same : undefined;
    },
    forget: ({ OrderId, ClientOrderId }: Ended): void => {
      if (OrderId === undefined) byClient.delete(ClientOrderId);
      else byOrder.delete(OrderId);
    },
  };
};

/** Cells by a key, several at one. */
const createShelves = () => {
  const shelves = new Map<OrderKey, Set<Cell>>();
  return {
    at: (key: OrderKey): readonly Cell[] => [...(shelves.get(key) ?? [])],
    all: (): readonly Cell[] => [...shelves.values()].flatMap((same) => [...same]),
    add: (key: OrderKey, cell: Cell): void => {
      entryOf(shelves, key, () => new Set<Cell>()).add(cell);
    },
    delete: (key: OrderKey, cell: Cell): void => {
      const same = shelves.get(key);
      same?.delete(cell);
      if (same?.size === 0) shelves.delete(key);
    },
  };
};

type Shelves = ReturnType<typeof createShelves>;

/** Who has sent an order and does not know its id yet. */
const senderOf = (
  { OrderId, ClientOrderId }: Order,
  known: readonly Cell[],
  unbound: Shelves,
): Cell | undefined =>
  known.some((cell) => cell.ClientOrderId === ClientOrderId)
    ? undefined
    : unbound.at(ClientOrderId).findLast((cell) => mayBeOurs(cell.life().rivals, OrderId));

/** Makes {@link Routes}: by `OrderId` once that is known, before by the id that we gave. */
export const createRoutes = (): Routes => {
  const cells = new Set<Cell>();
  const bound = createShelves();
  const unbound = createShelves();
  const boundTo = new Map<Cell, OrderKey>();
  const ends = createEnds();

  const unbind = (cell: Cell): void => {
    unbound.delete(cell.ClientOrderId, cell);
    const before = boundTo.get(cell);
    if (before !== undefined) bound.delete(before, cell);
    boundTo.delete(cell);
  };
  return {
    add: (cell) => {
      cells.add(cell);
      unbound.add(cell.ClientOrderId, cell);
    },
    bind: (cell, OrderId) => {
      unbind(cell);
      bound.add(OrderId, cell);
      boundTo.set(cell, OrderId);
    },
    isBound: (cell, OrderId) => boundTo.get(cell) === OrderId,
    remove: (cell, ended) => {
      unbind(cell);
      cells.delete(cell);
      ends.add(ended);
    },
    ofVersion: (order) => {
      const known = bound.at(order.OrderId);
      const more = senderOf(order, known, unbound);
      return more === undefined ? known : [...known, more];
    },
    ofFill: ({ OrderId, ClientOrderId = 0 }) => {
      const known = bound.at(OrderId);
      if (known.length > 0) return known;
      return unbound
        .at(ClientOrderId)
        .filter((cell) => mayBeOurs(cell.life().rivals, OrderId))
        .slice(-1);
    },
    ofClient: (ClientOrderId) =>
      unbound.at(ClientOrderId).at(-1) ?? bound.all().find((cell) => cell.ClientOrderId === ClientOrderId),
    ofOrder: bound.at,
    ended: ends.of,
    forgetEnded: ends.forget,
    all: () => [...cells],
  };
};
