import { Big } from 'big.js';
import * as fc from 'fast-check';
import { textOf } from '../../src/codec/scalars/scaled.ts';
import { texts } from '../../src/book/ExactLevel.ts';
import { fillExactly, spendExactly } from '../../src/book/exactFilling.ts';

const cents = fc.integer({ min: 1, max: 10_000 }).map((units) => (units / 100).toFixed(2));
const levels = fc
  .array(fc.tuple(cents, cents), { maxLength: 12 })
  .map((pairs) =>
    [...pairs]
      .sort(([a], [b]) => Number(a) - Number(b))
      .map(([price, quantity]) => texts(price, quantity, { orders: 1, changedAt: 0 })),
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

  it('has no mean and no worst price where nothing is filled', () => {
    expect(fillExactly([], '1')).not.toHaveProperty('vwap');
    expect(spendExactly([], '1')).not.toHaveProperty('worst');
  });
});
