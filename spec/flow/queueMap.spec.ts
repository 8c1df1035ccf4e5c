import fc from 'fast-check';
import {
  concatMap,
  delay,
  exhaustMap,
  from,
  mergeMap,
  NEVER,
  type Observable,
  of,
  range,
  Subject,
  timer,
  toArray,
} from 'rxjs';
import { QueueOverflow } from '../../src/errors.ts';
import { createCounters } from '../../src/flow/counters.ts';
import { queueMap } from '../../src/flow/queueMap.ts';
import { marbles } from '../support/marbles.ts';

const for4ms = (value: string) => of(value).pipe(delay(4));

describe('queueMap', () => {
  it('works on every value in order while no more wait than may', () => {
    marbles(({ hot, expectObservable }) => {
      const source = hot('  -abc|');
      const expected = '    -----a---b---(c|)';

      expectObservable(source.pipe(queueMap(for4ms, { limit: 2, overflow: 'error' }))).toBe(expected);
    });
  });

  it.each([
    ['dropOldest', '-----a---d---(e|)'],
    ['dropNewest', '-----a---b---(c|)'],
  ] as const)('beyond that gives one up: %s', (overflow, expected) => {
    marbles(({ hot, expectObservable, flush }) => {
      const counters = createCounters();
      const source = hot('-abcd(e|)');

      expectObservable(source.pipe(queueMap(for4ms, { limit: 2, overflow, counters }))).toBe(expected);
      flush();
      expect(counters).toEqual({ ...createCounters(), received: 5, started: 3, dropped: 2 });
    });
  });

  it('beyond that errors where it is told to, with the limit and what had come by then', () => {
    marbles(({ hot, expectObservable, expectSubscriptions, flush }) => {
      const counters = createCounters();
      const source = hot('  -abcd--');
      const error = new QueueOverflow(2, {
        ...createCounters(),
        received: 4,
        started: 1,
        dropped: 1,
        waiting: 2,
        busySince: 1,
      });

      const result$ = source.pipe(queueMap(for4ms, { limit: 2, overflow: 'error', counters }));
      expectObservable(result$).toBe('----#', undefined, error);
      expectSubscriptions(source.subscriptions).toBe('^---!');
      flush();
      expect(counters).toEqual({ ...createCounters(), received: 4, started: 1, dropped: 3 });
    });
  });

  it('takes 200,000 values at once, and drains as many without going deeper', () => {
    const counters = createCounters();
    const first = new Subject<number>();
    let seen = 0;
    range(200_000)
      .pipe(
        queueMap((value) => (value === 0 ? first : of(value)), {
          limit: 200_000,
          overflow: 'error',
          counters,
        }),
      )
      .subscribe(() => (seen += 1));
    expect(counters).toMatchObject({ started: 1, waiting: 199_999 });

    first.complete();
    expect(seen).toBe(199_999);
    expect(counters).toEqual({ ...createCounters(), received: 200_000, started: 200_000 });
  });

  it('drops what waits when it is left', () => {
    const counters = createCounters();
    range(10)
      .pipe(queueMap(() => NEVER, { limit: 4, overflow: 'dropOldest', counters }))
      .subscribe()
      .unsubscribe();
    expect(counters).toEqual({ ...createCounters(), received: 10, started: 1, dropped: 9 });
  });

  const script = fc.array(
    fc.record({ at: fc.integer({ max: 30, min: 0 }), lasts: fc.integer({ max: 6, min: 0 }) }),
    {
      maxLength: 12,
    },
  );
  interface Item {
    readonly at: number;
    readonly lasts: number;
    readonly index: number;
  }
  /** Both results, in virtual time; one ms apart at least, so that nothing is decided within a moment. */
  const results = (
    steps: readonly Omit<Item, 'index'>[],
    operators: readonly ((source: Observable<Item>) => Observable<number>)[],
  ): readonly unknown[] => {
    const found: unknown[] = [];
    marbles(({ flush }) => {
      const items = steps.map((step, index) => ({ ...step, index }));
      const source = from(items).pipe(
        mergeMap((item) =>
          timer(item.at * 10 + item.index / 100).pipe(
            delay(0),
            concatMap(() => of(item)),
          ),
        ),
      );
      operators.forEach((operator, index) =>
        operator(source)
          .pipe(toArray())
          .subscribe((all) => (found[index] = all)),
      );
      flush();
    });
    return found;
  };
  const work = ({ index, lasts }: Item): Observable<number> => of(index).pipe(delay(lasts * 10 + 5));

  it('errors at once with an overflow that is none', () => {
    const errors: unknown[] = [];
    of(1)
      .pipe(queueMap(for4ms as never, { limit: 5, overflow: 'dropoldest' as never }))
      .subscribe({ error: (error: unknown) => errors.push(error) });
    expect(errors).toMatchObject([{ _tag: 'InvalidRequest', mismatches: [{ found: 'dropoldest' }] }]);
  });

  it.each([NaN, -1, 1.5, -Infinity])('errors at once with a limit that is none: %p', (limit) => {
    const errors: unknown[] = [];
    of(1)
      .pipe(queueMap(for4ms as never, { limit, overflow: 'dropOldest' }))
      .subscribe({ error: (error: unknown) => errors.push(error) });
    expect(errors).toMatchObject([{ _tag: 'InvalidRequest', mismatches: [{ found: String(limit) }] }]);
  });

  it('is concatMap without a limit', () => {
    fc.assert(
      fc.property(script, (steps) => {
        const [ours, theirs] = results(steps, [
          queueMap(work, { limit: Infinity, overflow: 'error' }),
          concatMap(work),
        ]);
        expect(ours).toEqual(theirs);
      }),
      { numRuns: 50 },
    );
  });

  it('is exhaustMap at limit 0 where the newest is dropped', () => {
    fc.assert(
      fc.property(script, (steps) => {
        const [ours, theirs] = results(steps, [
          queueMap(work, { limit: 0, overflow: 'dropNewest' }),
          exhaustMap(work),
        ]);
        expect(ours).toEqual(theirs);
      }),
      { numRuns: 50 },
    );
  });
});
