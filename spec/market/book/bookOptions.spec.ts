import { rulesKey, rulesOf } from '../../../src/market/book/bookOptions.ts';

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

  it('are the same rules where their key is', () => {
    expect(rulesKey(rulesOf({ audit: true }))).toBe(rulesKey(rulesOf({})));
    expect(rulesKey(rulesOf({ locked: 'fine' }))).not.toBe(rulesKey(rulesOf({})));
  });
});
