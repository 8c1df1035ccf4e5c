import { createStamp } from '../../src/recording/stamp.ts';

describe('the clock of a recording', () => {
  beforeEach(() => jest.useFakeTimers({ now: 1_700_000_000_000 }));
  afterEach(() => jest.useRealTimers());

  it('is the time of day with a fraction', () => {
    const stamp = createStamp();
    expect(stamp()).toBe(1_700_000_000_000);
    jest.advanceTimersByTime(7);
    expect(stamp()).toBe(1_700_000_000_007);
  });

  it('never goes back, where the time of day does', () => {
    const stamp = createStamp();
    jest.setSystemTime(1_600_000_000_000);
    jest.advanceTimersByTime(7);
    expect(stamp()).toBe(1_700_000_000_007);
  });

  it('follows a time of day that is a second ahead, and no less', () => {
    const stamp = createStamp();
    jest.setSystemTime(1_700_000_000_900);
    expect(stamp()).toBe(1_700_000_000_000);
    jest.setSystemTime(1_700_000_002_000);
    expect(stamp()).toBe(1_700_000_002_000);
    jest.advanceTimersByTime(5);
    expect(stamp()).toBe(1_700_000_002_005);
  });
});
