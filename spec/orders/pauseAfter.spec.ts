import { pauseAfter } from '../../src/orders/pauseAfter.ts';

describe('pauseAfter', () => {
  it('doubles from half a second up to ten', () => {
    expect([0, 1, 4, 5, 90].map(pauseAfter)).toEqual([500, 1_000, 8_000, 10_000, 10_000]);
  });
});
