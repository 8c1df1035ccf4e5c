import { compareDecimals, decimalKey, isZero } from '../codec/scalars/decimalOrder.ts';
import { Level2Column, type Level2Row } from '../codec/records/Level2Row.ts';
import type { Present } from '../streams/topic.ts';
import { snapshot, type SnapshotOrUpdate } from './SnapshotOrUpdate.ts';

const { ActionType, Price, Quantity, Side } = Level2Column;
const deleted = 2;
const bid = 0;
const ask = 1;

const upwards = (a: Level2Row, b: Level2Row): number => compareDecimals(a[Price], b[Price]);
const downwards = (a: Level2Row, b: Level2Row): number => upwards(b, a);

const isGone = (row: Level2Row): boolean => row[ActionType] === deleted || isZero(row[Quantity]);

/** How many levels a side may have, gone ones among them, before it is swept. */
const fewestSwept = 1_000;

/** One side of a book: of each price the last row. */
interface BookSide {
  readonly put: (row: Level2Row) => void;
  readonly clear: () => void;
  /** The levels that are not gone. */
  readonly levels: () => Level2Row[];
}

const createSide = (): BookSide => {
  const rows = new Map<number | string, Level2Row>();
  let sweptAt = fewestSwept;

  // Deleting each level as it goes would cost more than all the rest: it makes the Map rebuild itself all the time.
  const sweep = (): void => {
    for (const [price, row] of rows) if (isGone(row)) rows.delete(price);
    sweptAt = fewestSwept + 2 * rows.size;
  };

  return {
    put: (row) => {
      rows.set(decimalKey(row[Price]), row);
      if (rows.size > sweptAt) sweep();
    },
    clear: () => rows.clear(),
    levels: () => [...rows.values()].filter((row) => !isGone(row)),
  };
};

/**
 * The present state of an order book: of each price the last row. A row that is deleted, or whose quantity is 0,
 * ends its level; rows count in the order in which they came. As a snapshot it has the bids, best first, then the
 * asks, best first.
 */
export const keepLevels = (): Present<SnapshotOrUpdate<readonly Level2Row[]>> => {
  const bids = createSide();
  const asks = createSide();
  let isBegun = false;

  const add = (row: Level2Row): void => {
    if (row[Side] === bid) bids.put(row);
    else if (row[Side] === ask) asks.put(row);
  };

  return {
    take: ({ _tag, payload }) => {
      if (_tag === 'Snapshot') {
        bids.clear();
        asks.clear();
        isBegun = true;
      }
      for (const row of payload) add(row);
    },
    now: () =>
      isBegun ? snapshot([...bids.levels().sort(downwards), ...asks.levels().sort(upwards)]) : undefined,
  };
};
