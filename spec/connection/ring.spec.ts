import * as fc from 'fast-check';
import {
  createRing,
  earliest,
  endedBy,
  insert,
  isOut,
  remove,
  type Ring,
} from '../../src/connection/ring.ts';

const nothing = (): void => undefined;
const dues = (ring: Ring): readonly number[] => endedBy(ring, Infinity).map(({ due }) => due);

describe('a ring of time limits', () => {
  it('holds nothing at first', () => {
    expect(earliest(createRing())).toBeUndefined();
    expect(endedBy(createRing(), Infinity)).toEqual([]);
  });

  it('hands out those that have ended, those that end in this moment among them', () => {
    const ring = createRing();
    for (const due of [10, 20, 30]) insert(ring, due, nothing);

    expect(endedBy(ring, 20).map(({ due }) => due)).toEqual([10, 20]);
    expect(earliest(ring)?.due).toBe(10);
  });

  it('forgets what is taken out, twice as well as once', () => {
    const ring = createRing();
    const [first, second] = [insert(ring, 10, nothing), insert(ring, 20, nothing)];
    remove(first);
    remove(first);

    expect(isOut(first)).toBe(true);
    expect(isOut(second)).toBe(false);
    expect(dues(ring)).toEqual([20]);
  });

  it('stays in order, whatever is put in and taken out', () => {
    const act = fc.record({ due: fc.nat(20), takeOut: fc.option(fc.nat(30)) });
    fc.assert(
      fc.property(fc.array(act, { maxLength: 30 }), (acts) => {
        const ring = createRing();
        const entries = acts.map(({ due }) => insert(ring, due, nothing));
        const out = new Set(acts.flatMap(({ takeOut }) => (takeOut === null ? [] : [takeOut])));
        for (const [index, entry] of entries.entries()) if (out.has(index)) remove(entry);
        for (const { due } of acts) insert(ring, due, nothing);

        const left = [...acts.filter((_, index) => !out.has(index)), ...acts].map(({ due }) => due);
        expect(dues(ring)).toEqual(left.sort((a, b) => a - b));
      }),
    );
  });
});
