import { calm } from './cases.ts';
import { kindsIn } from './kindsIn.ts';
import type { Step } from './scenario.ts';

describe('kindsIn', () => {
  it('names each kind once, what goes wrong before what is done', () => {
    const close = { at: 0, client: 0, does: 'close' } as const;
    const slow: Step = {
      ...{ at: 0, client: 0, does: 'join', what: 'trades', instrument: 1 },
      ...{ reaction: { on: 1, reaction: { does: 'leave' } }, slow: { manner: 'queueMap', takes: 5 } },
    };
    const script = {
      lasts: 4_000,
      faults: [{ does: 'drop' }, { does: 'mute', lasts: 5 }, { does: 'drop' }],
    } as const;

    expect(kindsIn({ ...calm, script, busy: [{ at: 0, lasts: 9 }], steps: [close, slow, close] })).toEqual([
      ...['drop', 'mute', 'busy', 'close()', 'a handler that leaves', 'a slow consumer'],
    ]);
    expect(kindsIn(calm)).toEqual([]);
  });
});
