import { entryOf } from '../src/entry.ts';

describe('entryOf', () => {
  it('makes an entry where there is none, once', () => {
    const entries = new Map<string, number[]>();
    const first = entryOf(entries, 'a', () => [1]);
    expect(entryOf(entries, 'a', () => [2])).toBe(first);
    expect(entries.get('a')).toEqual([1]);
  });
});
