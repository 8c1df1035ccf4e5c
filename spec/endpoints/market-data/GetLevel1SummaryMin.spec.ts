import * as fc from 'fast-check';
import { level1SummaryRowToObject } from '../../../src/codec/records/Level1SummaryRow.ts';
import { GetLevel1SummaryMin } from '../../../src/endpoints/market-data/GetLevel1SummaryMin.ts';
import { received, sent, sentAnyway } from '../../support/exchanged.ts';

const rows = [
  [1, 'BTCUSD', 29354.89, 1.5, -0.2, 3],
  [2, '1INCHUSDT', 0, 0, 0, 0],
] as const;

describe('GetLevel1SummaryMin', () => {
  it('sends ids as a text, in whichever form they are given', () => {
    expect(sent(GetLevel1SummaryMin, { InstrumentIds: [1, 2, 3] })).toBe(
      '{"OMSId":1,"InstrumentIds":"[1,2,3]"}',
    );
    expect(sent(GetLevel1SummaryMin, { InstrumentIds: '[1, 2]' })).toBe(
      '{"OMSId":1,"InstrumentIds":"[1, 2]"}',
    );
    expect(sent(GetLevel1SummaryMin, {})).toBe('{"OMSId":1}');
  });

  it.each([[[]], [['BTCUSD']], [[1.5]], ['1,2'], ['[]'], ['[1,]'], [1]])('refuses %j as ids', (ids) => {
    expect(sentAnyway(GetLevel1SummaryMin, { InstrumentIds: ids })).toMatch(
      /^GetLevel1SummaryMin was not sent: InstrumentIds should be a list of ids, or one as text such as "\[1,2\]" but is /,
    );
  });

  it('reads symbols with and without quotes, and both in one reply', () => {
    const text = JSON.stringify(rows);
    expect(received(GetLevel1SummaryMin, text)).toEqual(rows);
    expect(received(GetLevel1SummaryMin, text.replaceAll(/"(\w+)"/g, '$1'))).toEqual(rows);
    expect(received(GetLevel1SummaryMin, text.replace('"BTCUSD"', 'BTCUSD'))).toEqual(rows);
    expect(received(GetLevel1SummaryMin, '[ [ 1 , BTC-USD , 0,0,0,0 ] ]')).toEqual([
      [1, 'BTC-USD', 0, 0, 0, 0],
    ]);
  });

  it('reads any symbol of letters and digits alike, quoted or bare', () => {
    // A bare `0E0` is a number to anybody.
    const symbol = fc
      .stringMatching(/^[A-Z0-9]{0,8}[A-Z][A-Z0-9]{0,8}$/)
      .filter((text) => isNaN(Number(text)));
    const row = fc.tuple(fc.nat(), symbol, fc.nat(), fc.integer(), fc.integer(), fc.nat());
    fc.assert(
      fc.property(fc.array(row), (some) => {
        const bare = `[${some.map((columns) => `[${columns.join(',')}]`).join(',')}]`;
        expect(received(GetLevel1SummaryMin, bare)).toEqual(some);
        expect(received(GetLevel1SummaryMin, JSON.stringify(some))).toEqual(some);
      }),
    );
  });

  it('does not repair anything else', () => {
    expect(received(GetLevel1SummaryMin, '[[1,BTCUSD,0,0,0]]')).toMatch(/: 0\.5 should be a decimal number/);
    expect(received(GetLevel1SummaryMin, '[[1,BTCUSD,0,0,nothing,0]]')).toMatch(/was not understood/);
    expect(received(GetLevel1SummaryMin, '[[1,"BTC"USD,0,0,0,0]]')).toMatch(/was not understood/);
  });

  it('names the columns', () => {
    expect(level1SummaryRowToObject(rows[0])).toEqual({
      InstrumentId: 1,
      InstrumentSymbol: 'BTCUSD',
      LastTradedPx: 29354.89,
      Rolling24HrPxChange: 1.5,
      Rolling24HrPxChangePercent: -0.2,
      Rolling24HrVolume: 3,
    });
  });
});
