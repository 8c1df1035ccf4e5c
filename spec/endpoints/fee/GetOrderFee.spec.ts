import { GetOrderFee } from '../../../src/endpoints/fee/GetOrderFee.ts';
import { dispensable } from '../../support/dispensable.ts';
import { sent, sentAnyway } from '../../support/exchanged.ts';

const order = {
  AccountId: 9,
  InstrumentId: 1,
  Quantity: 0.5,
  Price: '10000',
  OrderType: 'Limit',
  MakerTaker: 'Maker',
  Side: 'Buy',
} as const;

describe('GetOrderFee', () => {
  it('takes names and sends numbers', () => {
    const text =
      '{"OMSId":1,"AccountId":9,"InstrumentId":1,"Quantity":0.5,"Price":"10000","OrderType":2,"MakerTaker":1,"Side":0}';
    expect(sent(GetOrderFee, order)).toBe(text);
    expect(sent(GetOrderFee, { ...order, OrderType: 2, MakerTaker: 1, Side: 0 })).toBe(text);
  });

  it('takes Unknown where it is not known whether the order will rest', () => {
    expect(sent(GetOrderFee, { ...order, MakerTaker: 'Unknown' })).toContain('"MakerTaker":0,');
  });

  it('sends the fields of older gateways beside the others', () => {
    expect(sent(GetOrderFee, { ...order, ProductId: 2, Amount: '0.5' })).toMatch(
      /"Side":0,"ProductId":2,"Amount":"0\.5"\}$/,
    );
  });

  it.each(Object.keys(order))('must be told %s', (key) => {
    expect(sentAnyway(GetOrderFee, { ...order, [key]: undefined })).toMatch(
      new RegExp(`^GetOrderFee was not sent: ${key} should be .* but is undefined\\. Correct the call\\.$`),
    );
  });

  it('needs the fee and its product', () => {
    expect(dispensable(GetOrderFee, { OrderFee: 0.00001, ProductId: 2 })).toEqual([]);
  });
});
