import * as fc from 'fast-check';
import { toFill, toSpend } from '../../src/book/filling.ts';

const levels = [
  { price: 100.1, quantity: 0.1, orders: 1, changedAt: 0 },
  { price: 100.2, quantity: 0.2, orders: 1, changedAt: 0 },
  { price: 100.4, quantity: 1, orders: 1, changedAt: 0 },
];

const asks = fc
  .array(fc.tuple(fc.integer({ min: 1, max: 50 }), fc.integer({ min: 1, max: 1_000 })), { maxLength: 20 })
  .map((steps) => {
    let ticks = 1_000;
    return steps.map(([step, units]) => ({
      price: (ticks += step) / 10,
      quantity: units / 100,
      orders: 1,
      changedAt: 0,
    }));
  });
const wanted = fc.integer({ min: 1, max: 20_000 });

describe('toFill', () => {
  it('takes the best levels one after another, the last in part', () => {
    expect(toFill(levels, 0.5)).toEqual({
      vwap: 100.26,
      worst: 100.4,
      filled: 0.5,
      value: 50.13,
      isWhole: true,
    });
  });

  it('ends with a level that suffices to the last digit', () => {
    expect(toFill(levels, 0.3)).toEqual({
      vwap: 30.05 / 0.3,
      worst: 100.2,
      filled: 0.3,
      value: 30.05,
      isWhole: true,
    });
  });

  it('says so where the levels do not suffice', () => {
    expect(toFill(levels, 2)).toEqual({
      vwap: 130.45 / 1.3,
      worst: 100.4,
      filled: 1.3,
      value: 130.45,
      isWhole: false,
    });
    expect(toFill(levels, Infinity)).toMatchObject({ filled: 1.3, isWhole: false });
  });

  it('has no price where nothing is filled', () => {
    expect(toFill([], 1)).toStrictEqual({ filled: 0, value: 0, isWhole: false });
    expect(toFill(levels, 0)).toStrictEqual({ filled: 0, value: 0, isWhole: true });
    expect(toFill(levels, NaN)).toStrictEqual({ filled: 0, value: 0, isWhole: false });
  });

  it('fills and pays what whole units would, to the digit', () => {
    fc.assert(
      fc.property(asks, wanted, (book, units) => {
        let left = units;
        let value = 0;
        for (const { price, quantity } of book) {
          const taken = Math.min(left, Math.round(quantity * 100));
          left -= taken;
          value += taken * Math.round(price * 10);
        }
        const filling = toFill(book, units / 100);
        expect(filling.isWhole).toBe(left === 0);
        expect(filling.filled).toBe((units - left) / 100);
        expect(filling.value).toBe(value / 1_000);
      }),
    );
  });

  it('has its mean between the first price and the worst, and at one price that', () => {
    expect(toFill([{ price: 26_512.64, quantity: 1, orders: 1, changedAt: 0 }], 0.03068456).vwap).toBe(
      26_512.64,
    );
    fc.assert(
      fc.property(asks, wanted, fc.constantFrom(toFill, toSpend), (book, units, ask) => {
        const { vwap, worst = 0 } = ask(book, units / 10_000);
        const first = book[0]?.price ?? 0;
        if (vwap === undefined) return;
        expect(vwap).toBeGreaterThanOrEqual(first);
        expect(vwap).toBeLessThanOrEqual(worst);
      }),
    );
  });

  it('fills next to nothing, and all that a double can want', () => {
    for (const least of [1e-30, Number.MIN_VALUE]) {
      expect(toFill(levels, least)).toMatchObject({ vwap: 100.1, filled: least, isWhole: true });
    }
    expect(toFill(levels, Number.MAX_VALUE)).toEqual(toFill(levels, Infinity));
  });

  it('never gets cheaper for more', () => {
    fc.assert(
      fc.property(asks, wanted, wanted, (book, a, b) => {
        const [less, more] = [toFill(book, Math.min(a, b)), toFill(book, Math.max(a, b))];
        expect(less.filled).toBeLessThanOrEqual(more.filled);
        expect(less.value).toBeLessThanOrEqual(more.value);
        expect(less.worst ?? 0).toBeLessThanOrEqual(more.worst ?? 0);
        expect((less.vwap ?? 0) - (more.vwap ?? 0)).toBeLessThanOrEqual(1e-9);
      }),
    );
  });
});

describe('toSpend', () => {
  it('takes levels until the value is reached', () => {
    expect(toSpend(levels, 30.05)).toEqual({
      vwap: 30.05 / 0.3,
      worst: 100.2,
      filled: 0.3,
      value: 30.05,
      isWhole: true,
    });
  });

  it('says so where the levels do not suffice', () => {
    expect(toSpend(levels, 1_000)).toMatchObject({ filled: 1.3, value: 130.45, isWhole: false });
  });

  it('has no price where nothing is filled', () => {
    expect(toSpend([], 1)).toStrictEqual({ filled: 0, value: 0, isWhole: false });
    expect(toSpend(levels, 0)).toStrictEqual({ filled: 0, value: 0, isWhole: true });
    expect(toSpend(levels, NaN)).toStrictEqual({ filled: 0, value: 0, isWhole: false });
  });

  it('spends on a quantity what filling that quantity costs', () => {
    fc.assert(
      fc.property(asks, wanted, (book, value) => {
        const spending = toSpend(book, value);
        expect(toFill(book, spending.filled).value).toBeCloseTo(spending.value, 6);
        if (spending.isWhole) expect(spending.value).toBe(value);
        else expect(spending).toEqual(toFill(book, Infinity));
      }),
    );
  });
});
