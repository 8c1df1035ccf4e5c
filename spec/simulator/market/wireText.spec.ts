import fc from 'fast-check';
import { decimal } from '../../../src/simulator/market/decimal.ts';
import { wireText } from '../../../src/simulator/market/wireText.ts';

describe('wireText', () => {
  it('writes decimals with their zeros and bigints with all their digits', () => {
    const payload = {
      Price: decimal('104300.00'),
      ReceiveTimeTicks: 638168047970250300n,
      rows: [[decimal('0.00200'), 7, null]],
    };
    expect(wireText(payload)).toBe(
      '{"Price":104300.00,"ReceiveTimeTicks":638168047970250300,"rows":[[0.00200,7,null]]}',
    );
  });

  it('writes everything else as JSON does', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(wireText(value)).toBe(JSON.stringify(value));
      }),
    );
    expect(wireText({ absent: undefined, there: [undefined] })).toBe('{"there":[null]}');
    expect(wireText(undefined)).toBe('null');
  });
});
