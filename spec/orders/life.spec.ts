import { isEnd, newLife, tagOf } from '../../src/orders/life.ts';
import { order } from './support/order.ts';

describe('tagOf', () => {
  it.each([
    ['Working', {}],
    ['PartiallyFilled', { QuantityExecuted: 0.5 }],
    ['Filled', { OrderState: 'FullyExecuted', QuantityExecuted: 1 }],
    ['Canceled', { OrderState: 'Canceled', QuantityExecuted: 0.5 }],
    ['Expired', { OrderState: 'Expired' }],
    ['Rejected', { OrderState: 'Rejected' }],
    ['Working', { OrderState: 'SomethingNew' }],
  ] as const)('says %s of %p', (tag, given) => {
    expect(tagOf(order(given as Parameters<typeof order>[0]))).toBe(tag);
  });
});

describe('isEnd', () => {
  it.each(['Sent', 'Accepted', 'Working', 'PartiallyFilled', 'Unknown'] as const)('says no of %s', (tag) => {
    expect(isEnd(tag)).toBe(false);
  });

  it.each([
    ...(['Denied', 'NotSent', 'Rejected', 'Filled'] as const),
    ...(['Canceled', 'Expired', 'NotFound', 'Unresolved'] as const),
  ])('says yes of %s', (tag) => {
    expect(isEnd(tag)).toBe(true);
  });
});

describe('newLife', () => {
  it('is an order that is sent now, of which nothing is filled', () => {
    const { shown, sentAt } = newLife(5, 2, { at: 10, isOn: true });
    expect(shown).toMatchObject({
      _tag: 'Sent',
      isFinal: false,
      ClientOrderId: 5,
      executed: 0,
      remaining: 2,
    });
    expect(sentAt).toBe(10);
  });
});
