import type { Order } from '../codec/records/Order.ts';
import type { OrderTrade } from '../codec/records/OrderTrade.ts';
import { entryOf } from '../streams/entry.ts';
import type { Cell } from './cell.ts';
import type { FinalTag } from './life.ts';
import type { OrderKey } from './shelf.ts';

/** An order that has ended, as it was told. */
export interface Ended {
  readonly tag: FinalTag;
  readonly ClientOrderId: OrderKey;
  readonly OrderId: OrderKey | undefined;
}

/** Finds the order that something is about. */
export interface Routes {
  readonly add: (cell: Cell) => void;
  /** From now on the order is found by this id alone. */
  readonly bind: (cell: Cell, OrderId: OrderKey) => void;
  /** Nothing is to reach it any more; its end is remembered for a while. */
  readonly remove: (cell: Cell, ended: Ended) => void;
  readonly ofVersion: (order: Order) => Cell | undefined;
  readonly ofFill: (trade: OrderTrade) => Cell | undefined;
  readonly ofClient: (ClientOrderId: OrderKey) => Cell | undefined;
  readonly ofOrder: (OrderId: OrderKey) => Cell | undefined;
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
    of: ({ OrderId, ClientOrderId }: Order): Ended | undefined =>
      byOrder.get(OrderId) ?? byClient.get(ClientOrderId),
    forget: ({ OrderId, ClientOrderId }: Ended): void => {
      if (OrderId === undefined) byClient.delete(ClientOrderId);
      else byOrder.delete(OrderId);
    },
  };
};

/** Makes {@link Routes}: by `OrderId` once that is known, before by the id that we gave, or by the order replaced. */
export const createRoutes = (): Routes => {
  const cells = new Set<Cell>();
  const byOrder = new Map<OrderKey, Cell>();
  const boundTo = new Map<Cell, OrderKey>();
  const byClient = new Map<OrderKey, Set<Cell>>();
  const ends = createEnds();

  const unbind = (cell: Cell): void => {
    const same = byClient.get(cell.ClientOrderId);
    same?.delete(cell);
    if (same?.size === 0) byClient.delete(cell.ClientOrderId);
    const bound = boundTo.get(cell);
    if (bound !== undefined && byOrder.get(bound) === cell) byOrder.delete(bound);
    boundTo.delete(cell);
  };
  const unbound = (ClientOrderId: OrderKey): readonly Cell[] => [...(byClient.get(ClientOrderId) ?? [])];
  const replacing = ({ OrderId, OrigOrderId }: Order): Cell | undefined =>
    OrigOrderId === undefined || OrigOrderId === OrderId
      ? undefined
      : [...byClient.values()].flatMap((same) => [...same]).find(({ replaces }) => replaces === OrigOrderId);

  return {
    add: (cell) => {
      cells.add(cell);
      entryOf(byClient, cell.ClientOrderId, () => new Set<Cell>()).add(cell);
    },
    bind: (cell, OrderId) => {
      unbind(cell);
      byOrder.set(OrderId, cell);
      boundTo.set(cell, OrderId);
    },
    remove: (cell, ended) => {
      unbind(cell);
      cells.delete(cell);
      ends.add(ended);
    },
    ofVersion: (order) =>
      byOrder.get(order.OrderId) ??
      unbound(order.ClientOrderId).findLast(({ others }) => !others.has(order.OrderId)) ??
      replacing(order),
    ofFill: ({ OrderId, ClientOrderId = 0 }) => byOrder.get(OrderId) ?? unbound(ClientOrderId).at(-1),
    ofClient: (ClientOrderId) =>
      unbound(ClientOrderId).at(-1) ??
      [...byOrder.values()].find((cell) => cell.ClientOrderId === ClientOrderId),
    ofOrder: (OrderId) => byOrder.get(OrderId),
    ended: ends.of,
    forgetEnded: ends.forget,
    all: () => [...cells],
  };
};
