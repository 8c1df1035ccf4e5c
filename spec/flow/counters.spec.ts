import { NEVER, of } from 'rxjs';
import { conflateMap } from '../../src/flow/conflateMap.ts';
import { createCounters } from '../../src/flow/counters.ts';

describe('createCounters', () => {
  it('begins at zero and idle', () => {
    expect(createCounters()).toEqual({
      received: 0,
      started: 0,
      dropped: 0,
      merged: 0,
      failed: 0,
      waiting: 0,
      busySince: undefined,
    });
  });

  it('makes an object that holds the sums of all that it is given to', () => {
    const counters = createCounters();
    const slow$ = of(1, 2, 3).pipe(conflateMap(() => NEVER, { counters }));
    const first = slow$.subscribe();
    const second = slow$.subscribe();

    expect(counters).toMatchObject({ received: 6, started: 2, dropped: 2, waiting: 2 });
    const since = counters.busySince;
    first.unsubscribe();
    expect(counters).toMatchObject({ received: 6, started: 2, dropped: 3, waiting: 1 });
    expect([typeof since, counters.busySince]).toEqual(['number', since]);
    second.unsubscribe();
    expect(counters.busySince).toBeUndefined();
  });
});
