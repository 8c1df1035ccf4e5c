import * as fc from 'fast-check';
import type { Chunks } from '../../src/book/chunk.ts';
import { bestOf, levelAt, levelsOf, rankAtDepth } from '../../src/book/levelsOf.ts';

const chunksOf = (ranks: readonly number[], size: number): Chunks<string> =>
  Array.from({ length: Math.ceil(ranks.length / size) }, (_, index) => {
    const own = ranks.slice(index * size, (index + 1) * size);
    return { epoch: 0, ranks: own, levels: own.map(String) };
  });

const sides = fc
  .tuple(fc.uniqueArray(fc.integer({ min: 0, max: 60 })), fc.integer({ min: 1, max: 8 }))
  .map(([all, size]) => {
    const ranks = all.sort((a, b) => a - b);
    return { ranks, chunks: chunksOf(ranks, size) };
  });

describe('levelsOf', () => {
  it('has the best so many levels, best first, each time it is walked', () => {
    fc.assert(
      fc.property(sides, fc.nat(70), ({ ranks, chunks }, depth) => {
        const levels = levelsOf(chunks, depth);
        const expected = ranks.toReversed().slice(0, depth).map(String);
        expect([[...levels], [...levels]]).toEqual([expected, expected]);
      }),
    );
  });

  it('reads no further than it is asked', () => {
    const read: number[] = [];
    const levels = new Proxy(['1', '2', '3'], {
      get: (target, key, receiver): unknown => {
        if (/^\d+$/.test(String(key))) read.push(Number(key));
        return Reflect.get(target, key, receiver);
      },
    });
    for (const level of levelsOf([{ epoch: 0, ranks: [1, 2, 3], levels }], Infinity))
      if (level === '2') break;
    expect(read).toEqual([2, 1]);
  });
});

describe('bestOf, levelAt and rankAtDepth', () => {
  it('find what a search through all would find', () => {
    fc.assert(
      fc.property(sides, fc.integer({ min: 1, max: 70 }), ({ ranks, chunks }, n) => {
        expect(bestOf(chunks)).toBe(ranks.map(String).at(-1));
        expect(levelAt(chunks, n)).toBe(ranks.includes(n) ? String(n) : undefined);
        expect(rankAtDepth(chunks, n)).toBe(ranks.at(-n) ?? -Infinity);
      }),
    );
  });
});
