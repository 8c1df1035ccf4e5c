import * as fc from 'fast-check';
import { readExactJson } from '../../src/json/exactJson.ts';
import { readLongIntegers } from '../../src/json/longIntegers.ts';

describe('readLongIntegers', () => {
  it('keeps every digit of an integer, and reads the rest as the platform does', () => {
    expect(readLongIntegers('{"Id":9007199254740993,"Price":945.05,"Text":"1234567890123456789"}')).toEqual({
      value: { Id: 9007199254740993n, Price: 945.05, Text: '1234567890123456789' },
    });
    expect(readLongIntegers('bare words')).toEqual({ value: 'bare words' });
  });

  it('says so where it cannot tell', () => {
    expect(readLongIntegers('{"Id":9007199254740993,"Text":"\\u007f1"}')).toBeUndefined();
    expect(readLongIntegers('{"Id":9007199254740993')).toBeUndefined();
  });

  it('reads as the exact reader does, or says that it cannot tell', () => {
    const json = fc.array(fc.oneof(fc.bigInt({ min: -(2n ** 70n), max: 2n ** 70n }).map(String), fc.json()));
    fc.assert(
      fc.property(json, (parts) => {
        const text = `[${parts.join()}]`;
        const read = readLongIntegers(text);
        if (read !== undefined) expect(read.value).toEqual(readExactJson(text));
      }),
    );
  });
});
