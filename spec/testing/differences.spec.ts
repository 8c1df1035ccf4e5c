import * as fc from 'fast-check';
import { differences } from '../../src/testing/differences.ts';

const pathsOf = (expected: unknown, came: unknown): readonly string[] =>
  differences(expected, came).map(({ path }) => path);

describe('differences', () => {
  it('are none between equal values, however deep, and whatever they are', () => {
    const make = () => ({
      list: [1, 12n, NaN, null, undefined],
      date: new Date(5),
      map: new Map([['a', { b: 1 }]]),
      set: new Set([1]),
      error: new TypeError('why', { cause: 1 }),
    });
    expect(differences(make(), make())).toEqual([]);
  });

  it('are told by their path', () => {
    expect(pathsOf({ a: [1, { b: 2 }], c: 3 }, { a: [1, { b: 4 }], d: 5 })).toEqual(['a.1.b', 'c', 'd']);
    expect(pathsOf(1, '1')).toEqual(['']);
    expect(pathsOf([], {})).toEqual(['']);
    expect(pathsOf(new Date(1), new Date(2))).toEqual(['time']);
    expect(pathsOf(new Error('a'), new TypeError('a'))).toEqual(['name']);
    expect(pathsOf(new Map([['a', 1]]), new Map([['a', 2]]))).toEqual(['entries.0.1']);
  });

  it('take a field that is undefined for one that is absent, and a matcher for whatever it matches', () => {
    expect(differences({ a: 1, b: undefined }, { a: 1 })).toEqual([]);
    const some: unknown = expect.any(Number);
    expect(differences({ a: some }, { a: 1 })).toEqual([]);
    expect(pathsOf({ a: some }, { a: 'b' })).toEqual(['a']);
  });

  it('end in what holds itself', () => {
    const cycle = (): object => {
      const held: { self?: unknown } = {};
      held.self = held;
      return held;
    };
    expect(differences(cycle(), cycle())).toHaveLength(1);
  });

  it('agree with the runner on what is equal', () => {
    const isEqual = (a: unknown, b: unknown): boolean => {
      try {
        expect(a).toEqual(b);
        return true;
      } catch {
        return false;
      }
    };
    const value = fc.object({
      withBigInt: true,
      withNullPrototype: false,
      maxDepth: 3,
      key: fc.constantFrom('a', 'b', 'c'),
    });
    fc.assert(
      fc.property(value, value, (a, b) => {
        expect(differences(a, structuredClone(a))).toEqual([]);
        expect(differences(a, b).length === 0).toBe(isEqual(b, a));
      }),
    );
  });
});
