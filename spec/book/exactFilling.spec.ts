import { Big } from 'big.js';
import * as fc from 'fast-check';
import { compareScaled, textOf } from '../../src/codec/scalars/scaled.ts';
import { texts } from '../../src/book/ExactLevel.ts';
import { fillExactly, spendExactly } from '../../src/book/exactFilling.ts';
import { exactRow } from '../support/books.ts';

const rest = { row: exactRow(1, '1', '1'), orders: 1, changedAt: 0 };
const cents = fc.integer({ min: 1, max: 10_000 }).map((units) => (units / 100).toFixed(2));
const levels = fc
  .array(fc.tuple(cents, cents), { maxLength: 12 })
  .map((pairs) =>
    [...pairs]
      .sort(([a], [b]) => Number(a) - Number(b))
      .map(([price, quantity]) => texts(price, quantity, rest)),
  );

describe('an exact filling', () => {
  it('takes what big.js says it takes for a quantity', () => {
    fc.assert(
      fc.property(levels, cents, (side, wanted) => {
        let left = new Big(wanted);
        let value = new Big(0);
        for (const { price, quantity } of side) {
          const taken = left.lt(quantity) ? left : new Big(quantity);
          left = left.minus(taken);
          value = value.plus(taken.times(price));
        }
        const filling = fillExactly(side, wanted);
        expect(new Big(textOf(filling.filled)).eq(new Big(wanted).minus(left))).toBe(true);
        expect(new Big(textOf(filling.value)).eq(value)).toBe(true);
        expect(filling.isWhole).toBe(left.eq(0));
      }),
    );
  });

  it('buys for a value no more than that, and all of it where the levels suffice', () => {
    fc.assert(
      fc.property(levels, cents, (side, wanted) => {
        const filling = spendExactly(side, wanted);
        const whole = side.reduce(
          (total, { price, quantity }) => total.plus(new Big(price).times(quantity)),
          new Big(0),
        );
        expect(filling.isWhole).toBe(whole.gte(wanted));
        expect(new Big(textOf(filling.value)).eq(filling.isWhole ? wanted : whole)).toBe(true);
      }),
    );
  });

  it('has its mean between the first price and the worst, and at one price that', () => {
    fc.assert(
      fc.property(levels, cents, fc.constantFrom(fillExactly, spendExactly), (side, wanted, ask) => {
        const { vwap, worst } = ask(side, wanted);
        const [first] = side;
        if (vwap === undefined || worst === undefined || first === undefined) return;
        expect(compareScaled(vwap, first.at())).toBeGreaterThanOrEqual(0);
        expect(compareScaled(vwap, worst)).toBeLessThanOrEqual(0);
      }),
      { numRuns: 500 },
    );
  });

  it('takes all there is for who wants no end of it', () => {
    const side = [texts('10', '2', rest)];
    expect(textOf(fillExactly(side, Infinity).filled)).toBe('2');
    expect(fillExactly(side, Infinity).isWhole).toBe(false);
  });

  it('has no mean and no worst price where nothing is filled', () => {
    expect(fillExactly([], '1')).not.toHaveProperty('vwap');
    expect(spendExactly([], '1')).not.toHaveProperty('worst');
  });
});
