import { asyncScheduler } from 'rxjs';
import { TestScheduler } from 'rxjs/testing';
import { atAnotherTime, monotonicNow, wallNow } from '../src/clock.ts';
import { marbles } from './support/marbles.ts';

describe('monotonicNow', () => {
  afterEach(() => jest.useRealTimers());

  it.each([-60_000, -3_600_000, 3_600_000])('takes no notice of a clock set by %d ms', (step) => {
    jest.useFakeTimers();
    const [wall, monotonic] = [wallNow(), monotonicNow()];
    jest.setSystemTime(Date.now() + step);
    jest.advanceTimersByTime(7);

    expect(monotonicNow() - monotonic).toBe(7);
    expect(wallNow() - wall).toBe(step + 7);
  });

  it('takes no notice either where the clock was never set since the machine started', () => {
    jest.useFakeTimers({ now: 0 });
    const monotonic = monotonicNow();
    jest.setSystemTime(1_700_000_000_000);
    jest.advanceTimersByTime(7);

    expect(monotonicNow() - monotonic).toBe(7);
  });

  it('is the virtual time inside a TestScheduler', () => {
    marbles(({ flush }) => {
      const seen: (readonly number[])[] = [];
      for (const at of [0, 3, 90_000_000]) {
        asyncScheduler.schedule(() => seen.push([monotonicNow(), wallNow()]), at);
      }

      flush();
      expect(seen).toEqual([
        [0, 0],
        [3, 3],
        [90_000_000, 90_000_000],
      ]);
    });
  });

  it('runs on in real time', () => {
    const before = monotonicNow();
    const end = performance.now() + 2;
    while (performance.now() < end);

    expect(monotonicNow()).toBeGreaterThan(before);
  });
});

describe('atAnotherTime', () => {
  it('has the virtual time be elapsed time, however near the platform its time of day is', () => {
    const scheduler = new TestScheduler(() => undefined);
    const begin = Date.now();
    scheduler.now = () => begin + scheduler.frame;
    const seen: (readonly number[])[] = [];
    atAnotherTime(() =>
      scheduler.run(({ flush }) => {
        asyncScheduler.schedule(() => seen.push([monotonicNow(), wallNow()]), 5_000);
        flush();
      }),
    );
    expect(seen).toEqual([[begin + 5_000, begin + 5_000]]);
  });

  it('is over when what it runs has thrown', () => {
    expect(() => atAnotherTime(() => { throw new Error('no'); })).toThrow('no'); // prettier-ignore
    expect(Math.abs(monotonicNow() - performance.now())).toBeLessThan(60_000);
  });
});
