import type { OrderBookOptions } from '../../../src/market/book/bookOptions.ts';
import { wrongOptions } from '../../../src/market/book/wrongOptions.ts';

describe('the options that a book cannot be watched by', () => {
  it.each([
    {},
    { audit: false, auditAfter: Infinity, locked: 'fine', repairPause: {} },
    { auditAfter: 0.5, repairPause: { first: 0, longest: Infinity } },
  ] satisfies readonly OrderBookOptions[])('are not these: %j', (options) => {
    expect(wrongOptions(options)).toBeUndefined();
  });

  it.each([
    [{ auditAfter: NaN }, 'auditAfter', 'NaN'],
    [{ auditAfter: 0 }, 'auditAfter', '0'],
    [{ auditAfter: -1 }, 'auditAfter', '-1'],
    [{ repairPause: { first: NaN } }, 'repairPause.first', 'NaN'],
    [{ repairPause: { longest: -1 } }, 'repairPause.longest', '-1'],
    [{ audit: 'no' } as never, 'audit', 'no'],
    [{ locked: 'maybe' } as never, 'locked', 'maybe'],
  ] satisfies readonly (readonly [OrderBookOptions, string, string])[])(
    'are those that are none: %j',
    (options, path, found) => {
      expect(wrongOptions(options)).toMatchObject({ call: 'SubscribeLevel2', mismatches: [{ path, found }] });
    },
  );
});
