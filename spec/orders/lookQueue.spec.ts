import { asyncScheduler, map, mergeMap, take, takeUntil } from 'rxjs';
import fc from 'fast-check';
import { createLookQueue, lookQueueOf } from '../../src/orders/lookQueue.ts';
import { connect } from '../support/connect.ts';
import { scriptedExchange } from '../../src/testing/scriptedExchange.ts';
import { marbles } from '../support/marbles.ts';

describe('a queue of looks', () => {
  it('gives one its turn at once and the others at its pace, the smallest rank first', () => {
    marbles(({ cold, expectObservable }) => {
      const queue = createLookQueue(10);
      const ranks: Readonly<Record<string, number>> = { a: 2, b: 2, c: 1, d: 5 };
      const turns$ = cold('abc 47ms d').pipe(
        mergeMap((name) =>
          queue.turn$(ranks[name] ?? 0).pipe(
            take(1),
            map(() => name),
          ),
        ),
      );
      expectObservable(turns$).toBe('a 9ms c 9ms b 29ms d');
    });
  });

  it('gives whoever stays another turn after the pause', () => {
    marbles(({ expectObservable }) => {
      const turn$ = createLookQueue(10).turn$(1);
      expectObservable(turn$, '25ms !').toBe('a 9ms a 9ms a', { a: undefined });
    });
  });

  it('lets go of whoever leaves, and holds no timer when all have left', () => {
    marbles(({ cold, expectObservable, flush }) => {
      const queue = createLookQueue(10);
      const told: string[] = [];
      const waits = (name: string, until: string) => {
        const waiting = queue
          .turn$(1)
          .pipe(take(1))
          .subscribe(() => told.push(name));
        cold(until).subscribe(() => waiting.unsubscribe());
      };
      waits('a', '-----x');
      waits('b', '-x');
      waits('c', '--x');
      expectObservable(cold('---(x|)')).toBe('---(x|)');
      flush();
      expect(told).toEqual(['a']);
      // Virtual time stands where the last timer has fired.
      expect(asyncScheduler.now()).toBe(5);
    });
  });

  it('leaves the pause between any two turns, whoever comes, stays and leaves', () => {
    const waiting = fc.record({
      from: fc.integer({ min: 0, max: 60 }),
      stays: fc.integer({ min: 0, max: 60 }),
      rank: fc.integer({ min: 0, max: 3 }),
    });
    fc.assert(
      fc.property(fc.array(waiting, { maxLength: 8 }), (all) => {
        marbles(({ cold, flush }) => {
          const queue = createLookQueue(7);
          const turns: number[] = [];
          for (const { from, stays, rank } of all) {
            const left$ = cold(`${from + stays}ms x`);
            cold(`${from}ms x`)
              .pipe(
                mergeMap(() => queue.turn$(rank)),
                takeUntil(left$),
              )
              .subscribe(() => turns.push(asyncScheduler.now()));
          }
          flush();
          const pauses = turns.slice(1).map((at, index) => at - (turns[index] ?? 0));
          expect(pauses.filter((pause) => pause < 7)).toEqual([]);
        });
      }),
      { numRuns: 50 },
    );
  });

  it('is one for all copies of a client', () => {
    const client = connect(scriptedExchange());
    expect(lookQueueOf({ ...client })).toBe(lookQueueOf(client));
    expect(lookQueueOf(connect(scriptedExchange()))).not.toBe(lookQueueOf(client));
  });
});
