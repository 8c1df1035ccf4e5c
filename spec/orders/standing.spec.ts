import fc from 'fast-check';
import { numberOfScaled, scaled } from '../../src/codec/scalars/scaled.ts';
import {
  areFillsWhole,
  asFound,
  debtOf,
  emptyStanding,
  fillKey,
  fillsOf,
  noveltyOf,
  type Standing,
  withFill,
} from '../../src/orders/standing.ts';
import { order, trade } from './support/order.ts';

const heard = { listedIn: 0, isTold: true };
const standing = (QuantityExecuted: number, ...quantities: readonly number[]): Standing =>
  quantities.reduce<Standing>(
    (before, Quantity, index) => withFill(before, trade({ TradeId: index + 1, Quantity }), heard),
    { ...emptyStanding, order: order({ QuantityExecuted }) },
  );

describe('fillKey', () => {
  it('tells fills apart by their execution, else by their trade, and both sides of a trade with oneself', () => {
    const keys = [
      trade({ ExecutionId: 3 }),
      trade({ ExecutionId: 4 }),
      trade({ TradeId: 3 }),
      trade({ TradeId: 3, ExecutionId: 0 }),
      trade({ TradeId: 3, OrderId: 2 }),
    ].map(fillKey);
    expect(new Set(keys).size).toBe(4);
    expect(keys[2]).toBe(keys[3]);
  });
});

describe('noveltyOf', () => {
  it.each([
    ['new', trade({ TradeId: 2 })],
    ['known', trade({})],
    ['revised', trade({ OrderTradeRevision: 1 })],
  ] as const)('says %s', (novelty, fill) => {
    expect(noveltyOf(standing(0.5, 0.5), fill)).toBe(novelty);
  });

  it('says untold of what is known and was not told', () => {
    const base = withFill(emptyStanding, trade(), { listedIn: 1, isTold: false });
    expect(noveltyOf(base, trade())).toBe('untold');
    expect(noveltyOf(withFill(base, trade(), heard), trade())).toBe('known');
  });
});

describe('withFill', () => {
  it('sums the newest revisions exactly, in whatever order and however often they come', () => {
    const one = fc.record({ TradeId: fc.integer({ min: 1, max: 4 }), OrderTradeRevision: fc.nat(3) });
    fc.assert(
      fc.property(fc.array(one, { maxLength: 20 }), (given) => {
        const fills = given.map(({ TradeId, OrderTradeRevision }) =>
          trade({ TradeId, OrderTradeRevision, Quantity: (TradeId + OrderTradeRevision) / 10 }),
        );
        const after = fills.reduce<Standing>((before, fill) => withFill(before, fill, heard), emptyStanding);
        const newest = new Map<number, number>();
        for (const { TradeId, OrderTradeRevision } of given)
          newest.set(TradeId, Math.max(newest.get(TradeId) ?? 0, OrderTradeRevision));
        const tenths = [...newest].reduce((sum, [id, revision]) => sum + id + revision, 0);
        expect(numberOfScaled(after.sum)).toBe(tenths / 10);
        expect(fillsOf(after)).toHaveLength(newest.size);
      }),
    );
  });
});

describe('debtOf', () => {
  it.each<readonly [string, Standing, string, boolean]>([
    ['nothing is filled', standing(0), 'none', true],
    ['the fills add up', standing(0.3, 0.1, 0.2), 'none', true],
    ['a fill is missing', standing(0.3, 0.1), 'fills', false],
    ['the order is behind its fills', standing(0.1, 0.1, 0.2), 'version', false],
    ['only fills are known', withFill(emptyStanding, trade(), heard), 'version', false],
  ])('says of an order of which %s', (_name, given, debt, isWhole) => {
    expect([debtOf(given), areFillsWhole(given)]).toEqual([debt, isWhole]);
  });

  it('owes nothing of what was filled before anybody looked, though that is not whole', () => {
    const found = asFound(standing(0.3, 0.1));
    expect(found.before).toEqual(scaled('0.2'));
    expect([debtOf(found), areFillsWhole(found)]).toEqual(['none', false]);
    expect(asFound(standing(0.3, 0.3))).toEqual(standing(0.3, 0.3));
  });
});
