import fc from 'fast-check';
import { depthCurve, roundedUp } from '../../examples/browser/page/depthCurve.ts';
import { totalled } from '../../examples/browser/page/levels.ts';

const level = (price: number, quantity: number) => ({ price, quantity, orders: 1, changedAt: 0 });

describe('totalled', () => {
  it('gives each level all that rests at its price and at better ones', () => {
    expect(totalled([level(99, 1), level(98, 2), level(95, 4)])).toEqual([
      { price: 99, quantity: 1, total: 1 },
      { price: 98, quantity: 2, total: 3 },
      { price: 95, quantity: 4, total: 7 },
    ]);
  });
});

describe('depthCurve', () => {
  const range = { mid: 100, half: 120 };

  it('rises with each level on the way from the middle to the end', () => {
    const curve = depthCurve(totalled([level(110, 1), level(150, 2)]), 'asks', range);
    const at = (price: number) => curve.find((point) => point.price === price)?.total;
    expect([100, 109, 110, 149, 150, 220].map(at)).toEqual([0, 0, 1, 1, 3, 3]);
  });

  it('goes down in price for bids', () => {
    const curve = depthCurve(totalled([level(90, 1), level(50, 2)]), 'bids', range);
    const at = (price: number) => curve.find((point) => point.price === price)?.total;
    expect([100, 91, 90, 51, 50, -20].map(at)).toEqual([0, 0, 1, 1, 3, 3]);
  });

  it('never falls, and tells of no more than there is', () => {
    const levels = fc.array(fc.record({ price: fc.integer({ min: 101, max: 300 }), quantity: fc.nat() }));
    fc.assert(
      fc.property(levels, (drawn) => {
        const sorted = drawn.map(({ price, quantity }) => level(price, quantity));
        const asks = totalled(sorted.sort((one, other) => one.price - other.price));
        const totals = depthCurve(asks, 'asks', range).map(({ total }) => total);
        expect(totals).toEqual([...totals].sort((one, other) => one - other));
        expect(totals.at(-1) ?? 0).toBeLessThanOrEqual(asks.at(-1)?.total ?? 0);
      }),
    );
  });
});

describe('roundedUp', () => {
  it.each([
    [1, 1],
    [1.1, 1.2],
    [187, 200],
    [0.031, 0.04],
    [9.5, 10],
  ])('makes of %p %p', (n, expected) => {
    expect(roundedUp(n)).toBeCloseTo(expected, 12);
  });
});
