import { lastEntries } from '../../src/topics/lastEntries.ts';

describe('lastEntries', () => {
  it('keeps the last so many, and a later one of a key in the place of the earlier', () => {
    const keyOf = (entry: string): string | undefined => entry[0];
    const kept = ['a1', 'b1'];
    expect(lastEntries(kept, ['a2', 'c1'], keyOf, 10)).toEqual(['a2', 'b1', 'c1']);
    expect(lastEntries(kept, ['c1', 'd1'], keyOf, 2)).toEqual(['c1', 'd1']);
    expect(kept).toEqual(['a1', 'b1']);
  });
});
