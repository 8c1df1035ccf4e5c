import {
  bookShapes,
  isSameRules,
  type OrderBookOptions,
  rulesOf,
  strictest,
} from '../../../src/market/book/bookOptions.ts';
import { misfits } from '../../../src/misfits.ts';

describe('the options of a book', () => {
  it.each([
    {},
    { audit: false, auditAfter: Infinity, locked: 'fine', repairPause: {} },
    { auditAfter: 0.5, repairPause: { first: 0, longest: Infinity } },
  ] satisfies readonly OrderBookOptions[])('may be these: %j', (options) => {
    expect(misfits(options, bookShapes)).toEqual([]);
  });

  it.each([
    [{ auditAfter: NaN }, 'auditAfter', 'NaN'],
    [{ auditAfter: 0 }, 'auditAfter', '0'],
    [{ auditAfter: -1 }, 'auditAfter', '-1'],
    [{ repairPause: { first: NaN } }, 'repairPause.first', 'NaN'],
    [{ repairPause: { longest: -1 } }, 'repairPause.longest', '-1'],
    [{ audit: 'no' }, 'audit', 'a string'],
    [{ locked: 'maybe' }, 'locked', 'a string'],
    [{ auditafter: 5 }, 'auditafter', '5'],
  ])('may not be these, which would have it compared always, or never: %j', (options, path, found) => {
    expect(misfits(options, bookShapes)).toMatchObject([{ path, found }]);
  });

  it('have defaults, each by itself', () => {
    const usual = { locked: 'crossed', auditAfter: 60_000, repairPause: { first: 5_000, longest: 60_000 } };
    expect(rulesOf({})).toEqual(usual);
    expect(rulesOf({ locked: 'fine', repairPause: { first: 1 } })).toEqual({
      ...usual,
      locked: 'fine',
      repairPause: { first: 1, longest: 60_000 },
    });
    expect(rulesOf({ audit: false, auditAfter: 5 }).auditAfter).toBe(Infinity);
  });

  it.each([
    [{ audit: true }, {}, true],
    [{ locked: 'fine' }, {}, false],
    [{ audit: false }, { audit: false, auditAfter: 7 }, true],
    [{ auditAfter: 5 }, {}, false],
    [{ repairPause: { first: 5 } }, {}, false],
    [{ repairPause: { longest: 5 } }, {}, false],
  ] as const)('ask the same of a book, or do not: %j and %j', (one, other, isSame) => {
    expect(isSameRules(rulesOf(one), rulesOf(other))).toBe(isSame);
  });

  it('of several are the strictest of each, in whatever order, and of none the usual ones', () => {
    const one = rulesOf({ locked: 'fine', auditAfter: 5, repairPause: { first: 9, longest: 10 } });
    const other = rulesOf({ audit: false, repairPause: { first: 1, longest: 70 } });
    const both = { locked: 'crossed', auditAfter: 5, repairPause: { first: 1, longest: 10 } };
    expect([strictest([one, other]), strictest([other, one])]).toEqual([both, both]);
    expect(strictest([one])).toEqual(one);
    expect(strictest([one, one]).locked).toBe('fine');
    expect(strictest([])).toEqual(rulesOf({}));
  });
});
