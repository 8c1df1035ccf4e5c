import { isWithin, socketOptions } from '../../src/transport/options.ts';

describe('socketOptions', () => {
  it('has a default for each, which undefined means too', () => {
    const odd = { connectTimeout: undefined, maxPayload: undefined } as unknown as { maxPayload: number };

    expect(socketOptions({})).toEqual({ connectTimeout: 10_000, maxPayload: 32 * 1024 * 1024 });
    expect(socketOptions(odd)).toEqual(socketOptions({}));
    expect(socketOptions({ maxPayload: 5 })).toMatchObject({ maxPayload: 5 });
  });
});

describe('socketOptions of a time', () => {
  it('is no longer than a timer can count, which would else end at once', () => {
    for (const connectTimeout of [2 ** 31, Infinity, Number.NaN]) {
      expect(socketOptions({ connectTimeout })).toMatchObject({ connectTimeout: 2 ** 31 - 1 });
    }
  });
});

describe('isWithin', () => {
  it('counts bytes, not the units of a string', () => {
    expect([isWithin('€'.repeat(3), 9), isWithin('€'.repeat(3), 8)]).toEqual([true, false]);
    expect([isWithin('xyz', 3), isWithin('wxyz', 3)]).toEqual([true, false]);
    expect([isWithin(new ArrayBuffer(3), 3), isWithin(new ArrayBuffer(4), 3)]).toEqual([true, false]);
  });
});
