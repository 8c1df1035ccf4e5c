import * as t from 'io-ts';
import { readJson } from '../../src/json/json.ts';
import { plainly } from '../../src/streams/reading.ts';

describe('plainly', () => {
  it('reads as the topic says', () => {
    const format = { codec: t.number, read: readJson };
    expect(plainly.format(format)).toBe(format);
  });
});
