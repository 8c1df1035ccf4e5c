import { type Chunks, chunkFor, indexIn } from './chunk.ts';

/** The best level of a side. */
export const bestOf = <L>(chunks: Chunks<L>): L | undefined => {
  const levels = chunks[chunks.length - 1]?.levels;
  return levels?.[levels.length - 1];
};

/** The level of a rank. */
export const levelAt = <L>(chunks: Chunks<L>, rank: number): L | undefined => {
  const chunk = chunks[chunkFor(chunks, rank)];
  if (chunk === undefined) return undefined;
  const at = indexIn(chunk.ranks, rank);
  return chunk.ranks[at] === rank ? chunk.levels[at] : undefined;
};

/** The rank of the worst of the best so many levels. */
export const rankAtDepth = <L>(chunks: Chunks<L>, depth: number): number => {
  let left = depth;
  for (let index = chunks.length - 1; index >= 0; index--) {
    const ranks = chunks[index]?.ranks ?? [];
    if (ranks.length >= left) return ranks[ranks.length - left] ?? Infinity;
    left -= ranks.length;
  }
  return -Infinity;
};

function* walk<L>(chunks: Chunks<L>, depth: number): Generator<L, void> {
  let left = depth;
  for (let index = chunks.length - 1; index >= 0; index--) {
    const levels = chunks[index]?.levels ?? [];
    for (let at = levels.length - 1; at >= 0; at--) {
      const level = levels[at];
      if (level === undefined || !(left > 0)) return;
      left -= 1;
      yield level;
    }
  }
}

/**
 * The best so many levels of a side, best first; none for what is no number. Nothing is read before it is asked for; each
 * walk begins anew.
 */
export const levelsOf = <L>(chunks: Chunks<L>, depth: number): Iterable<L> => ({
  [Symbol.iterator]: () => walk(chunks, depth),
});
