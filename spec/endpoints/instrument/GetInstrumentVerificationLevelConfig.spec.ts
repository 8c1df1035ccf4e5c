import { GetInstrumentVerificationLevelConfig } from '../../../src/endpoints/instrument/GetInstrumentVerificationLevelConfig.ts';
import { dispensable } from '../../support/dispensable.ts';
import { sent } from '../../support/exchanged.ts';
import { sampleText } from '../../support/samples.ts';

type Keyed = Readonly<Record<string, unknown>>;
const reply = JSON.parse(
  sampleText('functions/GetInstrumentVerificationLevelConfig.reply.01.json'),
) as Keyed & { readonly Instruments: readonly Keyed[] };
const [instrument = {}] = reply.Instruments;

describe('GetInstrumentVerificationLevelConfig', () => {
  it('asks for one account', () => {
    expect(sent(GetInstrumentVerificationLevelConfig, { AccountId: 7 })).toBe('{"OMSId":1,"AccountId":7}');
  });

  it('needs all but the names, the limits of an order and those in the notional product', () => {
    expect(dispensable(GetInstrumentVerificationLevelConfig, reply)).toEqual(['LevelName']);
    expect(
      dispensable(
        GetInstrumentVerificationLevelConfig,
        { ...instrument, OrderBuyLimit: -1, OrderSellLimit: -1, OrderNotionalLimit: -1 },
        (u) => ({ ...reply, Instruments: [u] }),
        'Instruments.0.',
      ),
    ).toEqual([
      'DailyNotionalLimit',
      'MonthlyNotionalLimit',
      'NotionalProductId',
      'OrderBuyLimit',
      'OrderNotionalLimit',
      'OrderSellLimit',
      'VerificationLevelName',
      'YearlyNotionalLimit',
    ]);
  });
});
