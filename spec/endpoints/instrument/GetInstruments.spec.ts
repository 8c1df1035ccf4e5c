import { expectTypeOf } from 'expect-type';
import type { Endpoint } from '../../../src/endpoint.ts';
import type { Decimal } from '../../../src/codec/scalars/Decimal.ts';
import type { Instrument } from '../../../src/codec/records/Instrument.ts';
import {
  GetInstruments,
  type GetInstrumentsRequest,
} from '../../../src/endpoints/instrument/GetInstruments.ts';
import { sampleText } from '../../support/samples.ts';
import { received, sent, sentAnyway } from '../../support/exchanged.ts';

describe('GetInstruments', () => {
  it('asks for the active ones unless told otherwise', () => {
    expect(sent(GetInstruments, {})).toBe('{"OMSId":1}');
    expect(sent(GetInstruments, { OMSId: 2, InstrumentState: 'Both' })).toBe(
      '{"OMSId":2,"InstrumentState":"Both"}',
    );
  });

  it('refuses a misspelt field', () => {
    expect(sentAnyway(GetInstruments, { instrumentState: 'Both' })).toBe(
      'GetInstruments was not sent: instrumentState should be left out, as there is no such field, but is "Both". Correct the call.',
    );
  });

  it('reads what old gateways send, exponents with it', () => {
    const old = received(GetInstruments, sampleText('functions/GetInstruments.reply.03.json'));
    expect(old).toContainEqual(expect.objectContaining({ Symbol: 'BTCUSD', QuantityIncrement: 1e-8 }));
  });

  it('says which instrument is not understood', () => {
    expect(received(GetInstruments, '[{"OMSId":1}]')).toMatch(
      /: 0\.InstrumentId should be an integer but is undefined;/,
    );
  });

  it('gives a list that cannot be changed', () => {
    expectTypeOf(GetInstruments).toEqualTypeOf<Endpoint<GetInstrumentsRequest, readonly Instrument[]>>();
    expectTypeOf<Instrument['PriceIncrement']>().toEqualTypeOf<Decimal | undefined>();
  });
});
