import * as fc from 'fast-check';
import {
  changeLevel,
  clearLadder,
  createLadder,
  type Ladder,
  ladderFrom,
  markCut,
  type Place,
  publishLadder,
  trimLadder,
} from '../../src/book/ladder.ts';
import { levelsOf } from '../../src/book/levelsOf.ts';

const put: Place<number, number> = (row) => (row === 0 ? undefined : row);
const ladderOf = (ranks: readonly number[]): Ladder<number> => {
  const ladder = createLadder<number>();
  for (const rank of ranks) changeLevel(ladder, rank, rank, put);
  return ladder;
};
const levelsIn = (ladder: Ladder<number>) => [...levelsOf(ladder.chunks, Infinity)];
const changes = fc.array(fc.tuple(fc.integer({ min: 1, max: 300 }), fc.nat(2)), { maxLength: 400 });

describe('a ladder', () => {
  it('keeps its chunks between one level and 64, in order, and knows its size', () => {
    fc.assert(
      fc.property(fc.array(changes, { maxLength: 5 }), (frames) => {
        const ladder = createLadder<number>();
        for (const frame of frames) {
          for (const [rank, row] of frame) changeLevel(ladder, rank, row, put);
          publishLadder(ladder);
        }
        const lengths = ladder.chunks.map(({ levels }) => levels.length);
        expect(lengths.filter((length) => length < 1 || length > 64)).toEqual([]);
        const ranks = ladder.chunks.flatMap(({ ranks: own }) => own);
        expect(ranks).toEqual([...new Set(ranks)].sort((a, b) => a - b));
        expect(ladder.size).toBe(ranks.length);
      }),
    );
  });

  it('joins chunks that have become small', () => {
    const ladder = ladderOf(Array.from({ length: 1_000 }, (_, index) => index + 1));
    const before = ladder.chunks.length;
    for (let rank = 1; rank <= 1_000; rank++) if (rank % 10 !== 0) changeLevel(ladder, rank, 0, put);
    expect(ladder.size).toBe(100);
    expect(ladder.chunks.length).toBeLessThan(before / 3);
  });

  it('ends a level that is not there without a word, and without a copy', () => {
    const ladder = ladderOf([1, 2, 3]);
    const published = publishLadder(ladder);
    changeLevel(ladder, 9, 0, put);
    changeLevel(ladder, 1.5, 0, put);
    expect(ladder.chunks).toBe(published);
  });

  it('copies a chunk at its first write after a publishing, and not again', () => {
    const ladder = ladderOf([1, 2, 3]);
    const published = publishLadder(ladder);
    changeLevel(ladder, 2, 7, put);
    const [own] = ladder.chunks;
    changeLevel(ladder, 3, 8, put);
    expect(ladder.chunks[0]).toBe(own);
    expect(published[0]).not.toBe(own);
    expect([...levelsOf(published, Infinity)]).toEqual([3, 2, 1]);
    expect(levelsIn(ladder)).toEqual([8, 7, 1]);
  });

  it('gives what is there to whoever says what becomes of it', () => {
    const ladder = ladderOf([1]);
    const seen: (number | undefined)[] = [];
    const place: Place<number, number> = (row, present) => {
      seen.push(present);
      return row;
    };
    changeLevel(ladder, 1, 5, place);
    changeLevel(ladder, 1, 6, place);
    changeLevel(ladder, 2, 7, place);
    expect(seen).toEqual([1, 5, undefined]);
  });

  it('is empty when it was cleared, and what was published is not', () => {
    const ladder = ladderOf([1, 2]);
    const published = publishLadder(ladder);
    clearLadder(ladder);
    expect(levelsIn(ladder)).toEqual([]);
    expect(ladder.size).toBe(0);
    expect([...levelsOf(published, Infinity)]).toEqual([2, 1]);
  });
});

describe('a ladder made from what another has published', () => {
  it('goes its own way, and so does the other', () => {
    const ladder = ladderOf([1, 2]);
    const published = publishLadder(ladder);
    const other = ladderFrom(published);
    changeLevel(other, 1, 0, put);
    changeLevel(ladder, 3, 3, put);
    const third = ladderFrom(publishLadder(other));
    changeLevel(third, 2, 9, put);
    expect(levelsIn(ladder)).toEqual([3, 2, 1]);
    expect(levelsIn(other)).toEqual([2]);
    expect(levelsIn(third)).toEqual([9]);
    expect([other.size, third.size]).toEqual([1, 1]);
    expect([...levelsOf(published, Infinity)]).toEqual([2, 1]);
  });
});

describe('trimLadder', () => {
  it('drops the worst and remembers from where', () => {
    const ladder = ladderOf([1, 2, 3, 4]);
    trimLadder(ladder, 4);
    expect(ladder.knownTo).toBe(-Infinity);
    trimLadder(ladder, 2);
    expect(levelsIn(ladder)).toEqual([4, 3]);
    expect(ladder.knownTo).toBe(3);
  });
});

describe('markCut', () => {
  it('never takes back what was known to be unknown', () => {
    const ladder = ladderOf([5, 6]);
    markCut(ladder);
    changeLevel(ladder, 4, 4, put);
    markCut(ladder);
    expect(ladder.knownTo).toBe(5);
  });
});
