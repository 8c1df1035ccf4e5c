import fc from 'fast-check';
import {
  concatMap,
  defer,
  finalize,
  from,
  mergeMap,
  NEVER,
  type Observable,
  of,
  type OperatorFunction,
  Subject,
  takeUntil,
  tap,
  throwError,
  timer,
} from 'rxjs';
import { conflateMap } from '../../src/flow/conflateMap.ts';
import { conflateMapBy } from '../../src/flow/conflateMapBy.ts';
import { conflateWith } from '../../src/flow/conflateWith.ts';
import { type Counters, createCounters } from '../../src/flow/counters.ts';
import { inTurn, oneLane } from '../../src/flow/inTurn.ts';
import { queueMap } from '../../src/flow/queueMap.ts';
import { createSlot } from '../../src/flow/waiting.ts';
import { marbles } from '../support/marbles.ts';

/** One value: when it comes, how long the work on it takes, how that ends, and what it pushes into its own source. */
interface Item {
  readonly at: number;
  readonly lasts: number;
  readonly ends: 'well' | 'badly' | 'never';
  readonly key: number;
  readonly pushes: number;
}

const items = fc.array(
  fc.record<Item>({
    at: fc.integer({ min: 0, max: 20 }),
    lasts: fc.integer({ min: 0, max: 8 }),
    ends: fc.oneof(
      { weight: 30, arbitrary: fc.constant('well' as const) },
      fc.constantFrom('badly', 'never'),
    ),
    key: fc.integer({ min: 0, max: 2 }),
    pushes: fc.integer({ min: 0, max: 2 }),
  }),
  { maxLength: 15 },
);
const ends = fc.record({
  source: fc.constantFrom('completes', 'errors', 'goes on'),
  at: fc.integer({ min: 0, max: 25 }),
  leftAt: fc.integer({ min: 0, max: 40 }),
});

type Make = (work: (item: Item) => Observable<Item>, counters: Counters) => OperatorFunction<Item, Item>;
const operators: readonly (readonly [string, Make])[] = [
  ['conflateMap', (work, counters) => conflateMap(work, { counters })],
  ['conflateMapBy', (work, counters) => conflateMapBy(({ key }) => key, work, { counters })],
  ['conflateWith', (work, counters) => conflateWith((_, newer) => newer, work, { counters })],
  ...(['dropOldest', 'dropNewest', 'error'] as const).map((overflow): readonly [string, Make] => [
    `queueMap with ${overflow}`,
    (work, counters) => queueMap(work, { limit: 2, overflow, counters }),
  ]),
];

const isLawful = ({ received, started, dropped, merged, waiting }: Counters): boolean =>
  received === started + dropped + merged + waiting && waiting >= 0;

/** Runs a script against an operator and looks at the counters at every point where anybody's code can. */
const run = (
  name: string,
  make: Make,
  script: readonly Item[],
  end: { source: string; at: number; leftAt: number },
) => {
  const counters = createCounters();
  const running = new Map<number, number>();
  const found = { isLawful: true, most: 0, received: 0, started: 0, failed: 0, isOver: false };
  const look = (): void => {
    found.isLawful &&= isLawful(counters);
  };
  // All keys share one lane but where the operator says otherwise.
  const change = ({ key }: Item, by: number): void => {
    const lane = name === 'conflateMapBy' ? key : 0;
    running.set(lane, (running.get(lane) ?? 0) + by);
    found.most = Math.max(found.most, ...running.values());
  };
  marbles(({ flush }) => {
    const again = new Subject<Item>();
    const work = (item: Item): Observable<Item> =>
      defer(() => {
        look();
        found.started += 1;
        change(item, 1);
        for (let left = item.pushes; left > 0; left -= 1) again.next({ ...item, pushes: 0 });
        look();
        const result$ =
          item.ends === 'well'
            ? of(item)
            : item.ends === 'never'
              ? NEVER
              : throwError(() => new Error('bad'));
        return item.lasts === 0 ? result$ : timer(item.lasts).pipe(concatMap(() => result$));
      }).pipe(
        tap({ next: look, error: () => (found.failed += 1), complete: look }),
        finalize(() => {
          look();
          change(item, -1);
        }),
      );
    const source = new Subject<Item>();
    from(script)
      .pipe(mergeMap((item) => timer(item.at).pipe(tap(() => source.next(item)))))
      .subscribe(look);
    again.subscribe(source);
    timer(end.at).subscribe(() => {
      if (end.source === 'completes') source.complete();
      if (end.source === 'errors') source.error(new Error('the source'));
      look();
    });
    const over = (): void => {
      look();
      found.isOver = true;
    };
    source
      .pipe(
        tap(() => (found.received += 1)),
        make(work, counters),
        takeUntil(timer(end.leftAt)),
      )
      .subscribe({ next: look, error: over, complete: over });
    flush();
    look();
  });
  return { ...found, counters, stillRunning: [...running.values()].reduce((sum, count) => sum + count, 0) };
};

describe.each(operators)('%s, whatever comes', (name, make) => {
  it('keeps the law at every moment, works on one value at a time, and leaves nothing behind', () => {
    fc.assert(
      fc.property(items, ends, (script, end) => {
        const { counters, ...found } = run(name, make, script, end);

        expect(found).toMatchObject({ isLawful: true, isOver: true, stillRunning: 0 });
        expect(found.most).toBeLessThanOrEqual(1);
        expect(counters).toMatchObject({
          received: found.received,
          started: found.started,
          failed: found.failed,
          waiting: 0,
          busySince: undefined,
        });
      }),
      { numRuns: 150 },
    );
  });
});

describe('inTurn', () => {
  it('gives each subscription lanes of its own', () => {
    marbles(({ cold, expectObservable }) => {
      const source = cold('ab|');
      const inTurn$ = source.pipe(
        inTurn({
          work: (value) => timer(3).pipe(concatMap(() => of(value))),
          keyOf: oneLane,
          createWaiting: () => createSlot('dropped', (_, newer: string) => newer),
        }),
      );
      expectObservable(inTurn$).toBe('          ---a--(b|)');
      expectObservable(inTurn$, '--^').toBe('-----a--(b|)');
    });
  });

  it('takes promises and iterables as work', async () => {
    const seen: number[] = [];
    await new Promise<void>((resolve) => {
      of(1)
        .pipe(conflateMap((value) => Promise.resolve(value)))
        .subscribe({ next: (value) => seen.push(value), complete: resolve });
    });
    of(2)
      .pipe(conflateMap((value) => [value, value]))
      .subscribe((value) => seen.push(value));
    expect(seen).toEqual([1, 2, 2]);
  });
});
