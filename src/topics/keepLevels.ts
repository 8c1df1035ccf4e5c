import { Level2Column, type Level2Row } from '../codec/Level2Row.ts';
import type { Present } from '../topic.ts';
import { snapshot, type SnapshotOrUpdate } from './SnapshotOrUpdate.ts';

const { ActionType, Price, Quantity, Side } = Level2Column;
const deleted = 2;
const bid = 0;
const ask = 1;

const upwards = (a: Level2Row, b: Level2Row): number => a[Price] - b[Price];
const downwards = (a: Level2Row, b: Level2Row): number => upwards(b, a);

/**
 * The present state of an order book: of each price the last row. A row that is deleted, or whose quantity is 0,
 * ends its level; rows count in the order in which they came. As a snapshot it has the bids, best first, then the
 * asks, best first.
 */
export const keepLevels = (): Present<SnapshotOrUpdate<readonly Level2Row[]>> => {
  const bids = new Map<number, Level2Row>();
  const asks = new Map<number, Level2Row>();
  let isBegun = false;

  const add = (row: Level2Row): void => {
    const side = row[Side] === bid ? bids : row[Side] === ask ? asks : undefined;
    if (row[ActionType] === deleted || row[Quantity] === 0) side?.delete(row[Price]);
    else side?.set(row[Price], row);
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
      isBegun
        ? snapshot([...[...bids.values()].sort(downwards), ...[...asks.values()].sort(upwards)])
        : undefined,
  };
};
