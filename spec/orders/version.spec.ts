import fc from 'fast-check';
import type { Order } from '../../src/codec/records/Order.ts';
import { compareVersions, isOver, merge } from '../../src/orders/version.ts';
import { order } from './support/order.ts';

const state = fc.constantFrom('Working', 'Working', 'FullyExecuted', 'Canceled', 'Expired', 'Rejected');
const quantity = fc.constantFrom(0, 0.25, 0.5, 1);

/** Versions of one order, with or without the time of the change. */
const version: fc.Arbitrary<Order> = fc
  .record({
    OrderState: state,
    Quantity: quantity,
    QuantityExecuted: quantity,
    ticks: fc.option(fc.constantFrom(5, 6, 638_356_032_000_000_000n), { nil: undefined }),
  })
  .map(({ ticks, ...rest }) =>
    order({ ...rest, ...(ticks === undefined ? {} : { LastUpdatedTimeTicks: ticks }) }),
  );

const mergeAll = (versions: readonly Order[]): Order | undefined =>
  versions.reduce<Order | undefined>((known, told) => merge(known, told).order, undefined);

describe('merge', () => {
  it('comes to the same whatever the order of arrival, and however often a version comes', () => {
    const arrivals = fc
      .array(version, { minLength: 1, maxLength: 8 })
      .chain((versions) =>
        fc.tuple(
          fc.constant(versions),
          fc.shuffledSubarray([...versions, ...versions], { minLength: 2 * versions.length }),
        ),
      );
    fc.assert(
      fc.property(arrivals, ([versions, shuffled]) => {
        expect(mergeAll(shuffled)).toEqual(mergeAll(versions));
      }),
    );
  });

  it('tells nothing of what it knows already', () => {
    fc.assert(
      fc.property(version, version, (a, b) => {
        const { order: known } = merge(a, b);
        expect(merge(known, a)).toMatchObject({ isNews: false });
        expect(merge(known, b)).toMatchObject({ isNews: false });
      }),
    );
  });

  it('never lets what is over work again, nor what was executed become less', () => {
    fc.assert(
      fc.property(version, version, (known, told) => {
        const merged = merge(known, told).order;
        expect(isOver(merged)).toBe(isOver(known) || isOver(told));
        if (isOver(known) === isOver(told))
          expect(merged.QuantityExecuted).toBe(Math.max(known.QuantityExecuted, told.QuantityExecuted));
      }),
    );
  });

  it('takes the time of a change from the same version without calling it news', () => {
    const dated = order({ LastUpdatedTimeTicks: 7 });

    expect(merge(order(), dated)).toEqual({ order: dated, isNews: false, isContradiction: false });
    expect(merge(dated, order())).toEqual({ order: dated, isNews: false, isContradiction: false });
  });

  it('says that two ends of one order contradict each other', () => {
    const [canceled, filled] = [order({ OrderState: 'Canceled' }), order({ OrderState: 'FullyExecuted' })];

    expect(merge(canceled, filled)).toEqual({ order: filled, isNews: true, isContradiction: true });
    expect(merge(filled, canceled)).toEqual({ order: filled, isNews: false, isContradiction: true });
  });
});

describe('compareVersions', () => {
  const newer: readonly (readonly [why: string, a: Partial<Order>, b: Partial<Order>])[] = [
    ['over before working', { OrderState: 'Canceled' }, { QuantityExecuted: 0.5, LastUpdatedTimeTicks: 9 }],
    ['more executed', { QuantityExecuted: 0.5 }, { Quantity: 0.1, LastUpdatedTimeTicks: 9 }],
    ['less remaining', { Quantity: 0.5 }, { LastUpdatedTimeTicks: 9 }],
    ['the later change', { LastUpdatedTimeTicks: 638_356_032_000_000_001n }, { LastUpdatedTimeTicks: 9 }],
    [
      'of two ends the later',
      { OrderState: 'Rejected', LastUpdatedTimeTicks: 9 },
      { OrderState: 'FullyExecuted', LastUpdatedTimeTicks: 8 },
    ],
    ['of two ends of no time, filled', { OrderState: 'FullyExecuted' }, { OrderState: 'Canceled' }],
  ];

  it.each(newer)('takes as newer: %s', (_why, a, b) => {
    expect(compareVersions(order(a), order(b))).toBe(1);
    expect(compareVersions(order(b), order(a))).toBe(-1);
  });
});
