import { Level2Column, type Level2Row } from '../codec/records/Level2Row.ts';
import type { Chunks } from './chunk.ts';
import {
  changeLevel,
  clearLadder,
  createLadder,
  type Ladder,
  markCut,
  type Place,
  publishLadder,
  trimLadder,
} from './ladder.ts';
import { bestOf } from './levelsOf.ts';

const { Price, Side } = Level2Column;
const bid = 0;
const ask = 1;

/** A side of a book. For what a taker does see {@link TakerSide}. */
export type BookSide = 'bids' | 'asks';

/** A value for each side of a book. */
export interface Both<A> {
  readonly bids: A;
  readonly asks: A;
}

/** A book that never changes. */
export type Sides<L> = Both<Chunks<L>>;

/** The best level of each side; the key of an empty side is absent. */
export interface Best<L> {
  readonly bid?: L;
  readonly ask?: L;
}

/** The best levels, with a key for what is there alone. */
export const best = <L>(bid: L | undefined, ask: L | undefined): Best<L> => {
  if (bid !== undefined && ask !== undefined) return { bid, ask };
  if (bid !== undefined) return { bid };
  return ask === undefined ? {} : { ask };
};

/** A price as the rank that it has on its side, and back. */
export const rankOf = (side: BookSide, price: number): number => (side === 'bids' ? price : -price);

/** An order book as it changes. Rows count in the order in which they stand, the last of a price is its level. */
export interface Book<L> {
  /**
   * Begins anew with a snapshot, sorted once. Returns how many rows are of an unknown side; they are passed over.
   *
   * @param depth How many levels a side were asked for: a side that has as many may have more that nobody told of.
   */
  readonly load: (rows: readonly Level2Row[], depth?: number) => number;
  /** Takes in the rows of a frame. Returns how many are of an unknown side; they are passed over. */
  readonly apply: (rows: readonly Level2Row[]) => number;
  /** Drops what lies beyond so many levels a side: the exchange does not delete what has left the window. */
  readonly trim: (depth: number) => void;
  /** The best levels now. */
  readonly best: () => Best<L>;
  /** The book as it is now, for ever. It costs nothing; the next frame copies what it changes. */
  readonly sides: () => Sides<L>;
  /** The worst price of each side down to which every level is known: infinitely far where the side is whole. */
  readonly knownTo: () => Both<number>;
}

const ladderOf = <L>(bids: Ladder<L>, asks: Ladder<L>, row: Level2Row): Ladder<L> | undefined => {
  if (row[Side] === bid) return bids;
  return row[Side] === ask ? asks : undefined;
};

const rankIn = (row: Level2Row): number => (row[Side] === bid ? Number(row[Price]) : -Number(row[Price]));

/**
 * Makes a book without levels. Its prices are doubles; what it keeps at each is up to `place`, such as
 * {@link levelOf}.
 */
export const createBook = <L>(place: Place<Level2Row, L>): Book<L> => {
  const bids = createLadder<L>();
  const asks = createLadder<L>();
  const apply = (rows: readonly Level2Row[]): number => {
    let unknown = 0;
    for (const row of rows) {
      const ladder = ladderOf(bids, asks, row);
      if (ladder === undefined) unknown += 1;
      else changeLevel(ladder, rankIn(row), row, place);
    }
    return unknown;
  };

  return {
    load: (rows, depth = Infinity) => {
      for (const ladder of [bids, asks]) clearLadder(ladder);
      // Rows of one price stay in their order. Each then lands at the end of its side.
      const unknown = apply([...rows].sort((a, b) => rankIn(a) - rankIn(b)));
      for (const ladder of [bids, asks]) if (ladder.size >= depth) markCut(ladder);
      return unknown;
    },
    apply,
    trim: (depth) => {
      trimLadder(bids, depth);
      trimLadder(asks, depth);
    },
    best: () => best(bestOf(bids.chunks), bestOf(asks.chunks)),
    sides: () => ({ bids: publishLadder(bids), asks: publishLadder(asks) }),
    knownTo: () => ({ bids: bids.knownTo, asks: -asks.knownTo }),
  };
};
