import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { delay, EMPTY, NEVER, type Observable, of, Subject, tap, timer } from 'rxjs';
import { conflateMapBy } from '../../src/flow/conflateMapBy.ts';
import { createCounters } from '../../src/flow/counters.ts';
import { marbles } from '../support/marbles.ts';

/** Node's garbage collector, which is there for whoever asks. */
const collector = (): (() => void) => {
  setFlagsFromString('--expose_gc');
  return runInNewContext('gc') as () => void;
};
const letter = (value: string): string => value.charAt(0);
const values = { a: 'a1', b: 'a2', c: 'a3', x: 'b1', y: 'b2', z: 'b3' };

describe('conflateMapBy', () => {
  it('works on one value of each key at a time, and next on its newest', () => {
    marbles(({ hot, expectObservable }) => {
      const source = hot('  -ab-c-xyz-----|', values);
      const expected = '    -----a---c-x----(z|)';

      expectObservable(
        source.pipe(conflateMapBy(letter, (value) => of(value).pipe(delay(letter(value) === 'a' ? 4 : 5)))),
      ).toBe(expected, values);
    });
  });

  it('lets a key go on while another hangs', () => {
    marbles(({ hot, expectObservable }) => {
      const source = hot('  -axyz', values);
      const expected = '    --xyz';

      expectObservable(
        source.pipe(conflateMapBy(letter, (value) => (value.startsWith('a') ? NEVER : of(value)))),
      ).toBe(expected, values);
    });
  });

  it('errors with one failed work, and ends the others', () => {
    marbles(({ hot, cold, expectObservable, expectSubscriptions, flush }) => {
      const counters = createCounters();
      const source = hot('  -abx--', values);
      const slow = cold('    ------');
      const bad = cold('        -#');

      expectObservable(
        source.pipe(conflateMapBy(letter, (value) => (value.startsWith('a') ? slow : bad), { counters })),
      ).toBe('----#');
      expectSubscriptions(slow.subscriptions).toBe('-^--!');
      flush();
      expect(counters).toEqual({ ...createCounters(), received: 3, started: 2, dropped: 1, failed: 1 });
    });
  });

  it('errors where a key cannot be told', () => {
    const errors: unknown[] = [];
    of(1)
      .pipe(
        conflateMapBy(
          (): string => {
            throw new Error('no key');
          },
          () => EMPTY,
        ),
      )
      .subscribe({ error: (error: unknown) => errors.push(error) });
    expect(errors).toEqual([new Error('no key')]);
  });

  it('keeps no dead keys: none is held when its work is over', async () => {
    const source = new Subject<{ readonly id: number }>();
    const collect = collector();
    const subscription = source
      .pipe(
        conflateMapBy(
          (key) => key,
          () => EMPTY,
        ),
      )
      .subscribe();
    const keys = Array.from({ length: 1_000 }, (_, id) => {
      const key = { id };
      source.next(key);
      return new WeakRef(key);
    });
    // What a WeakRef was made of in this turn is held until the next.
    await new Promise((resolve) => setImmediate(resolve));
    collect();

    expect(keys.filter((key) => key.deref() !== undefined).length).toBeLessThan(10);
    subscription.unsubscribe();
  });

  it('goes no deeper when the work on each of 100,000 keys pushes the next', () => {
    const source = new Subject<number>();
    let last = 0;
    source
      .pipe(
        conflateMapBy(
          (key) => key,
          (key) => {
            last = key;
            if (key < 100_000) source.next(key + 1);
            return EMPTY;
          },
        ),
      )
      .subscribe();
    source.next(1);
    expect(last).toBe(100_000);
  });

  it('never has two works of one key going', () => {
    marbles(({ cold, flush }) => {
      const running = new Map<string, number>();
      let most = 0;
      const work = (value: string): Observable<unknown> => {
        const key = letter(value);
        const change = (by: number): void => {
          running.set(key, (running.get(key) ?? 0) + by);
          most = Math.max(most, running.get(key) ?? 0);
        };
        return timer(3).pipe(tap({ subscribe: () => change(1), finalize: () => change(-1) }));
      };
      cold('abxcyzabxcyz|', values).pipe(conflateMapBy(letter, work)).subscribe();
      flush();
      expect(most).toBe(1);
      expect([...running.values()]).toEqual([0, 0]);
    });
  });
});
