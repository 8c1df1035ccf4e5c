import fc from 'fast-check';
import { createBars } from '../../../src/simulator/market/bars.ts';
import { decimalOf } from '../../../src/simulator/market/decimal.ts';
import type { Print } from '../../../src/simulator/market/statistics.ts';
import { intervals } from '../../../src/simulator/market/interval.ts';

const touch = { bid: decimalOf(99n, 2), ask: decimalOf(101n, 2) };
const begin = 1_790_000_040_000;
const print = (ms: number, price: bigint, quantity: bigint): Print => ({
  ms,
  price: decimalOf(price, 2),
  quantity: decimalOf(quantity, 1),
});
const columns = (row: readonly unknown[]): readonly unknown[] =>
  row.map((value) => (typeof value === 'number' ? value : Number((value as { units: bigint }).units)));

const prints = fc
  .array(
    fc.tuple(fc.nat({ max: 200_000 }), fc.bigInt({ min: 1n, max: 9n }), fc.bigInt({ min: 1n, max: 9n })),
    {
      minLength: 1,
      maxLength: 20,
    },
  )
  .map((waits) => {
    let ms = begin;
    return waits.map(([wait, price, quantity]) => {
      ms += wait;
      return print(ms, price, quantity);
    });
  });

describe('bars', () => {
  it('are the trades of each bucket, idle buckets at the close before them', () => {
    fc.assert(
      fc.property(prints, fc.nat({ max: 400_000 }), (all, later) => {
        const bars = createBars(7);
        for (const one of all) bars.record(one, touch);
        const bucketOf = (ms: number): number => Math.floor(ms / 60_000) * 60_000;
        const now = (all.at(-1)?.ms ?? 0) + later;
        const expected: unknown[] = [];
        let close = 0;
        for (let from = bucketOf(all[0]?.ms ?? 0); from <= now; from += 60_000) {
          const inside = all.filter(({ ms }) => bucketOf(ms) === from);
          const prices = inside.map(({ price }) => Number(price.units));
          const volume = inside.reduce((total, { quantity }) => total + Number(quantity.units), 0);
          const [open = close] = prices;
          const high = Math.max(...prices, ...(prices.length === 0 ? [close] : []));
          const low = Math.min(...prices, ...(prices.length === 0 ? [close] : []));
          close = prices.at(-1) ?? close;
          expected.push([from + 60_000, high, low, open, close, volume, 99, 101, 7, from]);
        }
        expect(bars.rows(60, 10_000, now, touch).map(columns)).toEqual(expected);
      }),
    );
  });

  it('of every interval lie on multiples of it and are as long as it', () => {
    const bars = createBars(7);
    bars.record(print(begin + 12_345, 5n, 1n), touch);
    const bounds = intervals.map((interval) => bars.rows(interval, 1, begin + 12_345, touch)[0]);
    expect(bounds.map((row) => ((row?.[0] ?? 0) - (row?.[9] ?? 0)) / 1000)).toEqual(intervals);
    expect(bounds.map((row, index) => (row?.[9] ?? 1) % ((intervals[index] ?? 1) * 1000))).toEqual(
      intervals.map(() => 0),
    );
  });

  it('are told once: those that ended, then the one in progress', () => {
    const bars = createBars(7);
    const news = (): readonly unknown[] =>
      bars
        .takeNew(() => touch)
        .filter(({ interval }) => interval === 60)
        .flatMap(({ rows }) => rows.map((row) => [(row[9] - begin) / 1000, Number(row[5].units)]));
    expect(news()).toEqual([]);
    bars.record(print(begin + 1000, 5n, 3n), touch);
    expect(news()).toEqual([[0, 3]]);
    expect(news()).toEqual([]);
    bars.record(print(begin + 2000, 6n, 1n), touch);
    expect(news()).toEqual([[0, 4]]);
    bars.advance(begin + 130_000, touch);
    expect(news()).toEqual([
      [0, 4],
      [60, 0],
      [120, 0],
    ]);
    bars.advance(begin + 131_000, touch);
    expect(news()).toEqual([]);
  });

  it('keep the last thousand that ended, however long nothing happened', () => {
    const bars = createBars(7);
    bars.record(print(begin, 5n, 3n), touch);
    const rows = bars.rows(60, 5000, begin + 60_000 * 1_000_000, touch);
    expect(rows.length).toBe(1001);
    expect(rows.at(-1)?.[9]).toBe(begin + 60_000 * 1_000_000);
  });

  it('are none before the first trade, and none when none are asked for', () => {
    const bars = createBars(7);
    expect(bars.rows(60, 10, begin, touch)).toEqual([]);
    bars.record(print(begin, 5n, 3n), touch);
    expect(bars.rows(60, 0, begin, touch)).toEqual([]);
  });
});
