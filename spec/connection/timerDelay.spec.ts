import { timerDelay } from '../../src/connection/timerDelay.ts';

describe('timerDelay', () => {
  it('is the delay where a timer can keep it', () => {
    expect([0, 1.5, 2 ** 31 - 2].map(timerDelay)).toEqual([0, 1.5, 2 ** 31 - 2]);
  });

  it('is none where it has passed, and the longest there is where a timer would overflow and fire at once', () => {
    expect([-1, -Infinity].map(timerDelay)).toEqual([0, 0]);
    expect([2 ** 31, Infinity].map(timerDelay)).toEqual([2 ** 31 - 1, 2 ** 31 - 1]);
  });
});
