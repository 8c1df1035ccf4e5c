import { asyncScheduler, interval, take, timer } from 'rxjs';
import { monotonicNow } from '../../src/clock.ts';
import { inVirtualTime, startOfRun } from './virtualTime.ts';

const undisturbed = { clockSteps: [], busy: [] };

describe('inVirtualTime', () => {
  it('takes three timers of one moment, one of which ends the others', () => {
    const told: string[] = [];
    inVirtualTime(
      undisturbed,
      () => {
        const repeated = interval(100).subscribe(() => told.push('repeated'));
        timer(50).subscribe(() => {
          timer(150).subscribe(() => {
            told.push('ends');
            repeated.unsubscribe();
            late.unsubscribe();
          });
        });
        const late = timer(200).subscribe(() => told.push('late'));
      },
      ({ elapsed }) => told.push(`over at ${elapsed()}`),
    );

    expect(told).toEqual(['repeated', 'late', 'ends', 'over at 200']);
  });

  it('sets the time of day, and no other', () => {
    const told: (readonly number[])[] = [];
    inVirtualTime(
      { clockSteps: [{ at: 20, by: -3_600_000 }], busy: [] },
      ({ elapsed, steps }) => {
        const since = monotonicNow();
        interval(10)
          .pipe(take(3))
          .subscribe(() =>
            told.push([asyncScheduler.now() - startOfRun, monotonicNow() - since, elapsed(), steps()]),
          );
      },
      () => undefined,
    );

    expect(told).toEqual([
      [10, 10, 10, 0],
      [-3_599_980, 20, 20, 1],
      [-3_599_970, 30, 30, 1],
    ]);
  });

  it('comes late to what is due while the program is busy, in the order in which it was', () => {
    const told: string[] = [];
    inVirtualTime(
      { clockSteps: [], busy: [{ at: 10, lasts: 90 }] },
      ({ elapsed }) => {
        for (const delay of [50, 9, 30, 120])
          timer(delay).subscribe(() => told.push(`${delay} at ${elapsed()}`));
      },
      () => undefined,
    );

    expect(told).toEqual(['9 at 9', '30 at 100', '50 at 100', '120 at 120']);
  });

  it('gives the clocks back', () => {
    const before = performance.now();
    inVirtualTime(
      undisturbed,
      () => timer(3_600_000).subscribe(),
      () => undefined,
    );

    expect(performance.now() - before).toBeLessThan(3_600_000);
    expect(Math.abs(asyncScheduler.now() - Date.now())).toBeLessThan(60_000);
  });
});
