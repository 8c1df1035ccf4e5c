import { advance, dueAt } from '../../../src/market/book/advance.ts';
import type { Level } from '../../../src/book/Level.ts';
import { rulesOf } from '../../../src/market/book/bookOptions.ts';
import { plainBook } from '../../../src/market/book/bookReading.ts';
import { type BookState, unknownBook } from '../../../src/market/book/bookState.ts';

type State = BookState<Level>;

const at = (state: State, now: number) =>
  advance(state, { reading: plainBook, depth: () => 500, instant: { at: now, now } });
const having = (part: Partial<State>): State => ({ ...unknownBook<Level>(), ...part });

describe('what is due of a book', () => {
  it('is nothing before its time', () => {
    const state = having({ crossing: { since: 0, frames: 3 } });
    expect(dueAt(state)).toBe(1_000);
    expect(at(state, 999)).toEqual([state, []]);
    expect(dueAt(unknownBook())).toBe(Infinity);
  });

  it('is a repair of what is crossed for too long, not before the pause after the last is over', () => {
    const crossing = { since: 0, frames: 3 };
    expect(at(having({ crossing }), 1_000)[1]).toEqual([{ _tag: 'Repair' }]);
    const [wanted, asks] = at(having({ crossing, pace: { inARow: 1, endedAt: 500 } }), 1_000);
    expect([wanted.repair, asks]).toEqual([{ _tag: 'Wanted', why: 'crossed', dueAt: 5_500 }, []]);
    expect(at(wanted, 5_500)[1]).toEqual([{ _tag: 'Repair' }]);
  });

  it('is no audit while the book is crossed or being repaired', () => {
    const audit = { _tag: 'Idle', from: -59_990, wait: 'usual', suspects: new Set<string>() } as const;
    expect(at(having({ audit }), 10)[1]).toEqual([{ _tag: 'Audit' }]);
    expect(dueAt(having({ audit }))).toBe(10);
    expect(dueAt(having({ audit, rules: rulesOf({ auditAfter: 60_001 }) }))).toBe(11);
    expect(dueAt(having({ audit: { ...audit, wait: 'short' } }))).toBe(-57_990);
    expect(at(having({ audit, crossing: { since: 0, frames: 0 } }), 10)[1]).toEqual([]);
    expect(at(having({ audit, repair: { _tag: 'UnderWay', why: 'crossed' } }), 10)[1]).toEqual([]);
  });
});
