import * as fc from 'fast-check';
import { createSum } from '../../src/book/sum.ts';

describe('a sum', () => {
  it('of decimals is that decimal, however many there are', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 1e11 }), { maxLength: 500 }),
        fc.nat(10),
        (units, places) => {
          const sum = createSum();
          for (const unit of units) sum.add(Number(`${unit}e-${places}`));
          expect(sum.total()).toBe(Number(`${units.reduce((a, b) => a + b, 0)}e-${places}`));
        },
      ),
    );
  });

  it('keeps what a great number would round away', () => {
    const sum = createSum();
    for (const value of [1e16, 1, -1e16]) sum.add(value);
    expect(sum.total()).toBe(1);
  });

  it('of nothing is 0', () => {
    expect(createSum().total()).toBe(0);
  });
});
