import { concatMap, delay, of, range, throwError, timer } from 'rxjs';
import { conflateWith } from '../../src/flow/conflateWith.ts';
import { createCounters } from '../../src/flow/counters.ts';
import { marbles } from '../support/marbles.ts';

const joined = (older: string, newer: string): string => older + newer;
const for4ms = (value: string) => of(value).pipe(delay(4));

describe('conflateWith', () => {
  it('merges what comes while it works, and works on that next', () => {
    marbles(({ hot, expectObservable, flush }) => {
      const counters = createCounters();
      const source = hot('  -abc----d--|');
      const expected = '    -----a---x---(d|)';

      expectObservable(source.pipe(conflateWith(joined, for4ms, { counters }))).toBe(expected, {
        a: 'a',
        x: 'bc',
        d: 'd',
      });
      flush();
      expect(counters).toEqual({ ...createCounters(), received: 4, started: 3, merged: 1 });
    });
  });

  it('loses nothing of 200,000 values at once', () => {
    marbles(({ expectObservable }) => {
      const sum = (older: number, newer: number): number => older + newer;
      const total = (200_000 * 200_001) / 2;

      expectObservable(range(1, 200_000).pipe(conflateWith(sum, (value) => of(value).pipe(delay(3))))).toBe(
        '---a--(b|)',
        { a: 1, b: total - 1 },
      );
    });
  });

  it('errors with what the merging throws, all counted', () => {
    marbles(({ hot, expectObservable, flush }) => {
      const counters = createCounters();
      const source = hot('  -abc');
      const merge = (): string => {
        throw new Error('cannot be merged');
      };

      expectObservable(source.pipe(conflateWith(merge, for4ms, { counters }))).toBe(
        '---#',
        undefined,
        new Error('cannot be merged'),
      );
      flush();
      expect(counters).toEqual({ ...createCounters(), received: 3, started: 1, dropped: 2 });
    });
  });

  it('drops what was merged when a work fails, as one value and with what was merged into it', () => {
    marbles(({ hot, expectObservable, flush }) => {
      const counters = createCounters();
      const source = hot('  -abcd--');
      const bad = () => timer(4).pipe(concatMap(() => throwError(() => new Error('failed'))));

      expectObservable(
        source.pipe(conflateWith(joined, (value) => (value === 'a' ? for4ms(value) : bad()), { counters })),
      ).toBe('-----a---#', undefined, new Error('failed'));
      flush();
      expect(counters).toEqual({ ...createCounters(), received: 4, started: 2, merged: 2, failed: 1 });
    });
  });
});
