import { createHistories } from '../../src/streams/histories.ts';
import { clean } from '../../src/streams/trouble.ts';

describe('createHistories', () => {
  it('knows nothing of a stream that has met no trouble', () => {
    expect(createHistories().of('a')).toBe(clean);
  });

  it('forgets the tries of a stream that is well, but not when it was renewed', () => {
    const histories = createHistories();
    histories.set('a', { tries: 3, refusedAt: 5, renewals: 2, renewedAt: 7 });
    histories.set('b', { tries: 3, renewals: 0 });
    for (const key of ['a', 'b', 'c']) histories.heal(key);
    expect(histories.of('a')).toEqual({ tries: 0, renewals: 2, renewedAt: 7 });
    expect(histories.of('b')).toBe(clean);
    expect(histories.of('c')).toBe(clean);
  });
});
