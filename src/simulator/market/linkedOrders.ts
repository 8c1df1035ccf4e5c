/** Which orders cancel each other: the first of them to trade ends the others. */
export interface LinkedOrders {
  readonly link: (orderId: number, other: number) => void;
  /** The orders that end when this one trades. */
  readonly of: (orderId: number) => Iterable<number>;
  /** Lets go of an order that is over. */
  readonly drop: (orderId: number) => void;
}

const none: ReadonlySet<number> = new Set();

/** No order linked to another. */
export const createLinkedOrders = (): LinkedOrders => {
  const links = new Map<number, Set<number>>();
  const add = (from: number, to: number): void => {
    const found = links.get(from);
    if (found === undefined) links.set(from, new Set([to]));
    else found.add(to);
  };
  const remove = (from: number, to: number): void => {
    const found = links.get(from);
    found?.delete(to);
    if (found?.size === 0) links.delete(from);
  };
  return {
    link: (orderId, other) => {
      add(orderId, other);
      add(other, orderId);
    },
    of: (orderId) => links.get(orderId) ?? none,
    drop: (orderId) => {
      for (const other of links.get(orderId) ?? none) remove(other, orderId);
      links.delete(orderId);
    },
  };
};
