import { GetAccountInstrumentStatistics } from '../../../src/endpoints/account/GetAccountInstrumentStatistics.ts';
import { dispensable } from '../../support/dispensable.ts';
import { received, sent } from '../../support/exchanged.ts';
import { sampleText } from '../../support/samples.ts';

const text = sampleText('functions/GetAccountInstrumentStatistics.reply.01.json');
const [statistics = {}] = JSON.parse(text) as readonly Readonly<Record<string, unknown>>[];

describe('GetAccountInstrumentStatistics', () => {
  it('asks for one account', () => {
    expect(sent(GetAccountInstrumentStatistics, { AccountId: 7 })).toBe('{"OMSId":1,"AccountId":7}');
  });

  it('reads the key OMSID as well', () => {
    const respelt = text.replaceAll('OMSId', 'OMSID');
    expect(respelt).not.toBe(text);
    expect(received(GetAccountInstrumentStatistics, respelt)).toEqual(JSON.parse(text));
  });

  it('needs all but what some gateways leave out, and takes null for the symbol alone', () => {
    expect(dispensable(GetAccountInstrumentStatistics, statistics, (u) => [u], '0.')).toEqual([
      'NotionalConversionSymbol',
      'NotionalProductId',
    ]);
    const without = [{ ...statistics, NotionalConversionSymbol: null }];
    expect(received(GetAccountInstrumentStatistics, JSON.stringify(without))).toEqual(without);
    expect(
      received(GetAccountInstrumentStatistics, JSON.stringify([{ ...statistics, InstrumentSymbol: null }])),
    ).toMatch(/0\.InstrumentSymbol should be string but is null/);
  });
});
