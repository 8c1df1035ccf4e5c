import { GetLevel1Summary } from '../../../src/endpoints/market-data/GetLevel1Summary.ts';
import { received, sent } from '../../support/exchanged.ts';
import { sampleText } from '../../support/samples.ts';

const level1 = { OMSId: 1, InstrumentId: 1, BestBid: 30000, BestOffer: 32000 };
const asTexts = (...entries: readonly unknown[]): string =>
  JSON.stringify(entries.map((entry) => JSON.stringify(entry)));

describe('GetLevel1Summary', () => {
  it('asks for all instruments', () => {
    expect(sent(GetLevel1Summary, {})).toBe('{"OMSId":1}');
  });

  it('reads entries that are texts within the text', () => {
    expect(received(GetLevel1Summary, sampleText('functions/GetLevel1Summary.reply.01.json'))).toMatchObject([
      { InstrumentId: 1, BestBid: 30000, TimeStamp: '1690782922150' },
      { InstrumentId: 2, LastTradedPx: 2500 },
      { InstrumentId: 3, Rolling24HrPxChangePercent: 0 },
    ]);
  });

  it('reads entries that are objects, and both in one list', () => {
    expect(received(GetLevel1Summary, JSON.stringify([level1]))).toEqual([level1]);
    expect(received(GetLevel1Summary, JSON.stringify([level1, JSON.stringify(level1)]))).toEqual([
      level1,
      level1,
    ]);
    expect(received(GetLevel1Summary, '[]')).toEqual([]);
  });

  it('names what is missing within an entry', () => {
    expect(received(GetLevel1Summary, asTexts(level1, { OMSId: 1 }))).toBe(
      "GetLevel1Summary: the exchange's payload was not understood: 1.InstrumentId should be an integer but is undefined.",
    );
  });

  it.each([['{"OMSId":1'], ['words'], ['']])('does not understand %p as an entry', (entry) => {
    expect(received(GetLevel1Summary, JSON.stringify([entry]))).toMatch(
      /GetLevel1Summary: the exchange's payload was not understood: 0/,
    );
  });
});
