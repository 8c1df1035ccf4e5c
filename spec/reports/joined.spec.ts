import * as E from 'fp-ts/lib/Either.js';
import * as fc from 'fast-check';
import { DecodeError } from '../../src/errors.ts';
import { joined } from '../../src/reports/joined.ts';

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');

/** A text cut at these places of its bytes. */
const cut = (text: string, places: readonly number[]): readonly string[] => {
  const bytes = new TextEncoder().encode(text);
  const ends = [...places.map((place) => place % (bytes.length + 1)), bytes.length].sort((a, b) => a - b);
  return ends.map((end, index) => base64(bytes.subarray(ends[index - 1] ?? 0, end)));
};

describe('joined', () => {
  it('puts a text together again wherever it was cut, in whatever order its slices came', () => {
    const order = fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true }));
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.array(fc.nat(50)), order, (text, places, chance) => {
        const numbered = cut(text, places).map((slice, number) => [number, slice] as const);
        const shuffled = numbered.map((one) => [chance.next().value, one] as const).sort(([a], [b]) => a - b);
        // As a Map keeps one of each, a slice that comes twice is one.
        const slices = new Map([...shuffled, ...shuffled].map(([, one]) => one));
        expect(joined(slices, numbered.length)).toEqual(E.right(text.replace(/^\uFEFF/, '')));
      }),
    );
  });

  it('says which slice is missing', () => {
    const slices = new Map([
      [0, 'YQ=='],
      [2, 'Yg=='],
    ]);
    expect(joined(slices, 3)).toEqual(
      E.left(
        new DecodeError('DownloadDocumentSlice', [
          { path: 'slice 1', expected: 'there', found: 'undefined' },
        ]),
      ),
    );
  });

  it('says which slice is no base64', () => {
    expect(joined(new Map([[0, '*']]), 1)).toEqual(
      E.left(
        new DecodeError('DownloadDocumentSlice', [
          { path: 'slice 0.base64Bytes', expected: 'base64', found: '"*"' },
        ]),
      ),
    );
  });
});
