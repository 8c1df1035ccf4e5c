import { GetProducts } from '../../../src/endpoints/product/GetProducts.ts';
import { received, sent, sentAnyway } from '../../support/exchanged.ts';

const product = {
  OMSId: 1,
  ProductId: 1,
  Product: 'BTC',
  ProductFullName: null,
  ProductType: 'CryptoCurrency',
  DecimalPlaces: 8,
  TickSize: 1e-8,
  NoFees: false,
};

describe('GetProducts', () => {
  it('takes disabled ones by either form, and a page', () => {
    expect(sent(GetProducts, { GetDisabled: true, Depth: 10, StartIndex: 0 })).toBe(
      '{"OMSId":1,"GetDisabled":true,"Depth":10,"StartIndex":0}',
    );
    expect(sent(GetProducts, { GetDisabled: 0 })).toBe('{"OMSId":1,"GetDisabled":0}');
    expect(sentAnyway(GetProducts, { GetDisabled: 2 })).toBe(
      'GetProducts was not sent: GetDisabled should be true, false, 0 or 1 but is 2. Correct the call.',
    );
  });

  it('takes null for a name, but not for an id', () => {
    expect(received(GetProducts, JSON.stringify([product]))).toEqual([product]);
    expect(received(GetProducts, JSON.stringify([{ ...product, ProductId: null }]))).toMatch(
      /: 0\.ProductId should be an integer but is null\.$/,
    );
  });
});
