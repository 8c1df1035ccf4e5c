import { createSlot } from '../../src/flow/waiting.ts';

describe('a slot', () => {
  it('lets one value wait, and says what became of the next', () => {
    const slot = createSlot<number>('merged', (older, newer) => older * 10 + newer);

    expect([slot.admit(1), slot.admit(2), slot.admit(3), slot.size()]).toEqual([
      'waiting',
      'merged',
      'merged',
      1,
    ]);
    expect([slot.take(), slot.size(), slot.admit(4), slot.take()]).toEqual([123, 0, 'waiting', 4]);
  });

  it('holds undefined like any other value', () => {
    const slot = createSlot<number | undefined>('dropped', (_, newer) => newer);

    expect([slot.admit(undefined), slot.size(), slot.take(), slot.size()]).toEqual([
      'waiting',
      1,
      undefined,
      0,
    ]);
  });

  it('cannot give what is not there', () => {
    const slot = createSlot<number>('dropped', (_, newer) => newer);
    expect(() => slot.take()).toThrow(new RangeError('nothing waits'));
  });
});
