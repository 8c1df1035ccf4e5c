import { exact } from '../../../src/exact.ts';
import { toValueOf } from '../../../src/market/book/exactOptions.ts';
import { SubscribeLevel2 } from '../../../src/topics/SubscribeLevel2.ts';

describe('what makes the values of an exact book', () => {
  it('is what the topic was made with', () => {
    expect(toValueOf(exact(SubscribeLevel2))('1.50')).toBe('1.50');
    expect(toValueOf(exact(SubscribeLevel2, (text) => ({ text })))('1.50')).toEqual({ text: '1.50' });
  });

  it('is a number for a topic that makes none', () => {
    const { finish, ...others } = exact(SubscribeLevel2);
    expect(finish).toBeDefined();
    expect(toValueOf(others)('1.50')).toBe(1.5);
  });

  it('throws a DecodeError where that throws', () => {
    expect(() => toValueOf(exact(SubscribeLevel2, BigInt))('1.50')).toThrow(
      expect.objectContaining({ _tag: 'DecodeError' }) as Error,
    );
  });
});
