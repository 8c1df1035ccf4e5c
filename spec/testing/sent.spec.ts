import { MessageType } from '../../src/frame.ts';
import { asExpected } from '../../src/testing/sent.ts';

const order = {
  type: MessageType.Request,
  sequence: 2,
  name: 'SendOrder',
  payload: { Side: 0, Quantity: '1' },
};

describe('asExpected', () => {
  it('is the name, and those fields of the payload that an expectation of that name speaks of', () => {
    expect(asExpected(order, ['SendOrder'])).toBe('SendOrder');
    expect(asExpected(order, [{ name: 'SendOrder', payload: { Side: 1 } }])).toEqual({
      name: 'SendOrder',
      payload: { Side: 0 },
    });
    expect(asExpected(order, ['Ping'])).toBe('SendOrder');
  });

  it('is what is met where several expectations are of that name', () => {
    const met = { name: 'SendOrder', payload: { Quantity: '1' } };
    expect(asExpected(order, [{ name: 'SendOrder', payload: { Quantity: '2' } }, met])).toEqual(met);
  });
});
