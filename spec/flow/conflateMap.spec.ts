import fc from 'fast-check';
import {
  asyncScheduler,
  concatMap,
  defer,
  delay,
  from,
  map,
  timer,
  EMPTY,
  finalize,
  NEVER,
  type Observable,
  of,
  range,
  Subject,
  take,
  tap,
  throwError,
} from 'rxjs';
import { conflateMap } from '../../src/flow/conflateMap.ts';
import { createCounters } from '../../src/flow/counters.ts';
import { marbles } from '../support/marbles.ts';

const for4ms = (value: string): Observable<string> => of(value).pipe(delay(4));

describe('conflateMap', () => {
  it('works on one value at a time, and next on the newest', () => {
    marbles(({ cold, hot, expectObservable, expectSubscriptions }) => {
      const source = hot('  -abc----d--------|');
      const a = cold('       ---x|');
      const c = cold('           ---y|');
      const d = cold('               -z|');
      const expected = '    ----x---y-z------|';
      const subs = '        ^----------------!';
      const works: Readonly<Record<string, typeof a>> = { a, c, d };

      expectObservable(source.pipe(conflateMap((value) => works[value] ?? EMPTY))).toBe(expected);
      expectSubscriptions(source.subscriptions).toBe(subs);
      expectSubscriptions(a.subscriptions).toBe(' -^---!');
      expectSubscriptions(c.subscriptions).toBe(' -----^---!');
      expectSubscriptions(d.subscriptions).toBe(' ---------^-!');
    });
  });

  it('completes after the work on the last value', () => {
    marbles(({ hot, expectObservable }) => {
      const source = hot('  -ab|');
      const expected = '    -----a---(b|)';

      expectObservable(source.pipe(conflateMap(for4ms))).toBe(expected);
    });
  });

  it('completes with a source that was empty, and after work that emits nothing', () => {
    marbles(({ cold, expectObservable }) => {
      expectObservable(cold('--|').pipe(conflateMap(() => NEVER))).toBe('--|');
      expectObservable(cold('-a-|').pipe(conflateMap(() => EMPTY))).toBe('---|');
    });
  });

  it('never has two works going, also for those who clean up late', () => {
    marbles(({ cold, flush }) => {
      let running = 0;
      let most = 0;
      const work = (value: string): Observable<string> =>
        defer(() => {
          running += 1;
          most = Math.max(most, running);
          return for4ms(value);
        }).pipe(finalize(() => (running -= 1)));

      const result$ = cold('abcdefghijklm|').pipe(conflateMap(work));
      result$.subscribe();
      flush();
      expect([most, running]).toEqual([1, 0]);
    });
  });

  it('errors with a failed work, ends the source, and drops what waits', () => {
    marbles(({ hot, cold, expectObservable, expectSubscriptions, flush }) => {
      const counters = createCounters();
      const source = hot('  -ab--c-');
      const work = cold('    --#');
      const expected = '    ---#';

      expectObservable(source.pipe(conflateMap(() => work, { counters }))).toBe(expected);
      expectSubscriptions(source.subscriptions).toBe('^--!');
      flush();
      expect(counters).toEqual({ ...createCounters(), received: 2, started: 1, dropped: 1, failed: 1 });
    });
  });

  it('has counted everything by the time that the error is told', () => {
    const counters = createCounters();
    const work = new Subject();
    let told: unknown;
    of(1, 2, 3)
      .pipe(conflateMap(() => work, { counters }))
      .subscribe({ error: () => (told = { ...counters }) });
    work.error(new Error('failed'));

    expect(told).toEqual({ ...createCounters(), received: 3, started: 1, dropped: 2, failed: 1 });
  });

  it('errors with what a work throws, counted as failed', () => {
    const counters = createCounters();
    const errors: unknown[] = [];
    of(1)
      .pipe(
        conflateMap(
          (): Observable<never> => {
            throw new RangeError('not that one');
          },
          { counters },
        ),
      )
      .subscribe({ error: (error: unknown) => errors.push(error) });

    expect(errors).toEqual([new RangeError('not that one')]);
    expect(counters).toEqual({ ...createCounters(), received: 1, started: 1, failed: 1 });
  });

  it('errors with the source at once, and ends what runs', () => {
    marbles(({ hot, cold, expectObservable, expectSubscriptions, flush }) => {
      const counters = createCounters();
      const source = hot('  -ab#');
      const work = cold('    --------x|');

      expectObservable(source.pipe(conflateMap(() => work, { counters }))).toBe('---#');
      expectSubscriptions(work.subscriptions).toBe('-^-!');
      flush();
      expect(counters).toEqual({ ...createCounters(), received: 2, started: 1, dropped: 1 });
    });
  });

  it('begins nothing when it is left, whatever the work does as it ends', () => {
    const counters = createCounters();
    const source = new Subject<string>();
    const begun: string[] = [];
    const subscription = source
      .pipe(
        conflateMap(
          (value) => {
            begun.push(value);
            return NEVER.pipe(finalize(() => source.next(`${value} again`)));
          },
          { counters },
        ),
      )
      .subscribe();
    source.next('a');
    source.next('b');
    subscription.unsubscribe();
    source.next('c');

    expect(begun).toEqual(['a']);
    expect(source.observed).toBe(false);
    expect(counters).toEqual({ ...createCounters(), received: 2, started: 1, dropped: 1 });
  });

  it('begins nothing for a consumer that answers an error with a value', () => {
    const source = new Subject<string>();
    const begun: string[] = [];
    source
      .pipe(
        conflateMap((value) => {
          begun.push(value);
          return throwError(() => new Error('failed'));
        }),
      )
      .subscribe({ error: () => source.next('once more') });
    source.next('a');

    expect(begun).toEqual(['a']);
  });

  it('takes 200,000 values at once, all worked on where the work ends at once', () => {
    const counters = createCounters();
    let seen = 0;
    range(200_000)
      .pipe(conflateMap((value) => of(value), { counters }))
      .subscribe(() => (seen += 1));

    expect(seen).toBe(200_000);
    expect(counters).toEqual({ ...createCounters(), received: 200_000, started: 200_000 });
  });

  it('works on the first and the last of 200,000 where the work does not', () => {
    marbles(({ expectObservable, flush }) => {
      const counters = createCounters();
      const source = range(200_000);

      expectObservable(source.pipe(conflateMap((value) => of(value).pipe(delay(3)), { counters }))).toBe(
        '---a--(b|)',
        { a: 0, b: 199_999 },
      );
      flush();
      expect(counters).toEqual({ ...createCounters(), received: 200_000, started: 2, dropped: 199_998 });
    });
  });

  it('goes no deeper when a work pushes into its own source, 200,000 times', () => {
    const source = new Subject<number>();
    let last = 0;
    source
      .pipe(
        conflateMap((value) => {
          last = value;
          if (value < 200_000) source.next(value + 1);
          return EMPTY;
        }),
      )
      .subscribe();
    source.next(1);

    expect(last).toBe(200_000);
  });

  it('goes no deeper when a consumer answers each value with the next', () => {
    const source = new Subject<number>();
    let last = 0;
    source.pipe(conflateMap((value) => of(value))).subscribe((value) => {
      last = value;
      if (value < 50_000) source.next(value + 1);
    });
    source.next(1);

    expect(last).toBe(50_000);
  });

  it('ends work that is synchronous and long when it is left', () => {
    let made = 0;
    const work = range(1_000).pipe(tap(() => (made += 1)));
    const seen: number[] = [];
    of('a')
      .pipe(
        conflateMap(() => work),
        take(3),
      )
      .subscribe((value) => seen.push(value));

    expect([seen, made]).toEqual([[0, 1, 2], 3]);
  });

  it('says since when it has been busy', () => {
    marbles(({ cold, flush }) => {
      const counters = createCounters();
      const seen: (number | undefined)[] = [];
      cold('--ab---------c---').pipe(conflateMap(for4ms, { counters })).subscribe();
      cold('-x--x---x---x--x').subscribe(() => seen.push(counters.busySince));
      flush();

      expect(seen).toEqual([undefined, 2, 2, undefined, 13]);
    });
  });

  it('always takes the newest value next, and the last one at the end', () => {
    const times = fc.array(fc.record({ at: fc.nat(30), lasts: fc.nat(6) }), { minLength: 1, maxLength: 15 });
    fc.assert(
      fc.property(times, (script) => {
        marbles(({ flush }) => {
          const counters = createCounters();
          const inOrder = [...script].sort((one, other) => one.at - other.at);
          const begun: number[] = [];
          const source = from(inOrder).pipe(
            concatMap(({ at, lasts }, index) =>
              timer(new Date(asyncScheduler.now() + Math.max(0, at - asyncScheduler.now()))).pipe(
                map(() => ({ index, lasts })),
              ),
            ),
          );
          const result$ = source.pipe(
            conflateMap(
              ({ index, lasts }) => {
                expect(index).toBe(counters.received - 1);
                begun.push(index);
                return timer(lasts);
              },
              { counters },
            ),
          );
          result$.subscribe();
          flush();
          expect(begun.at(-1)).toBe(script.length - 1);
        });
      }),
      { numRuns: 100 },
    );
  });
});
