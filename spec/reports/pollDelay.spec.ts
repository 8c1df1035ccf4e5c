import { pollDelay } from '../../src/reports/pollDelay.ts';

describe('pollDelay', () => {
  it('is a second at first, half as long again each time, and half a minute in the end', () => {
    expect([0, 1, 2, 8, 9, 1_000].map(pollDelay)).toEqual([
      1_000, 1_500, 2_250, 25_628.90625, 30_000, 30_000,
    ]);
  });
});
