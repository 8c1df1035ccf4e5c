import { crossingAfter, crossingBy, overdueAt } from '../../../src/market/book/crossing.ts';

describe('a crossing', () => {
  it('begins with the frame that crosses the book, counts those after it, and ends with one that does not', () => {
    const first = crossingAfter(undefined, true, 10);
    expect(first).toEqual({ since: 10, frames: 0 });
    expect(crossingAfter(first, true, 20)).toEqual({ since: 10, frames: 1 });
    expect(crossingAfter(first, false, 20)).toBeUndefined();
  });

  it('goes on, begins or ends with other rules, which are no frame', () => {
    expect(crossingBy({ since: 10, frames: 2 }, true, 20)).toEqual({ since: 10, frames: 2 });
    expect(crossingBy(undefined, true, 20)).toEqual({ since: 20, frames: 0 });
    expect(crossingBy({ since: 10, frames: 2 }, false, 20)).toBeUndefined();
  });

  it('has lasted for too long after a second and three frames, or after 5 s', () => {
    expect([0, 2, 3, 4].map((frames) => overdueAt({ since: 10, frames }))).toEqual([
      5_010, 5_010, 1_010, 1_010,
    ]);
  });
});
