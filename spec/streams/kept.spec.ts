import { expectTypeOf } from 'expect-type';
import { EMPTY, type Observable, of } from 'rxjs';
import { ConnectionLost } from '../../src/errors.ts';
import { distrusted, isLive, type Kept, type Live, unborn, whenLive } from '../../src/streams/kept.ts';
import { marbles } from '../support/marbles.ts';

const live: Live<number> = { status: 'live', state: 1, since: 2, asOf: 3, provenAt: 2, epoch: 1 };

describe('what is kept', () => {
  it('is restoring, without a state, before the first', () => {
    marbles(({ expectObservable }) => {
      const kept: Kept<number> = unborn();
      expectObservable(of(kept)).toBe('(a|)', {
        a: { status: 'restoring', since: 0, asOf: 0, provenAt: 0, epoch: 0 },
      });
      expect('state' in kept).toBe(false);
    });
  });

  it('keeps its state, and when that was true, when it is trusted no longer', () => {
    const cause = new ConnectionLost('SubscribeLevel1', true, 'gone');
    const lost = distrusted(live, 'restoring', cause);
    expect(lost).toEqual({ ...live, status: 'restoring', since: expect.any(Number) as unknown, cause });
    // It has been so since it was first said.
    expect(distrusted({ ...lost, since: 7 }, 'restoring').since).toBe(7);
    expect(distrusted({ ...lost, since: 7 }, 'restoring')).not.toHaveProperty('cause');
  });

  it('is let through by whenLive while it is live', () => {
    marbles(({ cold, expectObservable }) => {
      const values = { l: live, r: distrusted(live, 'restoring') };
      expectObservable(cold<Kept<number>>('lrl', values).pipe(whenLive())).toBe('l-l', values);
      expect([isLive(values.l), isLive(values.r)]).toEqual([true, false]);
    });
  });

  it('errors behind whenLive with its cause where it has failed, and completes with its source', () => {
    marbles(({ cold, expectObservable, expectSubscriptions }) => {
      const cause = new ConnectionLost('SubscribeLevel1', false, 'given up');
      const values = { l: live, r: distrusted(live, 'restoring'), f: distrusted(live, 'failed', cause) };
      const failing = cold<Kept<number>>(' lrf|', values);
      const ending = cold<Kept<number>>('  lr-|', values);
      expectObservable(failing.pipe(whenLive())).toBe('l-#', values, cause);
      expectObservable(ending.pipe(whenLive())).toBe(' l--|', values);
      expectSubscriptions(failing.subscriptions).toBe('^-!');
      expectSubscriptions(ending.subscriptions).toBe(' ^--!');
    });
  });

  it('has its state behind whenLive, by its type', () => {
    const kept$: Observable<Kept<number>> = EMPTY;
    expectTypeOf(kept$.pipe(whenLive())).toExtend<Observable<Live<number>>>();
    // What is no union is itself, with the one status that is left.
    const book$: Observable<{ readonly status: 'live' | 'crossed'; readonly mid: number }> = EMPTY;
    expectTypeOf(book$.pipe(whenLive())).toExtend<
      Observable<{ readonly status: 'live'; readonly mid: number }>
    >();
  });
});
