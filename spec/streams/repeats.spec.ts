import { createRepeatFilter } from '../../src/streams/repeats.ts';

describe('createRepeatFilter', () => {
  it('lets each identity through once, and always what has none', () => {
    const isNew = createRepeatFilter();
    const order = { kind: 'order', id: '1' };
    expect([isNew(order), isNew({ ...order }), isNew({ kind: 'fill', id: '1' })]).toEqual([
      true,
      false,
      true,
    ]);
    expect([isNew(undefined), isNew(undefined)]).toEqual([true, true]);
  });

  it('remembers each kind apart, and the oldest of a kind goes first', () => {
    const isNew = createRepeatFilter();
    isNew({ kind: 'fill', id: '1' });
    for (let id = 0; id <= 4_096; id++) isNew({ kind: 'order', id: String(id) });
    expect(isNew({ kind: 'fill', id: '1' })).toBe(false);
    expect(isNew({ kind: 'order', id: '4096' })).toBe(false);
    expect(isNew({ kind: 'order', id: '0' })).toBe(true);
  });
});
