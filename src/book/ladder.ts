import { type Chunk, chunkFor, type Chunks, indexIn } from './chunk.ts';

/** The most levels a chunk has; it is split when it grows beyond. */
const most = 64;
/** With fewer a chunk joins a neighbour, where both together leave room to grow. */
const few = most / 4;
const roomy = most - few;

/** A chunk that no view has been given. */
interface OwnChunk<L> extends Chunk<L> {
  readonly ranks: number[];
  readonly levels: L[];
}

/**
 * One side of a book as it changes. Its first write to a chunk after a publishing copies that chunk, and the list of
 * chunks with it; so what was published stays as it is.
 */
export interface Ladder<L> {
  /** A chunk of the present epoch is of no view. */
  chunks: Chunk<L>[];
  /** The number of levels. */
  size: number;
  /** Grows with each publishing. */
  epoch: number;
  /** Whether the list of chunks is of no view. */
  isOwn: boolean;
  /** The least rank down to which every level is known; levels beyond were not asked for, or dropped. */
  knownTo: number;
}

/** A ladder without levels. */
export const createLadder = <L>(): Ladder<L> => ({
  chunks: [],
  size: 0,
  epoch: 0,
  isOwn: true,
  knownTo: -Infinity,
});

/** A ladder that begins with what another one has published, which stays as it is. */
export const ladderFrom = <L>(chunks: Chunks<L>): Ladder<L> => ({
  chunks: [...chunks],
  size: chunks.reduce((size, { levels }) => size + levels.length, 0),
  epoch: chunks.reduce((latest, { epoch }) => Math.max(latest, epoch), 0) + 1,
  isOwn: true,
  knownTo: -Infinity,
});

const ownChunks = <L>(ladder: Ladder<L>): Chunk<L>[] => {
  if (!ladder.isOwn) ladder.chunks = ladder.chunks.slice();
  ladder.isOwn = true;
  return ladder.chunks;
};

const isOwn = <L>(ladder: Ladder<L>, chunk: Chunk<L>): chunk is OwnChunk<L> => chunk.epoch === ladder.epoch;

const ownChunk = <L>(ladder: Ladder<L>, index: number, chunk: Chunk<L>): OwnChunk<L> => {
  if (isOwn(ladder, chunk)) return chunk;
  const own = { epoch: ladder.epoch, ranks: chunk.ranks.slice(), levels: chunk.levels.slice() };
  ownChunks(ladder)[index] = own;
  return own;
};

/** As `splice` does, but for the list that it makes of what it takes out: most changes are near the end. */
const putIn = <L>({ ranks, levels }: OwnChunk<L>, at: number, rank: number, level: L): void => {
  ranks.push(rank);
  levels.push(level);
  for (let index = levels.length - 1; index > at; index--) {
    ranks[index] = ranks[index - 1] ?? rank;
    levels[index] = levels[index - 1] ?? level;
  }
  ranks[at] = rank;
  levels[at] = level;
};

const takeOut = <L>({ ranks, levels }: OwnChunk<L>, at: number): void => {
  for (let index = at + 1; index < levels.length; index++) {
    ranks[index - 1] = ranks[index] ?? Infinity;
    levels[index - 1] = levels[index] as L;
  }
  ranks.pop();
  levels.pop();
};

const splitChunk = <L>(ladder: Ladder<L>, index: number, { epoch, ranks, levels }: OwnChunk<L>): void => {
  const better = { epoch, ranks: ranks.splice(most / 2), levels: levels.splice(most / 2) };
  ownChunks(ladder).splice(index + 1, 0, better);
};

const insert = <L>(ladder: Ladder<L>, index: number, at: number, rank: number, level: L): void => {
  const chunk = ladder.chunks[index];
  ladder.size += 1;
  if (chunk === undefined) {
    ownChunks(ladder).push({ epoch: ladder.epoch, ranks: [rank], levels: [level] });
    return;
  }
  const own = ownChunk(ladder, index, chunk);
  putIn(own, at, rank, level);
  if (own.levels.length > most) splitChunk(ladder, index, own);
};

/** Makes one chunk of two neighbours where that is worth it. */
const joinChunks = <L>(
  ladder: Ladder<L>,
  worse: Chunk<L> | undefined,
  better: Chunk<L> | undefined,
): void => {
  if (worse === undefined || better === undefined) return;
  if (worse.levels.length + better.levels.length > roomy) return;
  const joined = {
    epoch: ladder.epoch,
    ranks: [...worse.ranks, ...better.ranks],
    levels: [...worse.levels, ...better.levels],
  };
  const chunks = ownChunks(ladder);
  chunks.splice(chunks.indexOf(worse), 2, joined);
};

const remove = <L>(ladder: Ladder<L>, index: number, at: number, chunk: Chunk<L>): void => {
  ladder.size -= 1;
  if (chunk.levels.length === 1) {
    ownChunks(ladder).splice(index, 1);
    return;
  }
  const own = ownChunk(ladder, index, chunk);
  takeOut(own, at);
  if (own.levels.length >= few) return;
  if (index > 0) joinChunks(ladder, ladder.chunks[index - 1], own);
  else joinChunks(ladder, own, ladder.chunks[1]);
};

/** Says what becomes of the level at the price of a row: the level now, or `undefined` for none. */
export type Place<R, L> = (row: R, present: L | undefined) => L | undefined;

/** Takes in one row at its rank. To end a level that is not there changes nothing. */
export const changeLevel = <R, L>(ladder: Ladder<L>, rank: number, row: R, place: Place<R, L>): void => {
  const index = chunkFor(ladder.chunks, rank);
  const chunk = ladder.chunks[index];
  const at = chunk === undefined ? 0 : indexIn(chunk.ranks, rank);
  if (chunk?.ranks[at] === rank) {
    const level = place(row, chunk.levels[at]);
    if (level === undefined) remove(ladder, index, at, chunk);
    else ownChunk(ladder, index, chunk).levels[at] = level;
    return;
  }
  const level = place(row, undefined);
  if (level !== undefined) insert(ladder, index, at, rank, level);
};

/** Takes every level away. */
export const clearLadder = <L>(ladder: Ladder<L>): void => {
  ladder.chunks = [];
  ladder.isOwn = true;
  ladder.size = 0;
  ladder.knownTo = -Infinity;
};

/** Remembers that levels beyond the worst that is there may be unknown. */
export const markCut = <L>(ladder: Ladder<L>): void => {
  ladder.knownTo = Math.max(ladder.knownTo, ladder.chunks[0]?.ranks[0] ?? -Infinity);
};

/** Drops the worst levels beyond so many. */
export const trimLadder = <L>(ladder: Ladder<L>, depth: number): void => {
  if (ladder.size <= depth) return;
  const chunks = ownChunks(ladder);
  let excess = ladder.size - depth;
  for (let worst = chunks[0]; worst !== undefined && excess > 0; worst = chunks[0]) {
    const dropped = Math.min(excess, worst.levels.length);
    if (dropped === worst.levels.length) chunks.shift();
    else {
      const own = ownChunk(ladder, 0, worst);
      for (let count = 0; count < dropped; count++) {
        own.ranks.shift();
        own.levels.shift();
      }
    }
    excess -= dropped;
  }
  ladder.size = Math.min(ladder.size, depth);
  markCut(ladder);
};

/** The side as it is now, for ever: nothing is copied, what comes next is written elsewhere. */
export const publishLadder = <L>(ladder: Ladder<L>): Chunks<L> => {
  ladder.epoch += 1;
  ladder.isOwn = false;
  return ladder.chunks;
};
