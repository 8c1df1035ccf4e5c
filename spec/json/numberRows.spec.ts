import { isDeepStrictEqual } from 'node:util';
import * as fc from 'fast-check';
import { readExactJson } from '../../src/json/exactJson.ts';
import { type ReadJson, readJson } from '../../src/json/json.ts';
import { withNumberRows } from '../../src/json/numberRows.ts';

/** Says which payloads were left to it. */
const recording = (read: ReadJson) => {
  const left: unknown[] = [];
  const reader = withNumberRows((payload) => {
    left.push(payload);
    return read(payload);
  });
  return { reader, left };
};

const digits = (minLength: number, maxLength: number) =>
  fc.stringMatching(new RegExp(`^[0-9]{${minLength},${maxLength}}$`));

/** Numbers as gateways spell them, and everything near it that may or may not be one. */
const numberText = fc.oneof(
  { weight: 4, arbitrary: fc.double({ noNaN: true, noDefaultInfinity: true }).map(String) },
  { weight: 4, arbitrary: fc.maxSafeInteger().map(String) },
  {
    weight: 8,
    arbitrary: fc
      .tuple(fc.constantFrom('', '-'), fc.nat(999_999), digits(1, 24))
      .map(([sign, whole, decimals]) => `${sign}${whole}.${decimals}`),
  },
  { weight: 2, arbitrary: digits(1, 24) },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      ...['-0', '0', '-0.0', '00', '01', '1.', '.5', '-', '+1', '1e5', '1E-7', '--1', '0x1', '1_0', '٣'],
      ...[
        '9007199254740991',
        '9007199254740992',
        '9007199254740993',
        '0.9007199254740993',
        'NaN',
        'Infinity',
      ],
      ...['null', 'true', '"1"', '[]', '{}', '', ' 1', '1 ', '[1]', '0.30000000000000004', '5e-324'],
    ),
  },
);
const plainNumber = fc
  .tuple(fc.constantFrom('', '-'), fc.nat(99_999), fc.option(digits(1, 10), { nil: undefined }))
  .map(([sign, whole, decimals]) => `${sign}${whole}${decimals === undefined ? '' : `.${decimals}`}`);

const rowsOf = (number: fc.Arbitrary<string>) =>
  fc
    .array(fc.array(number, { minLength: 1, maxLength: 11 }), { minLength: 1, maxLength: 4 })
    .map((rows) => `[${rows.map((row) => `[${row.join()}]`).join()}]`);

/** A text with one character taken out, put in or put in the place of another. */
const damaged = fc
  .tuple(
    rowsOf(numberText),
    fc.nat(),
    fc.constantFrom('', ',', '[', ']', '.', '-', '0', ' ', 'e', '"'),
    fc.nat(1),
  )
  .map(([text, at, put, taken]) => {
    const place = at % (text.length + 1);
    return text.slice(0, place) + put + text.slice(place + taken);
  });

describe('withNumberRows', () => {
  it.each([
    ['readJson', readJson],
    ['readExactJson', readExactJson],
  ])('reads what %s reads, to the last bit: 25,000 texts', (_, read) => {
    fc.assert(
      fc.property(fc.oneof(rowsOf(numberText), damaged), (text) =>
        isDeepStrictEqual(withNumberRows(read)(text), read(text)),
      ),
      { numRuns: 25_000 },
    );
  });

  it('leaves no rows of plain numbers to it', () => {
    fc.assert(
      fc.property(rowsOf(plainNumber.filter((text) => !/^-?0\d/.test(text))), (text) => {
        const { reader, left } = recording(readJson);
        reader(text);
        expect(left).toEqual([]);
      }),
    );
  });

  it.each<[string, unknown]>([
    ['an exponent', '[[1e5]]'],
    ['an integer that a double may not hold', '[[9007199254740993]]'],
    ['more digits than a double holds for sure', '[[0.1234567890123456789]]'],
    ['text among the numbers', '[[1,"2"]]'],
    ['null among the numbers', '[[1,null]]'],
    ['spaces', '[[1, 2]]'],
    ['no rows', '[]'],
    ['a row of nothing', '[[]]'],
    ['objects', '[{"0":1}]'],
    ['no JSON', 'Endpoint Not Found'],
    ['a payload that came as a value', [[1]]],
    ['a payload that is missing', null],
  ])('leaves %s to it, with all of the payload', (_, payload) => {
    const { reader, left } = recording(readJson);
    expect(reader(payload)).toEqual(readJson(payload));
    expect(left).toEqual([payload]);
  });

  it('gives every row an array of its own', () => {
    expect(withNumberRows(readJson)('[[1,2,3],[4],[5,6]]')).toEqual([[1, 2, 3], [4], [5, 6]]);
  });
});
