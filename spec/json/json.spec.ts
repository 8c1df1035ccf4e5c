import fc from 'fast-check';
import { readExactJson } from '../../src/json/exactJson.ts';
import { readJson, writeJson, writeReceived } from '../../src/json/json.ts';

const int64 = fc.bigInt({ min: -(2n ** 63n), max: 2n ** 64n });
const narrowed = (value: bigint): number | bigint =>
  Number.isSafeInteger(Number(value)) ? Number(value) : value;
/** Any JSON value, with integers of any size in it. */
const value = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    fc.constantFrom(null, true, false),
    fc.string({ unit: 'binary' }),
    fc
      .double({ noNaN: true, noDefaultInfinity: true })
      .filter((number) => Math.abs(number) < 2 ** 53 && !Object.is(number, -0)),
    int64.map(narrowed),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(fc.string(), tie('value'), { maxKeys: 4, noNullPrototype: true }),
  ),
})).value;
const jsonText = fc.json({ noUnicodeString: false }).filter((text) => !/\d{16}/.test(text));
const sixteen = '1234567890123456';

const isRejectedByJson = (text: string): boolean => {
  try {
    JSON.parse(text);
    return false;
  } catch {
    return true;
  }
};

describe.each([
  ['readJson', readJson],
  ['readExactJson', readExactJson],
])('%s', (_name, read) => {
  it('reads JSON', () => {
    fc.assert(
      fc.property(jsonText, (text) => {
        expect(read(text)).toStrictEqual(JSON.parse(text));
        expect(read(`[${text},${sixteen}]`)).toStrictEqual(JSON.parse(`[${text},${sixteen}]`));
      }),
    );
  });

  it.each(['Endpoint Not Found', '{"a":', `{"a":${sixteen},}`, `[0${sixteen}]`, 'NaN', sixteen + '.'])(
    'leaves %p, which is no JSON, the text it is',
    (text) => expect(read(text)).toBe(text),
  );

  it('leaves any text that is no JSON the text it is', () => {
    const text = fc
      .tuple(fc.string(), fc.constantFrom('', sixteen))
      .map((parts) => parts.join(''))
      .filter((joined) => joined !== '' && isRejectedByJson(joined));
    fc.assert(fc.property(text, (broken) => expect(read(broken)).toBe(broken)));
  });

  it('reads an empty text as null', () => {
    expect(read('')).toBeNull();
  });

  it('leaves a payload that came as a value that value', () => {
    const payload = { a: 1 };
    expect(read(payload)).toBe(payload);
    expect([null, undefined, 7, true].map(read)).toEqual([null, undefined, 7, true]);
  });

  it('takes the last of several values of one key, as JSON.parse does', () => {
    const text = `{"a":1,"b":${sixteen},"a":2}`;
    expect(read(text)).toEqual({ a: 2, b: Number(sixteen) });
  });

  it('gives an object no other prototype', () => {
    const read1 = read(`{"__proto__":{"a":1},"b":${sixteen}}`) as object;
    expect(Object.getPrototypeOf(read1)).toBe(Object.prototype);
    expect(Object.keys(read1)).toEqual(['__proto__', 'b']);
  });

  it('does not fail for depth', () => {
    const deep = '['.repeat(500) + sixteen + ']'.repeat(500);
    expect(JSON.stringify(read(deep))).toBe(deep);
  });
});

describe('readExactJson', () => {
  it('keeps every integer of 64 bits', () => {
    fc.assert(
      fc.property(int64, (integer) => {
        expect(readExactJson(`{"Ticks":[${integer}]}`)).toStrictEqual({ Ticks: [narrowed(integer)] });
      }),
    );
  });

  it.each([
    ['9007199254740991', 9007199254740991],
    ['9007199254740992', 9007199254740992n],
    ['-9007199254740993', -9007199254740993n],
    ['10000000000000000', 10000000000000000n],
    ['638168007882966500', 638168007882966500n],
    ['79228162514264337593543950335', 79228162514264337593543950335n],
    ['-0', -0],
  ])('reads %s as it stands', (text, expected) => {
    expect(readExactJson(text)).toBe(expected);
  });

  it('reads decimals as JSON.parse does, however many digits they have', () => {
    const digits = fc.stringMatching(/^-?(0|[1-9]\d{0,12})\.\d{1,28}(e[+-]?\d{1,2})?$/);
    fc.assert(
      fc.property(digits, (text) => {
        expect(readExactJson(`[${text},${sixteen}]`)).toStrictEqual([JSON.parse(text), Number(sixteen)]);
      }),
    );
    expect(readExactJson('1.1381543994360000000000000000')).toBe(1.138154399436);
  });

  it('takes digits in a text for the text they are', () => {
    const texts = [sixteen.repeat(3), `a "${sixteen}" b`, `\\${sixteen}`];
    expect(readExactJson(JSON.stringify(texts))).toEqual(texts);
  });
});

describe('writeJson', () => {
  it('writes what readExactJson reads as the same value', () => {
    fc.assert(
      fc.property(value, (written) => {
        expect(readExactJson(writeJson(written))).toStrictEqual(written);
      }),
    );
  });

  it('writes what JSON.stringify writes, where that can', () => {
    class Dated {
      toJSON(): string {
        return 'dated';
      }
    }
    const odd = [
      undefined,
      NaN,
      -Infinity,
      -0,
      '\u0000',
      '\ud800',
      { a: undefined, b: [undefined] },
      new Dated(),
    ];
    expect(writeJson(odd)).toBe(JSON.stringify(odd));
    fc.assert(fc.property(fc.jsonValue(), (plain) => expect(writeJson(plain)).toBe(JSON.stringify(plain))));
  });

  it('writes a bigint as the integer it is, and text as text whatever is in it', () => {
    expect(writeJson({ OrderId: 9007199254740993n, At: -5n })).toBe('{"OrderId":9007199254740993,"At":-5}');
    for (const text of ['\u00005\u0000', 'a"\u00005\u0000', '"5"', '5n', '\\u00005\\u0000']) {
      expect(JSON.parse(writeJson([text, { [text]: text }]))).toEqual([text, { [text]: text }]);
    }
  });

  it('writes null for what has no text in JSON', () => {
    expect(writeJson(undefined)).toBe('null');
    expect(writeJson(() => 1)).toBe('null');
  });
});

describe('writeReceived', () => {
  it('writes what writeJson writes, and says so where a value is nested too deep for that', () => {
    const deep = JSON.parse(`${'['.repeat(100_000)}${']'.repeat(100_000)}`) as unknown;

    expect(() => writeJson(deep)).toThrow(RangeError);
    expect(writeReceived(deep)).toBe('"(nested too deep to be shown)"');
    expect(writeReceived({ OrderId: 9007199254740993n })).toBe('{"OrderId":9007199254740993}');
  });
});
