import * as fc from 'fast-check';
import { type Chunk, chunkFor, indexIn } from '../../src/book/chunk.ts';

const chunk = (ranks: readonly number[]): Chunk<number> => ({ epoch: 0, ranks, levels: ranks });
const ascending = fc
  .uniqueArray(fc.integer({ min: -50, max: 50 }))
  .map((ranks) => ranks.sort((a, b) => a - b));

describe('indexIn', () => {
  it('is the number of ranks below', () => {
    fc.assert(
      fc.property(ascending, fc.integer({ min: -60, max: 60 }), (ranks, rank) => {
        expect(indexIn(ranks, rank)).toBe(ranks.filter((other) => other < rank).length);
      }),
    );
  });
});

describe('chunkFor', () => {
  it('finds the last chunk that does not begin above, else the first', () => {
    fc.assert(
      fc.property(
        ascending,
        fc.integer({ min: 1, max: 9 }),
        fc.integer({ min: -60, max: 60 }),
        (all, size, rank) => {
          const chunks = Array.from({ length: Math.ceil(all.length / size) }, (_, index) =>
            chunk(all.slice(index * size, (index + 1) * size)),
          );
          const expected = chunks.findLastIndex(({ ranks: [first = 0] }) => first <= rank);
          expect(chunkFor(chunks, rank)).toBe(Math.max(expected, 0));
        },
      ),
    );
  });
});
