import { TickerInterval } from '../../../src/codec/enums/TickerInterval.ts';
import { GetTickerHistory } from '../../../src/endpoints/market-data/GetTickerHistory.ts';
import { sampleText } from '../../support/samples.ts';
import { received, sent, sentAnyway } from '../../support/exchanged.ts';

const params = {
  InstrumentId: 1,
  Interval: TickerInterval.OneMinute,
  FromDate: '2018-07-18',
  ToDate: '2018-07-19',
};

describe('GetTickerHistory', () => {
  it('takes dates with and without a time', () => {
    expect(sent(GetTickerHistory, { ...params, ToDate: '2018-07-18 01:02:03' })).toBe(
      '{"OMSId":1,"InstrumentId":1,"Interval":60,"FromDate":"2018-07-18","ToDate":"2018-07-18 01:02:03"}',
    );
  });

  it('refuses another form of date', () => {
    expect(sentAnyway(GetTickerHistory, { ...params, FromDate: '2018-07-18T00:00:00Z' })).toBe(
      'GetTickerHistory was not sent: FromDate should be a date such as "2023-01-18" or "2023-01-18 01:02:03", or a Date, but is "2018-07-18T00:00:00Z". Correct the call.',
    );
  });

  it('reads the nine columns of old gateways', () => {
    const text = sampleText('streams/ticker.rows-nine-columns.json');
    expect(received(GetTickerHistory, text)).toEqual(JSON.parse(text));
  });
});
