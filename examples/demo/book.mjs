import { Level2Column } from 'notbank-rx';

const { ActionType, Price, Quantity, Side } = Level2Column;
const deleted = 2;

export const emptyBook = { bids: new Map(), asks: new Map(), snapshots: 0, updates: 0 };

/** Takes one message in: a snapshot replaces everything, the rows of an update are applied in their order. */
export const applyLevel2 = (book, { _tag, payload }) => {
  const isSnapshot = _tag === 'Snapshot';
  const sides = isSnapshot ? [new Map(), new Map()] : [new Map(book.bids), new Map(book.asks)];
  for (const row of payload) {
    const side = sides[row[Side]];
    if (side === undefined) continue;
    if (row[ActionType] === deleted || row[Quantity] === 0) side.delete(row[Price]);
    else side.set(row[Price], row[Quantity]);
  }
  const [bids, asks] = sides;
  return isSnapshot
    ? { bids, asks, snapshots: book.snapshots + 1, updates: 0 }
    : { ...book, bids, asks, updates: book.updates + 1 };
};

/** The best levels of both sides, the best first, each a pair of price and quantity. */
export const topOf = ({ bids, asks }, levels) => ({
  bids: [...bids].sort(([a], [b]) => b - a).slice(0, levels),
  asks: [...asks].sort(([a], [b]) => a - b).slice(0, levels),
});
