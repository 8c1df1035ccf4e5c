import * as fc from 'fast-check';
import type { Level2Row } from '../../../src/codec/records/Level2Row.ts';
import { dueAt } from '../../../src/market/book/advance.ts';
import type { Level } from '../../../src/book/Level.ts';
import { rulesOf } from '../../../src/market/book/bookOptions.ts';
import { plainBook } from '../../../src/market/book/bookReading.ts';
import { type BookState, unknownBook } from '../../../src/market/book/bookState.ts';
import { type BookInput, reduceBook } from '../../../src/market/book/reduceBook.ts';
import { applyRows, beginBook, type KeptBook } from '../../../src/topics/keptBook.ts';
import { ask, bid, calm, wild } from '../../support/watchedBook.ts';

type State = BookState<Level>;
type Input = BookInput;

const reduce = reduceBook(plainBook, () => 500);
const live = (state: KeptBook, epoch: number) =>
  ({ status: 'live', state, since: 0, asOf: 0, provenAt: 0, epoch }) as const;
const begun = (rows: readonly Level2Row[], epoch: number): Input => ({
  _tag: 'Begun',
  kept: live(beginBook(rows, { Depth: 500 }), epoch),
});
const changed = ({ kept }: State, ...rows: readonly Level2Row[]): Input => ({
  _tag: 'Changed',
  event: rows,
  kept: live(applyRows(kept.state ?? beginBook([], { Depth: 500 }), rows, { Depth: 500 }), kept.epoch),
});
const lost = ({ kept }: State): Input => ({
  _tag: 'Lost',
  kept: { ...kept, status: 'restoring' },
});

describe('the life of a book', () => {
  it('asks for a repair once, and counts it done with the snapshot that follows', () => {
    const [crossed] = reduce(unknownBook(), begun(wild, 1), { at: 100, now: 0 });
    expect([crossed.strict.status, dueAt(crossed)]).toEqual(['crossed', 5_000]);
    const [underWay, asks] = reduce(crossed, { _tag: 'Tick', due: 5_000 }, { at: 5_100, now: 4_999.7 });
    expect(asks).toEqual([{ _tag: 'Repair' }]);
    const [waiting, more] = reduce(underWay, changed(underWay, bid(103)), { at: 9_000, now: 9_000 });
    expect(more).toEqual([]);
    const [restoring] = reduce(waiting, lost(waiting), { at: 9_100, now: 9_000 });
    const [mended] = reduce(restoring, begun(calm, 2), { at: 9_200, now: 9_100 });
    expect(mended.repairs).toMatchObject({ done: 1, crossed: 1, last: { at: 5_100, why: 'crossed' } });
    expect([mended.strict.status, mended.strict.since]).toEqual(['live', 9_200]);
  });

  it('is watched by other rules from when they come, and told the same', () => {
    const [first] = reduce(unknownBook(), begun([bid(101), ask(101)], 1), { at: 0, now: 0 });
    expect([first.strict.status, first.fine.status, dueAt(first)]).toEqual(['crossed', 'live', 5_000]);
    const lax: Input = { _tag: 'Rules', rules: rulesOf({ locked: 'fine', auditAfter: 900 }) };
    const [fine] = reduce(first, lax, { at: 10, now: 10 });
    expect([fine.strict, fine.fine, dueAt(fine)]).toEqual([first.strict, first.fine, 900]);
    const [again] = reduce(fine, { _tag: 'Rules', rules: rulesOf({}) }, { at: 20, now: 20 });
    expect([again.strict, dueAt(again), again.repairs.crossed]).toEqual([first.strict, 5_020, 2]);
  });

  it('forgets an audit with a loss', () => {
    const [first] = reduce(unknownBook(), begun(calm, 1), { at: 0, now: 0 });
    const [asked, asks] = reduce(first, { _tag: 'Tick', due: 60_000 }, { at: 60_000, now: 60_000 });
    expect(asks).toEqual([{ _tag: 'Audit' }]);
    const [down] = reduce(asked, lost(asked), { at: 60_010, now: 60_010 });
    const [after] = reduce(down, { _tag: 'Answer', rows: [] }, { at: 60_020, now: 60_020 });
    expect(after.audit).toEqual({ _tag: 'Off' });
  });

  it('is compared as ever where it has uncrossed itself while its repair was to wait', () => {
    const [first] = reduce(unknownBook(), begun(wild, 1), { at: 0, now: 0 });
    const [underWay] = reduce(first, { _tag: 'Tick', due: 5_000 }, { at: 5_000, now: 5_000 });
    const [again] = reduce(underWay, begun(wild, 2), { at: 5_010, now: 5_010 });
    const [waiting] = reduce(again, { _tag: 'Tick', due: 10_010 }, { at: 10_010, now: 10_010 });
    const [crossed] = reduce(waiting, begun(wild, 3), { at: 10_020, now: 10_020 });
    const [wanted, none] = reduce(crossed, { _tag: 'Tick', due: 15_020 }, { at: 15_020, now: 15_020 });
    expect([wanted.repair, none]).toEqual([{ _tag: 'Wanted', why: 'crossed', dueAt: 20_020 }, []]);
    const [fine] = reduce(wanted, changed(wanted, bid(102, 0, 2)), { at: 16_000, now: 16_000 });
    expect([fine.strict.status, fine.repair._tag, dueAt(fine)]).toEqual(['live', 'Idle', 70_020]);
  });

  it('asks for nothing twice, whatever comes, and is never due in the past', () => {
    const step = fc.tuple(
      fc.constantFrom('begin', 'wild', 'wild', 'calm', 'cross', 'lose', 'answer', 'tick', 'tick'),
      fc.constantFrom(0, 1, 999, 5_000, 5_001),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        let state = unknownBook<Level>();
        let now = 0;
        for (const [what, passed] of steps) {
          now += passed;
          const isLive = state.kept.status === 'live';
          // Made one at a time: a book that nobody keeps changes with each frame.
          const inputs: Readonly<Record<string, () => Input>> = {
            begin: () => begun(calm, state.kept.epoch + 1),
            wild: () => begun(wild, state.kept.epoch + 1),
            calm: () => (isLive ? changed(state, bid(102, 0, 2), ask(101)) : { _tag: 'Tick', due: 0 }),
            cross: () => (isLive ? changed(state, bid(102)) : { _tag: 'Tick', due: 0 }),
            lose: () => lost(state),
            answer: () => ({ _tag: 'Answer', rows: [bid(99), ask(101)] }),
            tick: () => ({ _tag: 'Tick', due: 0 }),
          };
          const input = inputs[what]?.();
          if (input === undefined) throw new Error(`${what} is no input`);
          const [next, asks] = reduce(state, input, { at: now, now });
          expect(asks.length).toBeLessThanOrEqual(1);
          if (asks[0]?._tag === 'Repair') expect(state.repair._tag).not.toBe('UnderWay');
          if (asks[0]?._tag === 'Audit') expect(state.audit._tag).not.toBe('Asked');
          expect(dueAt(next)).toBeGreaterThan(now);
          // Whatever has been: what is live will be proven again, or mended.
          const isWaited = next.audit._tag === 'Asked' || next.repair._tag === 'UnderWay';
          if (next.kept.status === 'live' && !isWaited) expect(dueAt(next)).toBeLessThanOrEqual(now + 60_000);
          state = next;
        }
      }),
      { numRuns: 200 },
    );
  });
});
