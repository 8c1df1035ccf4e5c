import * as E from 'fp-ts/lib/Either.js';
import * as t from 'io-ts';
import { anyCase } from '../../../src/codec/fast/anyCase.ts';
import { exactly } from '../../../src/codec/fast/exactly.ts';
import { fast } from '../../../src/codec/fast/fast.ts';
import { recordOf } from '../../../src/codec/fast/recordOf.ts';
import { gathering } from '../../../src/codec/gathering.ts';
import { Ask } from '../../../src/codec/scalars/Ask.ts';
import { Decimal } from '../../../src/codec/scalars/Decimal.ts';
import { Flag } from '../../../src/codec/scalars/Flag.ts';
import { nullable } from '../../../src/codec/scalars/nullable.ts';
import { readDigits } from '../../../src/json/exactJson.ts';
import { mismatches } from '../../../src/mismatches.ts';

const Inner = recordOf({ Id: t.number }, { Fee: Decimal }, 'Inner');
const Row = recordOf(
  { Id: t.number, Price: Decimal },
  { Size: Decimal, Ask, Name: nullable(t.string), Text: t.string, IsQuote: Flag, Inner },
  'Row',
);

/** What a codec makes of a value, plain and fast alike, and what it leaves out. */
const readBy = (codec: t.Mixed, u: unknown): { readonly value: unknown; readonly told: unknown } => {
  const [plain, quick] = [codec, fast(codec)].map((one) => gathering(() => one.decode(u)));
  expect(quick).toEqual(plain);
  const { value, mishaps } = quick as ReturnType<typeof gathering<t.Validation<unknown>>>;
  return {
    value: E.isRight(value) ? value.right : mismatches(value.left).map(({ path }) => path),
    told: mishaps.map((errors) =>
      mismatches(errors)
        .map(({ path, found }) => `${path}: ${found}`)
        .join(),
    ),
  };
};
const read = (u: unknown) => readBy(Row, u);

describe('recordOf', () => {
  it('hands on the very object where every field is what it should be', () => {
    const row = { Id: 1, Price: 2, Size: 3, Ask: null, Name: null, Text: '', IsQuote: true };
    expect(read(row)).toEqual({ value: row, told: [] });
    expect(E.toUnion(fast(Row).decode(row))).toBe(row);
  });

  it.each(['Size', 'Text', 'IsQuote', 'Inner'])(
    'reads null in %s as absent, and says nothing of it',
    (key) => {
      const { value, told } = read({ Price: 2, [key]: null, Id: 1, More: null });
      expect(value).toStrictEqual({ Price: 2, Id: 1, More: null });
      expect(told).toEqual([]);
    },
  );

  it('keeps null where the codec of the field takes it', () => {
    expect(read({ Id: 1, Price: 2, Ask: null, Name: null }).value).toEqual({
      Id: 1,
      Price: 2,
      Ask: null,
      Name: null,
    });
  });

  it.each(['NaN', 'nan', '-Infinity', 'Infinity', '+inf', '', ' '])(
    'reads %p in the place of an optional number as absent, and tells of it',
    (text) => {
      const { value, told } = read({ Id: 1, Price: 2, Size: text });
      expect(value).toStrictEqual({ Id: 1, Price: 2 });
      expect(told).toEqual([`Size: ${JSON.stringify(text)}`]);
    },
  );

  it.each([null, 'NaN', '', 'Infinity'])('refuses %p in a field that is needed', (Price) => {
    expect(read({ Id: 1, Price, Size: null, Ask: 'NaN' })).toEqual({ value: ['Price'], told: [] });
  });

  it('refuses any other value in an optional field', () => {
    for (const Size of ['a lot', {}, [], true]) {
      expect(read({ Id: 1, Price: 2, Size, Ask: 'NaN' })).toEqual({ value: ['Size'], told: [] });
    }
  });

  it('reads the rest of the row as ever, numbers as text and keys without order', () => {
    const row = { Size: null, Price: '2.50', Ask: 'NaN', More: 1, Id: 1, IsQuote: 'true' };
    const { value, told } = read(row);
    expect(Object.entries(value as object)).toEqual([
      ['Price', 2.5],
      ['More', 1],
      ['Id', 1],
      ['IsQuote', true],
    ]);
    expect(told).toEqual(['Ask: "NaN"']);
    expect(row.Size).toBeNull();
  });

  it('forgives within a record within a record', () => {
    const { value, told } = read({ Id: 1, Price: 2, Inner: { Id: 3, Fee: 'NaN' } });
    expect(value).toStrictEqual({ Id: 1, Price: 2, Inner: { Id: 3 } });
    expect(told).toEqual(['Inner.Fee: "NaN"']);
  });

  it('tells once, also where it is read a second time for another field', () => {
    const { value, told } = read({ Id: 1, Price: 2, Size: null, Inner: { Id: 3, Fee: 'NaN' }, Ask: '' });
    expect(value).toStrictEqual({ Id: 1, Price: 2, Inner: { Id: 3 } });
    expect(told).toEqual(['Ask: ""', 'Inner.Fee: "NaN"']);
  });

  it('forgives where keys are read in any case', () => {
    const { value, told } = readBy(anyCase(Row), { id: 1, PRICE: 2, size: null, ask: 'NaN' });
    expect(value).toStrictEqual({ Id: 1, Price: 2 });
    expect(told).toEqual(['Ask: "NaN"']);
  });

  it('asks io-ts neither for a null nor a second time what a null comes to', () => {
    const size = jest.spyOn(Decimal, 'decode');
    const Quick = fast(recordOf({ Id: t.number }, { Size: Decimal }));
    const decoded = [1, 2, 3].map((Id) => Quick.decode({ Id, Size: null }));
    expect(decoded).toEqual([E.right({ Id: 1 }), E.right({ Id: 2 }), E.right({ Id: 3 })]);
    expect(size.mock.calls.filter(([u]) => u === null)).toHaveLength(1);
    size.mockRestore();
  });

  it('forgives where decimals are read exactly', () => {
    const value = readDigits('{"Id":1,"Price":2.50,"Size":null,"Ask":"NaN"}');
    const { mishaps, value: decoded } = gathering(() =>
      exactly(fast(recordOf({ Price: Decimal }, { Size: Decimal, Ask })), readDigits).decode(value),
    );
    expect(E.isRight(decoded) && Object.keys(decoded.right)).toEqual(['Id', 'Price']);
    expect(E.isRight(decoded) && String(decoded.right.Price)).toBe('2.50');
    expect(mishaps.map(mismatches)).toEqual([
      [{ path: 'Ask', expected: 'a decimal number', found: '"NaN"' }],
    ]);
  });
});
