import { wrongOrder } from '../../src/orders/wrongOrder.ts';

describe('wrongOrder', () => {
  it.each([
    { AccountId: 7, OrderId: 9 },
    { AccountId: 7, OrderId: 9n },
    { AccountId: 7, ClientOrderId: 33 },
    { AccountId: 7, OrderId: 9, ClientOrderId: 33, _tag: 'Replaced' },
  ])('takes %j', (of) => {
    expect(wrongOrder('lifeOf$', of)).toBeUndefined();
  });

  it('says what is missing, of either way to name an order', () => {
    expect(wrongOrder('lifeOf$', { AccountId: 7, orderId: 9 })?.message).toBe(
      'lifeOf$ was not sent: OrderId should be an integer (a bigint above 2^53) but is undefined. Correct the call.',
    );
    expect(wrongOrder('lifeOf$', { ClientOrderId: '33' })?.mismatches.map(({ path }) => path)).toEqual([
      'AccountId',
      'ClientOrderId',
    ]);
    expect(wrongOrder('lifeOf$', undefined)?.mismatches).toHaveLength(2);
  });
});
