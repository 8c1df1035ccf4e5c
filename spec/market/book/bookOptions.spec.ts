import { isSameRules, rulesOf, strictest } from '../../../src/market/book/bookOptions.ts';

describe('the options of a book', () => {
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
