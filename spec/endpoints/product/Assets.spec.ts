import { GetInstrumentAttributes } from '../../../src/endpoints/instrument/GetInstrumentAttributes.ts';
import { Assets } from '../../../src/endpoints/product/Assets.ts';
import { GetProductAttributes } from '../../../src/endpoints/product/GetProductAttributes.ts';
import { received, sent, sentAnyway } from '../../support/exchanged.ts';

describe('Assets', () => {
  it('asks for nothing', () => {
    expect(sent(Assets, {})).toBe('{}');
  });

  it('reads the smallest amount also where it is text', () => {
    const asset = { name: 'Bitcoin', unified_cryptoasset_id: 1, min_withdraw: '0.00000001' };
    expect(received(Assets, JSON.stringify([asset]))).toEqual([{ ...asset, min_withdraw: 1e-8 }]);
  });
});

describe('attributes', () => {
  it('are those of one product or instrument', () => {
    expect(sent(GetProductAttributes, { ProductId: 1 })).toBe('{"OMSId":1,"ProductId":1}');
    expect(sentAnyway(GetInstrumentAttributes, {})).toBe(
      'GetInstrumentAttributes was not sent: InstrumentId should be an integer but is undefined. Correct the call.',
    );
  });

  it('have text for a value', () => {
    const attribute = { OMSId: 1, ProductId: 1, KeyName: 'Pegged', KeyValue: 1 };
    expect(received(GetProductAttributes, JSON.stringify([attribute]))).toMatch(
      /: 0\.KeyValue should be string but is 1\.$/,
    );
  });
});
