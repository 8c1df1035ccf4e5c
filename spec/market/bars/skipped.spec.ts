import { from, map } from 'rxjs';
import { type Bar, barOf } from '../../../src/market/bars/bar.ts';
import { gapsOf } from '../../../src/market/bars/gap.ts';
import { withSkipped } from '../../../src/market/bars/skipped.ts';

/** The bars of these times, the last in progress. */
const barsAt = (...ats: readonly number[]): readonly Bar[] =>
  ats.map((at, index) => ({
    ...barOf([(at + 1) * 10, 5, 5, 5, 5, 1, 8, 13, 1, at * 10], 10),
    isFinal: index < ats.length - 1,
  }));
const gapsIn = (...told: readonly (readonly Bar[])[]): readonly (readonly string[])[] => {
  const seen: (readonly string[])[] = [];
  from(told)
    .pipe(
      map((bars) => ({ bars, gaps: gapsOf(bars) })),
      withSkipped(),
    )
    .subscribe(({ gaps }) => seen.push(gaps.map((gap) => `${gap.from / 10}-${gap.to / 10}`)));
  return seen;
};

describe('withSkipped', () => {
  it('adds nothing while bars follow one another', () => {
    expect(gapsIn(barsAt(1), barsAt(1, 2), barsAt(2, 3), barsAt(3, 7), barsAt(2, 3, 7))).toEqual([
      ...[[], [], []],
      ...[['4-7'], ['4-7']],
    ]);
  });

  it('tells what lies between the last final bar that was told and the first one now', () => {
    expect(gapsIn(barsAt(1, 2), barsAt(1, 2), barsAt(8, 9))).toEqual([[], [], ['2-8']]);
    expect(gapsIn(barsAt(2), barsAt(8, 9, 11))).toEqual([[], ['2-8', '10-11']]);
  });

  it('keeps that until the first bar after it has left, and shortens it where older bars come', () => {
    const skips = [barsAt(1, 2), barsAt(8, 9)];
    expect(gapsIn(...skips, barsAt(8, 9, 10), barsAt(9, 10, 11)).slice(1)).toEqual([['2-8'], ['2-8'], []]);
    expect(gapsIn(...skips, barsAt(6, 7, 8, 9), barsAt(1, 2, 3, 4, 5, 6)).slice(2)).toEqual([['2-6'], []]);
  });

  it('compares no bars of two instruments', () => {
    expect(gapsIn(barsAt(1, 2), [], barsAt(8, 9))).toEqual([[], [], []]);
  });
});
