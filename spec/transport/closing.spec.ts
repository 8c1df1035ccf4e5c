import { closingCode, closingReason } from '../../src/transport/closing.ts';

describe('closingCode', () => {
  it('is what a browser takes: an own code as it is, and 1000 for every other', () => {
    expect([1_000, 3_000, 4_999].map(closingCode)).toEqual([1_000, 3_000, 4_999]);
    expect([1_001, 1_005, 2_999, 5_000, 3_000.5, Number.NaN].map(closingCode)).toEqual(Array(6).fill(1_000));
  });
});

describe('closingReason', () => {
  it('is 123 bytes at most, and halves no character', () => {
    expect(closingReason('done')).toBe('done');
    expect(closingReason('x'.repeat(124))).toBe('x'.repeat(123));
    expect(closingReason(`x${'€'.repeat(41)}`)).toBe(`x${'€'.repeat(40)}`);
  });
});
