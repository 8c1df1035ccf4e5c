import { createSleepWatch } from '../../src/connection/sleepWatch.ts';
import { marbles } from '../support/marbles.ts';

describe('createSleepWatch', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it.each([
    ['has slept for an hour', 3_600_000, true],
    ['has slept for six seconds', 6_000, true],
    ['was set ahead by five seconds', 5_000, false],
    ['was set back by an hour', -3_600_000, false],
  ])('tells of a machine that %s, once: %d ms, %p', (_, step, expected) => {
    const hasSlept = createSleepWatch();
    jest.advanceTimersByTime(60_000);
    expect(hasSlept()).toBe(false);

    jest.setSystemTime(Date.now() + step);
    expect(hasSlept()).toBe(expected);
    expect(hasSlept()).toBe(false);
  });

  it('takes no time that has passed on both clocks for a sleep', () => {
    const hasSlept = createSleepWatch();
    for (let look = 0; look < 100; look++) {
      jest.advanceTimersByTime(4_000);
      expect(hasSlept()).toBe(false);
    }
  });

  it('never sleeps in virtual time', () => {
    marbles(({ cold, flush }) => {
      const hasSlept = createSleepWatch();
      const seen: boolean[] = [];
      cold('50000s a').subscribe(() => seen.push(hasSlept()));

      flush();
      expect(seen).toEqual([false]);
    });
  });
});
