import * as fc from 'fast-check';
import { ownCopy } from '../../src/streams/ownCopy.ts';

describe('ownCopy', () => {
  it('is equal, and shares no object that can be written to', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const copy = ownCopy(value);
        expect(copy).toEqual(value);
        if (typeof value === 'object' && value !== null) expect(copy).not.toBe(value);
      }),
    );
  });

  it('takes objects that are not plain as they are', () => {
    const decimal = new Date(0);
    expect(ownCopy([decimal])[0]).toBe(decimal);
  });
});
