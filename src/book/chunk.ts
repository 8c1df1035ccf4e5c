/**
 * A piece of one side of a book: neighbouring levels, the best last, each by its rank. A rank is the price of a bid and
 * the negated price of an ask, so that the better of two levels has the greater rank on either side.
 */
export interface Chunk<L> {
  /** The epoch of the ladder that it was made in: in that epoch, and in no later one, the ladder may write to it. */
  readonly epoch: number;
  readonly ranks: readonly number[];
  readonly levels: readonly L[];
}

/** One side of a book that never changes: its chunks, the best last, none empty. */
export type Chunks<L> = readonly Chunk<L>[];

const stride = 8;

/**
 * Where a rank stands in a chunk, or would stand: as many ranks are less than it. From the best in strides, as four of
 * five changes are near it: by halves the processor would guess wrong at each step.
 */
export const indexIn = (ranks: readonly number[], rank: number): number => {
  let at = ranks.length;
  while (at >= stride && (ranks[at - stride] ?? Infinity) >= rank) at -= stride;
  while (at > 0 && (ranks[at - 1] ?? Infinity) >= rank) at -= 1;
  return at;
};

const firstRank = <L>(chunk: Chunk<L> | undefined): number => chunk?.ranks[0] ?? Infinity;

/** Which chunk holds a rank, or would hold it: the last that does not begin above it. */
export const chunkFor = <L>(chunks: Chunks<L>, rank: number): number => {
  let low = 0;
  let high = chunks.length - 1;
  // Four of five changes are near the best.
  if (firstRank(chunks[high]) <= rank) return high;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (firstRank(chunks[middle]) <= rank) low = middle;
    else high = middle - 1;
  }
  return low;
};
