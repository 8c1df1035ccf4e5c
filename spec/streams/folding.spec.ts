import { Subject } from 'rxjs';
import { ConnectionLost } from '../../src/errors.ts';
import { createFolding } from '../../src/streams/folding.ts';
import type { Notice } from '../../src/streams/notice.ts';
import { plainly } from '../../src/streams/reading.ts';
import { marbles } from '../support/marbles.ts';

const setUp = () => {
  const sink = new Subject<Notice<number>>();
  const told: unknown[] = [];
  sink.subscribe({
    next: ({ _tag, kept }) => told.push([_tag, kept.status, kept.epoch, kept.state]),
    complete: () => told.push('complete'),
  });
  const stream = {
    name: 'SubscribeNumbers',
    publish: (state: number) => state,
    apply: (state: number, event: unknown) => state + Number(event),
    identity: (event: unknown) => (event === 5 ? { kind: 'five', id: '5' } : undefined),
  };
  return {
    told,
    sink,
    folding: createFolding<number>({ stream, keepers: 1 }, plainly, sink),
  };
};

describe('createFolding', () => {
  it('begins, changes, is lost, begins again in a new epoch, and ends', () => {
    const { told, folding } = setUp();
    expect(folding.present()).toMatchObject({ _tag: 'Lost', kept: { status: 'restoring' } });
    folding.begin(1);
    folding.apply(2);
    expect(folding.present()).toMatchObject({ _tag: 'Begun', kept: { state: 3 } });
    folding.lose()();
    folding.begin(7);
    folding.complete();
    expect(told).toEqual([
      ['Begun', 'live', 1, 1],
      ['Changed', 'live', 1, 3],
      ['Lost', 'restoring', 1, 3],
      ['Begun', 'live', 2, 7],
      'complete',
    ]);
  });

  it('tells all of a loss that a handler brings about on hearing of a setback, and of no other after one', () => {
    const { told, folding, sink } = setUp();
    let isDone = false;
    sink.subscribe(({ _tag }) => {
      if (_tag !== 'Setback' || isDone) return;
      isDone = true;
      folding.lose()();
    });
    folding.begin(1);
    folding.setBack(new ConnectionLost('SubscribeNumbers', true, 'gone'));
    folding.lose()();
    expect(told).toEqual([
      ['Begun', 'live', 1, 1],
      ['Setback', 'restoring', 1, 1],
      ['Lost', 'restoring', 1, 1],
    ]);
  });

  it('is marked as lost before that is told, and tells it once', () => {
    const { told, folding } = setUp();
    folding.begin(1);
    const tell = folding.lose();
    expect(folding.kept().status).toBe('restoring');
    expect(told).toHaveLength(1);
    folding.lose()();
    expect(told).toHaveLength(1);
    tell();
    expect(told).toHaveLength(2);
  });

  it('passes over a repetition, and folds nothing into what is not live', () => {
    const { told, folding } = setUp();
    folding.begin(1);
    folding.apply(5);
    folding.apply(5);
    folding.lose()();
    folding.apply(1);
    expect(told.slice(1)).toEqual([
      ['Changed', 'live', 1, 6],
      ['Lost', 'restoring', 1, 6],
      ['Changed', 'restoring', 1, 6],
    ]);
  });

  it('tells a setback with its cause, and a failure as the last', () => {
    const { told, folding } = setUp();
    const cause = new ConnectionLost('SubscribeLevel1', true, 'gone');
    folding.begin(1);
    folding.setBack(cause);
    expect(folding.kept().cause).toBe(cause);
    folding.fail(cause);
    expect(told.slice(1)).toEqual([['Setback', 'restoring', 1, 1], ['Failed', 'failed', 1, 1], 'complete']);
  });

  it('says when it was last told, last whole, and since when it is live', () => {
    marbles(({ cold, flush }) => {
      const { folding } = setUp();
      cold('--b-c--b').subscribe((step) => (step === 'b' ? folding.begin(1) : folding.apply(1)));
      cold('-----(e|)').subscribe(() =>
        expect(folding.kept()).toMatchObject({ since: 2, asOf: 4, provenAt: 2, epoch: 1 }),
      );
      flush();
      expect(folding.kept()).toMatchObject({ since: 2, asOf: 7, provenAt: 7, epoch: 2 });
    });
  });

  it('keeps drafts while nobody follows, and publishes before somebody is shown one', () => {
    const sink = { next: () => undefined, complete: () => undefined };
    const stream = {
      name: 'SubscribeLists',
      // A draft is open; what is published is frozen, and its follower another.
      apply: (list: readonly number[], event: unknown): readonly number[] =>
        Object.isFrozen(list)
          ? Object.freeze([...list, Number(event)])
          : ((list as number[]).push(Number(event)), list),
      publish: (list: readonly number[]): readonly number[] =>
        Object.isFrozen(list) ? list : Object.freeze([...list]),
      identity: () => undefined,
    };
    const of = { stream, keepers: 0 };
    const folding = createFolding<readonly number[]>(of, plainly, sink);
    const draft: number[] = [1];
    folding.begin(draft);
    folding.apply(2);
    expect(folding.kept().state).toBe(draft);
    of.keepers = 1;
    const shown = folding.present().kept.state;
    folding.apply(3);
    expect([shown, draft, folding.kept().state]).toEqual([
      [1, 2],
      [1, 2],
      [1, 2, 3],
    ]);
    expect(folding.present().kept.state).toBe(folding.kept().state);
  });

  it('ends who comes with what a topic throws where it publishes', () => {
    const sink = { next: () => undefined, complete: () => undefined };
    const stream = {
      name: 'SubscribeNumbers',
      apply: (state: number) => state,
      publish: (): number => {
        throw new Error('no');
      },
      identity: () => undefined,
    };
    const of = { stream, keepers: 0 };
    const folding = createFolding<number>(of, plainly, sink);
    folding.begin(1);
    of.keepers = 1;
    expect(folding.present()).toMatchObject({ _tag: 'Failed', cause: { _tag: 'DecodeError' } });
  });
});
