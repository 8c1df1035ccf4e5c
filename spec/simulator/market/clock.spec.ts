import { createClock, msFromTicks, ticksFromMs } from '../../../src/simulator/market/clock.ts';

describe('clock', () => {
  it('turns milliseconds into ticks and back', () => {
    expect(ticksFromMs(1681207997025)).toBe(638168047970250000n);
    expect(msFromTicks(638168047970250300n)).toBe(1681207997025);
  });

  it('gives every change a later moment, even where its source stands still or goes back', () => {
    let now = 1_790_000_000_000;
    const clock = createClock(() => now);
    const stamps = [0, 0, 5, -20, 0, 100].map((ms) => {
      now += ms;
      return clock.stamp();
    });
    const ticks = stamps.map((stamp) => stamp.ticks - ticksFromMs(1_790_000_000_000));
    expect(ticks).toEqual([0n, 1n, 50_000n, 50_001n, 50_002n, 850_000n]);
    expect(stamps.map(({ ms }) => ms - 1_790_000_000_000)).toEqual([0, 0, 5, 5, 5, 85]);
  });
});
