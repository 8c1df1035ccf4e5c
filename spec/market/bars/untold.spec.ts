import { of } from 'rxjs';
import { barOf } from '../../../src/market/bars/bar.ts';
import { withUntold } from '../../../src/market/bars/untold.ts';

const bars = [0, 1, 2].map((at) => barOf([(at + 1) * 60_000, 2, 1, 1, 2, 1, 1, 2, 1, at * 60_000], 60_000));
const told = (status: string, ...changed: readonly number[]) => ({
  status,
  bars,
  changed: bars.filter((_, at) => changed.includes(at)),
});
const after = (...all: readonly ReturnType<typeof told>[]) => {
  const seen: (readonly number[])[] = [];
  of(...all)
    .pipe(withUntold())
    .subscribe(({ changed }) => seen.push(changed.map((bar) => bars.indexOf(bar))));
  return seen;
};

describe('what has changed while bars were not live', () => {
  it('is told at once, and once more with the next live ones', () => {
    expect(after(told('restoring', 0), told('stale', 2), told('live', 1), told('live', 1))).toEqual([
      [0],
      [2],
      [0, 1, 2],
      [1],
    ]);
  });

  it('is nothing where they were live all the time', () => {
    expect(after(told('live', 0), told('live'), told('restoring'), told('live', 2))).toEqual([
      [0],
      [],
      [],
      [2],
    ]);
  });
});
