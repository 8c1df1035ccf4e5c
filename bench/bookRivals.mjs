import sortedBtree from 'sorted-btree';

const BTree = sortedBtree.default ?? sortedBtree;
const isGone = (row) => row[3] === 2 || row[8] === 0;
const levelOf = (row) => ({ price: row[6], quantity: row[8], orders: row[5], changedAt: row[2] });

/** A Map a side, sorted after every frame. */
export const sortedMaps = () => {
  const sides = [new Map(), new Map()];
  const apply = (rows) => {
    for (const row of rows) {
      if (isGone(row)) sides[row[9]].delete(row[6]);
      else sides[row[9]].set(row[6], levelOf(row));
    }
    const bids = [...sides[0].values()].sort((a, b) => b.price - a.price);
    const asks = [...sides[1].values()].sort((a, b) => a.price - b.price);
    return { bids, asks };
  };
  return { apply, top: ({ bids, asks }) => [bids[0], asks[0]] };
};

/** An array a side, best first, looked through from the best and spliced: what it hands out changes. */
export const splicedArrays = () => {
  const bids = [];
  const asks = [];
  const put = (levels, row, isBid) => {
    const price = row[6];
    let at = 0;
    while (at < levels.length && (isBid ? levels[at].price > price : levels[at].price < price)) at += 1;
    const isThere = levels[at]?.price === price;
    if (isGone(row)) {
      if (isThere) levels.splice(at, 1);
    } else if (isThere) levels[at] = levelOf(row);
    else levels.splice(at, 0, levelOf(row));
  };
  const apply = (rows) => {
    for (const row of rows) put(row[9] === 0 ? bids : asks, row, row[9] === 0);
    return { bids, asks };
  };
  return { apply, top: () => [bids[0], asks[0]] };
};

/** A B-tree a side, handed out as a clone, which shares what does not change. */
export const clonedTrees = () => {
  const trees = [new BTree(undefined, (a, b) => b - a), new BTree(undefined, (a, b) => a - b)];
  const apply = (rows) => {
    for (const row of rows) {
      if (isGone(row)) trees[row[9]].delete(row[6]);
      else trees[row[9]].set(row[6], levelOf(row));
    }
    return { bids: trees[0].clone(), asks: trees[1].clone() };
  };
  return { apply, top: ({ bids, asks }) => [bids.get(bids.minKey()), asks.get(asks.minKey())] };
};
