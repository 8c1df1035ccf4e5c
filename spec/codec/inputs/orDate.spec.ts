import fc from 'fast-check';
import { DateInput } from '../../../src/codec/inputs/DateInput.ts';
import { EpochMsInput } from '../../../src/codec/inputs/EpochMsInput.ts';
import { IsoTimeInput } from '../../../src/codec/inputs/IsoTimeInput.ts';
import { TicksInput } from '../../../src/codec/inputs/TicksInput.ts';
import { epochMsFromTicks } from '../../../src/codec/scalars/Ticks.ts';
import { GetOrderHistory } from '../../../src/endpoints/trading/GetOrderHistory.ts';
import { GetTickerHistory } from '../../../src/endpoints/market-data/GetTickerHistory.ts';
import { GetTransfersHistory } from '../../../src/endpoints/transfer/GetTransfersHistory.ts';
import { GenerateTradeActivityReport } from '../../../src/endpoints/report/GenerateTradeActivityReport.ts';
import { sent, sentAnyway } from '../../support/exchanged.ts';

const moment = new Date('2023-01-18T01:02:03.456Z');
const inputs = [EpochMsInput, TicksInput, IsoTimeInput, DateInput];

describe('orDate', () => {
  it('writes a Date as each function wants it', () => {
    expect(inputs.map((input) => input.encode(moment))).toEqual([
      1674003723456,
      638096005234560000n,
      '2023-01-18T01:02:03.456Z',
      '2023-01-18 01:02:03',
    ]);
    expect(sent(GetOrderHistory, { AccountId: 7, StartTimestamp: moment })).toBe(
      '{"OMSId":1,"AccountId":7,"StartTimestamp":1674003723456}',
    );
    expect(sent(GetTransfersHistory, { AccountId: 7, EndTimeStamp: moment })).toBe(
      '{"OMSId":1,"AccountId":7,"EndTimeStamp":638096005234560000}',
    );
    expect(
      sent(GetTickerHistory, { InstrumentId: 1, Interval: 60, FromDate: moment, ToDate: '2023-01-19' }),
    ).toBe(
      '{"OMSId":1,"InstrumentId":1,"Interval":60,"FromDate":"2023-01-18 01:02:03","ToDate":"2023-01-19"}',
    );
    expect(
      sent(GenerateTradeActivityReport, { accountIdList: [7], startTime: moment, endTime: moment }),
    ).toContain('"startTime":"2023-01-18T01:02:03.456Z"');
  });

  it('takes what the exchange wants as it is', () => {
    expect([EpochMsInput.encode(5), TicksInput.encode(5n), DateInput.encode('2023-01-18')]).toEqual([
      5,
      5n,
      '2023-01-18',
    ]);
  });

  it('sends the date that stands for never', () => {
    const never = new Date('0001-01-01T00:00:00Z');
    expect(inputs.map((input) => input.is(never) && input.encode(never))).toEqual([
      -62135596800000,
      0n,
      '0001-01-01T00:00:00.000Z',
      '0001-01-01 00:00:00',
    ]);
    expect(IsoTimeInput.is('0001-01-01T00:00:00Z')).toBe(true);
  });

  it.each([new Date(NaN), new Date(8.64e15), new Date(-8.64e15), {}, null, undefined, ''])(
    'refuses %p',
    (u) => {
      expect(inputs.map((input) => input.is(u))).toEqual([false, false, false, false]);
    },
  );

  it('says what it would have taken', () => {
    expect(sentAnyway(GetOrderHistory, { AccountId: 7, StartTimestamp: '2023' })).toMatch(
      /StartTimestamp should be an integer, or a Date, but is "2023"/,
    );
  });

  it('writes any moment so that it can be read again', () => {
    const first = new Date('0000-01-01T00:00:00Z');
    const last = new Date('9999-12-31T23:59:59.999Z');
    fc.assert(
      fc.property(fc.date({ min: first, max: last, noInvalidDate: true }), (date) => {
        expect(inputs.every((input) => input.is(date))).toBe(true);
        expect(IsoTimeInput.is(IsoTimeInput.encode(date))).toBe(true);
        expect(DateInput.is(DateInput.encode(date))).toBe(true);
        expect(epochMsFromTicks(TicksInput.encode(date) as bigint)).toBe(date.getTime());
      }),
    );
  });
});
