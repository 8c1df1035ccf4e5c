import type { Kept } from '../../src/streams/kept.ts';
import { staleWhenQuiet } from '../../src/streams/staleWhenQuiet.ts';
import { marbles } from '../support/marbles.ts';

const live: Kept<number> = { status: 'live', state: 1, since: 0, asOf: 0, provenAt: 0, epoch: 1 };
const lost: Kept<number> = { ...live, status: 'restoring' };
const values: Record<string, Kept<number>> = {
  a: live,
  r: lost,
  s: { ...live, status: 'stale', since: 3 },
  b: { ...live, since: 5 },
  t: { ...live, status: 'stale', since: 8 },
};

describe('staleWhenQuiet', () => {
  it('calls a live state stale after so much silence, and live again with the next', () => {
    marbles(({ cold, expectObservable }) => {
      expectObservable(cold('a----a', values).pipe(staleWhenQuiet(3)), '---------!').toBe(
        'a--s-b--t',
        values,
      );
    });
  });

  it('is silent about what is not live', () => {
    marbles(({ cold, expectObservable }) => {
      expectObservable(cold('ar----a', values).pipe(staleWhenQuiet(3)), '--------!').toBe('ar----a', values);
    });
  });

  it.each([Infinity, 2 ** 31, NaN])(
    'calls nothing stale after %d, which no timer can count to',
    (quietAfter) => {
      marbles(({ cold, expectObservable, expectSubscriptions }) => {
        const source = cold('  a--r-a-r-|', values);
        const subs = '         ^--------!';
        const expected = '     a--r-a-r-|';

        expectObservable(source.pipe(staleWhenQuiet(quietAfter))).toBe(expected, values);
        expectSubscriptions(source.subscriptions).toBe(subs);
      });
    },
  );

  it('counts for every subscription by itself', () => {
    marbles(({ hot, expectObservable }) => {
      const kept$ = hot('a----a---', values).pipe(staleWhenQuiet<number>(3));
      expectObservable(kept$, '^-------!').toBe('a--s-b--', values);
      expectObservable(kept$, '----^---!').toBe('-----a--', values);
    });
  });
});
