import { crossingAfter, crossingBy, overdueAt } from '../../../src/market/book/crossing.ts';

describe('a crossing', () => {
  it('begins with the frame that crosses the book, and counts those after it', () => {
    const first = crossingAfter(undefined, 10);
    expect(first).toEqual({ since: 10, frames: 0 });
    expect(crossingAfter(first, 20)).toEqual({ since: 10, frames: 1 });
  });

  it('goes on or begins with other rules, which are no frame', () => {
    expect(crossingBy({ since: 10, frames: 2 }, 20)).toEqual({ since: 10, frames: 2 });
    expect(crossingBy(undefined, 20)).toEqual({ since: 20, frames: 0 });
  });

  it('has lasted for too long after a second and three frames, or after 5 s', () => {
    expect([0, 2, 3, 4].map((frames) => overdueAt({ since: 10, frames }))).toEqual([
      5_010, 5_010, 1_010, 1_010,
    ]);
  });
});
