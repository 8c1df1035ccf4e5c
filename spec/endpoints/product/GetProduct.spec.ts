import { GetProduct } from '../../../src/endpoints/product/GetProduct.ts';
import { received, sent, sentAnyway } from '../../support/exchanged.ts';

describe('GetProduct', () => {
  it('must be told the product', () => {
    expect(sent(GetProduct, { ProductId: -1 })).toBe('{"OMSId":1,"ProductId":-1}');
    expect(sentAnyway(GetProduct, { ProductId: 'BTC' })).toBe(
      'GetProduct was not sent: ProductId should be an integer but is "BTC". Correct the call.',
    );
  });

  it('is refused for one that there is not', () => {
    expect(
      received(GetProduct, '{"result":false,"errormsg":"Resource Not Found","errorcode":104,"detail":null}'),
    ).toBe('GetProduct was refused: Resource Not Found (code 104)');
  });
});
