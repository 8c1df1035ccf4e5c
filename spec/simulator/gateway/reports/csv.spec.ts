import { csvOf } from '../../../../src/simulator/gateway/reports/csv.ts';
import { decimal } from '../../../../src/simulator/market/decimal.ts';

describe('csvOf', () => {
  it('writes a head and the columns in their order, everything in quotes', () => {
    expect(csvOf(['b', 'a'], [{ a: 1, b: 2n }])).toBe('"b","a"\r\n"2","1"\r\n');
  });

  it('doubles quotes, keeps digits, and leaves out what is not there', () => {
    expect(csvOf(['a', 'b', 'c'], [{ a: 'say "so", he', b: decimal('1.50'), c: null }])).toBe(
      '"a","b","c"\r\n"say ""so"", he","1.50",""\r\n',
    );
  });

  it('writes a head alone where there are no rows', () => {
    expect(csvOf(['a'], [])).toBe('"a"\r\n');
  });
});
