import { breachOf, checkedLimits, type Limits, type OrderRequest } from '../../src/orders/limits.ts';

const order: OrderRequest = {
  AccountId: 7,
  InstrumentId: 1,
  Side: 'Buy',
  OrderType: 'Limit',
  TimeInForce: 'GTC',
  Quantity: '0.5',
  LimitPrice: '100',
};
const market: OrderRequest = {
  AccountId: 7,
  InstrumentId: 1,
  Side: 'Buy',
  OrderType: 'Market',
  TimeInForce: 'IOC',
  Quantity: '0.5',
};
const byValue: OrderRequest = {
  AccountId: 7,
  InstrumentId: 1,
  Side: 'Buy',
  OrderType: 'Market',
  TimeInForce: 'IOC',
  Value: '50',
};
const away = (fraction: string, reference?: number): Limits => ({
  priceAway: { fraction, from: () => reference },
});
const calm = { lately: 0, fitsIn: 0, open: 0 };

describe('breachOf', () => {
  const cases: readonly (readonly [
    string,
    Limits,
    string | undefined,
    (OrderRequest | undefined)?,
    (typeof calm | undefined)?,
  ])[] = [
    ['a quantity at its limit', { quantity: '0.5' }, undefined],
    ['a quantity above it by the last digit', { quantity: '0.4999999999999999999' }, 'quantity'],
    ['a worth at its limit', { notional: 50 }, undefined],
    ['a worth above it', { notional: '49.99' }, 'notional'],
    ['a worth that nobody can tell', { notional: 1_000 }, 'notional', market],
    ['a worth by a reference that is no number', { notional: 50, ...away('1', NaN) }, 'notional', market],
    ['a value at its limit', { notional: 50 }, undefined, byValue],
    ['a value above it', { notional: '49.99' }, 'notional', byValue],
    ['a quantity that the exchange works out', { quantity: 1_000 }, 'quantity', byValue],
    ['a market order by the reference', { notional: 50, ...away('1', 100) }, undefined, market],
    ['a market order above it', { notional: 50, ...away('1', 101) }, 'notional', market],
    ['a price at the edge', away('0.1', 1_000 / 9), undefined],
    ['a price beyond it', away('0.1', 112), 'priceAway'],
    ['a price without a reference', away('0.1'), 'priceAway'],
    ['a price with a reference that is no number', away('0.1', NaN), 'priceAway'],
    ['fewer open than may be', { open: 2 }, undefined, order, { ...calm, lately: 0, open: 1 }],
    ['as many open as may be', { open: 2 }, 'open', order, { ...calm, lately: 0, open: 2 }],
    ['fewer within a second', { perSecond: 2 }, undefined, order, { ...calm, lately: 1, open: 0 }],
    ['as many within a second', { perSecond: 2 }, 'perSecond', order, { ...calm, lately: 2, open: 0 }],
    ['no limit at all', {}, undefined, market, { ...calm, lately: 99, open: 99 }],
  ];

  it.each(cases.map(([what, ...rest]) => ({ what, rest })))('judges $what', ({ rest }) => {
    const [limits, rule, sent = order, context = calm] = rest;
    expect(breachOf(limits, sent, context)?.rule).toBe(rule);
  });

  it('takes a reference whose function throws for none', () => {
    const from = (): number => {
      throw new Error('no book');
    };
    expect(breachOf({ priceAway: { fraction: 1, from } }, order, calm)?.rule).toBe('priceAway');
  });

  it.each<readonly [keyof Limits | 'fraction', Limits]>([
    ['perSecond', { perSecond: NaN }],
    ['perSecond', { perSecond: 0.5 }],
    ['open', { open: -1 }],
    ['quantity', { quantity: 'much' }],
    ['quantity', { quantity: -1 }],
    ['notional', { notional: Infinity }],
    ['fraction', { priceAway: { fraction: NaN, from: () => 1 } }],
  ])('refuses a limit that is nonsense: %s', (name, limits) => {
    expect(() => checkedLimits(limits)).toThrow(
      new RegExp(`^A limit must be a number of 0 or more, but ${name} is `),
    );
  });

  // As plain JavaScript may have it: a limit that nobody knows would let everything out.
  it.each<readonly [string, unknown, string]>([
    [
      'a misspelt one',
      { perSeconds: 5 },
      'perSeconds should be left out, as the options are perSecond, quantity, notional, open, priceAway, but is 5',
    ],
    ['a tag among them', { open: 5, idTag: 1 }, 'idTag should be left out'],
    [
      'one within one',
      { priceAway: { fraction: 1, from: () => 1, form: 1 } },
      'priceAway.form should be left',
    ],
    ['a fraction alone', { priceAway: { fraction: 1 } }, 'priceAway should be an object with `fraction` and'],
    ['no fraction', { priceAway: { from: () => 1 } }, 'priceAway should be an object with `fraction` and'],
    ['a number for an object', { priceAway: 0.1 }, 'priceAway should be an object with `fraction` and'],
    ['none at all', undefined, 'the value should be an object of options but is undefined'],
  ])('refuses %s', (_name, limits, said) => {
    const check = () => checkedLimits(limits as Limits);
    expect(check).toThrow(RangeError);
    expect(check).toThrow(`These limits cannot be meant: ${said}`);
  });

  it('takes limits that make sense as they are', () => {
    const limits = { perSecond: 0, open: Infinity, quantity: '0.5', notional: 1e6, ...away('0.1', 1) };
    expect(checkedLimits(limits)).toBe(limits);
    expect(checkedLimits({})).toEqual({});
  });

  it('takes what is not known to be open for too much', () => {
    expect(breachOf({ open: 99 }, order, { ...calm, lately: 0, open: undefined })?.rule).toBe('open');
  });
});
