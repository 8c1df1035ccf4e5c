import { closingCode, closingReason, sendableCode } from '../../src/transport/closing.ts';

describe('closingCode', () => {
  it('is what a browser takes: an own code as it is, and 1000 for every other', () => {
    expect([1_000, 3_000, 4_999].map(closingCode)).toEqual([1_000, 3_000, 4_999]);
    expect([1_001, 1_005, 2_999, 5_000, 3_000.5, Number.NaN].map(closingCode)).toEqual(Array(6).fill(1_000));
  });
});

describe('sendableCode', () => {
  it('is any that may be sent, and 1000 for those that would throw', () => {
    expect([1_000, 1_001, 1_014, 3_000].map(sendableCode)).toEqual([1_000, 1_001, 1_014, 3_000]);
    expect([99, 1_004, 1_005, 1_006, 1_015, 5_000, Number.NaN].map(sendableCode)).toEqual(
      Array(7).fill(1_000),
    );
  });
});

describe('closingReason', () => {
  it('is 123 bytes at most, and halves no character', () => {
    expect(closingReason('done')).toBe('done');
    expect(closingReason('x'.repeat(124))).toBe('x'.repeat(123));
    expect(closingReason(`x${'€'.repeat(41)}`)).toBe(`x${'€'.repeat(40)}`);
  });
});
