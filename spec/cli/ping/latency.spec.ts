import fc from 'fast-check';
import { binsOf, latencyOf } from '../../../src/cli/ping/latency.ts';

const samples = fc.array(fc.double({ min: 0, max: 60_000, noNaN: true }), { maxLength: 200 });

describe('latencyOf', () => {
  it.each([
    [[5], { count: 1, min: 5, median: 5, p90: 5, p99: 5, max: 5 }],
    [[4, 1, 3, 2], { count: 4, min: 1, median: 2, p90: 4, p99: 4, max: 4 }],
    [[], { count: 0, min: NaN, median: NaN, p90: NaN, p99: NaN, max: NaN }],
  ])('of %j', (list, latency) => {
    expect(latencyOf(list)).toEqual(latency);
  });

  it('names values that were measured, in order', () => {
    fc.assert(
      fc.property(samples, (list) => {
        fc.pre(list.length > 0);
        const { min, median, p90, p99, max } = latencyOf(list);
        const named = [min, median, p90, p99, max];
        expect(named.every((value) => list.includes(value))).toBe(true);
        expect(named).toEqual([...named].sort((a, b) => a - b));
      }),
    );
  });
});

describe('binsOf', () => {
  it('counts each in one bin, of bins that follow each other', () => {
    fc.assert(
      fc.property(samples, fc.integer({ min: 1, max: 20 }), (list, count) => {
        fc.pre(list.length > 0);
        const bins = binsOf(list, count);
        expect(bins).toHaveLength(count);
        expect(bins.reduce((sum, bin) => sum + bin.count, 0)).toBe(list.length);
        bins.slice(1).forEach(({ from }, at) => expect(from).toBeCloseTo(bins[at]?.to ?? NaN));
      }),
    );
  });

  it('keeps one that took long from pushing all others into one bin', () => {
    const bins = binsOf([1, 1.5, 2, 3, 4, 1_000], 6).filter(({ count }) => count > 0);
    expect(bins.map(({ count }) => count)).toEqual([4, 1, 1]);
  });

  it('of nothing are none', () => {
    expect(binsOf([], 5)).toEqual([]);
  });
});
