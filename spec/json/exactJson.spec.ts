import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { parse } from 'lossless-json';
import { readExactJson } from '../../src/json/exactJson.ts';
import { readJson } from '../../src/json/json.ts';

/** What an integer of any length stands for; any other number is the nearest `number`. */
const numberOf = (digits: string): number | bigint =>
  !/^-?\d+$/.test(digits) || Number.isSafeInteger(Number(digits)) ? Number(digits) : BigInt(digits);

/** The slow and sure way: a parser that hands out the digits of every number. */
const expected = (text: string): unknown => {
  try {
    return parse(text, undefined, { parseNumber: numberOf, onDuplicateKey: ({ newValue }) => newValue });
  } catch {
    return text === '' ? null : text;
  }
};

const digits = fc.stringMatching(/^[0-9]{1,24}$/);
const longDigits = fc.stringMatching(/^[1-9][0-9]{14,28}$/);
const integer = fc.oneof(longDigits, digits.map(String)).map((text) => text.replace(/^0+(?=\d)/, ''));
const numberText = fc
  .tuple(
    fc.constantFrom('', '', '-'),
    integer,
    fc.option(digits),
    fc.option(fc.constantFrom('e5', 'E-7', 'e+17', 'E0')),
  )
  .map(
    ([sign, whole, fraction, power]) =>
      `${sign}${whole}${fraction === null ? '' : `.${fraction}`}${power ?? ''}`,
  );
/** What looks like a number from outside, and is none, among it. */
const word = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 8 }),
  longDigits.map((run) => `a:${run},b`),
  longDigits.map((run) => `[ ${run}]`),
  longDigits.map((run) => `\u007f${run}`),
  longDigits,
);
const stringText = fc.oneof(
  { weight: 8, arbitrary: word.map((text) => JSON.stringify(text)) },
  { weight: 1, arbitrary: longDigits.map((run) => `"\\u007f${run}"`) },
  { weight: 1, arbitrary: longDigits.map((run) => `"\\\\\\":${run},\\""`) },
);
const space = fc.constantFrom('', '', '', ' ', '\n', '\t', '\r\n ');
const key = fc.oneof(stringText, fc.constantFrom('"a"', '"b"', '"__proto__"'));

const { value } = fc.letrec<{ value: string }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3, depthSize: 'small' },
    { weight: 2, arbitrary: numberText },
    { weight: 4, arbitrary: longDigits },
    { weight: 2, arbitrary: stringText },
    { weight: 1, arbitrary: fc.constantFrom('true', 'false', 'null') },
    {
      weight: 2,
      arbitrary: fc
        .tuple(space, fc.array(tie('value'), { maxLength: 4 }))
        .map(([gap, items]) => `[${items.map((item) => gap + item + gap).join(',')}]`),
    },
    {
      weight: 3,
      arbitrary: fc
        .tuple(space, fc.array(fc.tuple(key, tie('value')), { maxLength: 5 }))
        .map(
          ([gap, fields]) => `{${fields.map(([name, text]) => `${gap}${name}${gap}:${gap}${text}`).join()}}`,
        ),
    },
  ),
}));

/** Nearly JSON: something is put in, or left out. */
const broken = fc
  .tuple(
    value,
    fc.nat(),
    fc.nat(3),
    fc.constantFrom('', '"', '\\', ',', ':', '0', '-', '.', 'e', ' ', '{', '}'),
  )
  .map(([text, at, length, piece]) => {
    const place = at % (text.length + 1);
    return text.slice(0, place) + piece + text.slice(place + length);
  });

const differs = (text: string): boolean => !isDeepStrictEqual(readExactJson(text), expected(text));

describe('readExactJson, over 40,000 random texts', () => {
  it('reads JSON as a parser does that looks at every digit', () => {
    const count = { texts: 0, exact: 0 };
    fc.assert(
      fc.property(fc.array(value, { minLength: 50, maxLength: 50 }), (texts) => {
        count.texts += texts.length;
        count.exact += texts.filter((text) => !isDeepStrictEqual(readExactJson(text), readJson(text))).length;
        expect(texts.filter(differs)).toEqual([]);
      }),
      { numRuns: 500 },
    );
    expect(count.texts).toBeGreaterThanOrEqual(25_000);
    expect(count.exact).toBeGreaterThan(7_000);
  }, 60_000);

  it('leaves what is no JSON the text it is, and reads the rest, where one character is wrong', () => {
    const count = { texts: 0, refused: 0 };
    fc.assert(
      fc.property(fc.array(broken, { minLength: 50, maxLength: 50 }), (texts) => {
        count.texts += texts.length;
        count.refused += texts.filter((text) => readExactJson(text) === text).length;
        expect(texts.filter(differs)).toEqual([]);
      }),
      { numRuns: 300 },
    );
    expect(count.texts).toBeGreaterThanOrEqual(15_000);
    expect(count.refused).toBeGreaterThan(4_000);
  }, 60_000);
});

describe('readExactJson', () => {
  const long = '638168007882966478';

  it.each([
    ['a text within a text', `{"Form":"{\\"Amount\\":${long},\\"b\\":1}","At":${long}}`],
    ['a marked text', `{"a":"\u007f${long}","b":${long}}`],
    ['a marked text that is escaped', `{"a":${long},"a":1,"b":"\\u007F${long}"}`],
    ['a key twice', `{"a":${long},"a":2,"b":[${long}]}`],
    ['a number for a key', `{"a":1,${long}:${long}}`],
    ['a zero before the digits', `[0${long}]`],
    ['a sign too many', `[--${long}]`],
    ['a decimal', `[${long}.5,1.${long},1e${long},-${long}]`],
    ['a prototype', `{"__proto__":${long},"b":{"__proto__":{"c":${long}}}}`],
    ['white space', ` [ ${long} ,\n${long}\t, -${long}\r\n] `],
    ['nothing else', long],
  ])('is not misled by %s', (_name, text) => {
    expect(isDeepStrictEqual(readExactJson(text), expected(text))).toBe(true);
  });

  it('takes no longer for each character of a long text', () => {
    const cost = (text: string): number => {
      const before = process.hrtime.bigint();
      readExactJson(text);
      return Number(process.hrtime.bigint() - before) / text.length;
    };
    const texts = [
      (size: number) => `[${long},`.repeat(size / 20) + '1',
      (size: number) => '9'.repeat(size),
      (size: number) => `"${'\\"'.repeat(size / 2)}:${long},`,
      (size: number) => `[${`${long},`.repeat(size / 20)}1]`,
    ];
    for (const make of texts) {
      readExactJson(make(7_000));
      expect(cost(make(400_000))).toBeLessThan(20 * cost(make(7_000)) + 1000);
    }
  });

  it('does not fail for depth', () => {
    const deep = '['.repeat(5000) + long + ']'.repeat(5000);
    let read: unknown = readExactJson(deep);
    while (Array.isArray(read)) [read] = read as readonly unknown[];
    expect(read).toBe(BigInt(long));
  });
});
