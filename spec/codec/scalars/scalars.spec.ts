import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as fc from 'fast-check';
import * as t from 'io-ts';
import { Ask } from '../../../src/codec/scalars/Ask.ts';
import { Decimal } from '../../../src/codec/scalars/Decimal.ts';
import { EpochMs } from '../../../src/codec/scalars/EpochMs.ts';
import { fast } from '../../../src/codec/fast/fast.ts';
import { Flag } from '../../../src/codec/scalars/Flag.ts';
import { Integer } from '../../../src/codec/scalars/Integer.ts';
import { Long } from '../../../src/codec/scalars/Long.ts';
import { mismatches } from '../../../src/mismatches.ts';
import { epochMsFromTicks, Ticks } from '../../../src/codec/scalars/Ticks.ts';
import { readExactJson } from '../../../src/json/exactJson.ts';

/** The value, or what should have stood there. */
const read = <A>(codec: t.Type<A>, u: unknown): unknown =>
  pipe(
    codec.decode(u),
    E.getOrElseW((errors) => mismatches(errors).map(({ expected }) => expected)),
  );

describe('Decimal', () => {
  it.each([
    [1.5, 1.5],
    ['8432.0', 8432],
    ['-0.10', -0.1],
    ['1e-8', 1e-8],
    [79228162514264337593543950335n, Number('79228162514264337593543950335')],
  ])('reads %p as %p', (u, value) => {
    expect(read(Decimal, u)).toBe(value);
  });

  it.each([[''], ['abc'], ['0x10'], [null], [undefined], [true], [[1]]])('refuses %p', (u) => {
    expect(read(Decimal, u)).toEqual(['a decimal number']);
  });
});

describe('Integer', () => {
  it.each([
    [154, 154],
    ['154', 154],
    [-1, -1],
  ])('reads %p as %p', (u, value) => {
    expect(read(Integer, u)).toBe(value);
  });

  it.each([[1.5], [2 ** 53], ['1.5'], ['x'], [null], [2n ** 60n]])('refuses %p', (u) => {
    expect(read(Integer, u)).toEqual(['an integer']);
  });
});

describe('Long', () => {
  it('reads any integer of 64 bits as itself: a number where that is exact, else a bigint', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(2n ** 63n), max: 2n ** 64n - 1n }), (id) => {
        const value = read(Long, readExactJson(`${id}`));
        expect(BigInt(value as number | bigint)).toBe(id);
        expect(typeof value).toBe(Number.isSafeInteger(Number(id)) ? 'number' : 'bigint');
        expect(read(Long, id)).toBe(value);
        expect(read(Long, `${id}`)).toBe(value);
      }),
    );
  });

  it.each([[2 ** 53], [Number('638168007882966478')], [1.5], ['1.5'], [''], [null]])(
    'refuses %p, which is no integer or one that may have been rounded',
    (u) => {
      expect(read(Long, u)).toEqual(['an integer, read exactly']);
    },
  );
});

describe('Ticks', () => {
  it('are a moment in milliseconds', () => {
    expect(epochMsFromTicks(638168007882966478n)).toBe(1681203988296);
    expect(epochMsFromTicks(0)).toBe(-62135596800000);
    expect(read(Ticks, '638168007882966478')).toBe(638168007882966478n);
  });
});

describe('EpochMs', () => {
  it.each([
    [1534862990358, 1534862990358],
    ['1534862990358', 1534862990358],
    [1510719222970.21, 1510719222970.21],
  ])('reads %p as %p', (u, value) => {
    expect(read(EpochMs, u)).toBe(value);
  });

  it('refuses a date in words', () => {
    expect(read(EpochMs, '2023-01-18T00:00:00Z')).toEqual(['a time in milliseconds']);
  });
});

describe('Ask', () => {
  it.each([['79228162514264337593543950335'], ['9223372036.854775807']])('reads %s as no ask', (text) => {
    expect(read(Ask, readExactJson(text))).toBeNull();
    expect(read(Ask, JSON.parse(text))).toBeNull();
    expect(read(Ask, text)).toBeNull();
  });

  it('reads an ask as a decimal, and null as no ask', () => {
    expect(read(Ask, 26000)).toBe(26000);
    expect(read(Ask, '26000.5')).toBe(26000.5);
    expect(read(Ask, null)).toBeNull();
    expect(read(Ask, 'none')).toEqual(['a decimal number']);
  });
});

describe('Flag', () => {
  it('reads a boolean and its name', () => {
    expect([true, false, 'true', 'false'].map((u) => read(Flag, u))).toEqual([true, false, true, false]);
    expect(read(Flag, 1)).toEqual(['true or false']);
  });
});

describe('the scalars', () => {
  const odd = fc.oneof(
    fc.double(),
    fc.integer(),
    fc.maxSafeInteger(),
    fc.bigInt(),
    fc.string(),
    fc.boolean(),
    fc.constantFrom(
      null,
      undefined,
      '1.0',
      '12',
      '9223372036.854775807',
      Number('9223372036.854775807'),
      7.9e28,
      8e28,
    ),
  );

  it.each([[Ask], [Decimal], [EpochMs], [Flag], [Integer], [Long]] as readonly (readonly [t.Mixed])[])(
    '%j keeps what it says is its own, and reads its own from the rest',
    (codec) => {
      const inside = fast(t.type({ a: codec }));
      fc.assert(
        fc.property(odd, (a) => {
          const value = codec.decode(a);
          if (codec.is(a)) expect(value).toEqual(E.right(a));
          if (E.isRight(value)) expect(codec.is(value.right) || Number.isNaN(value.right)).toBe(true);
          expect(E.isRight(inside.decode({ a }))).toBe(E.isRight(value));
          expect(
            pipe(
              inside.decode({ a }),
              E.map((object) => object.a as unknown),
              E.getOrElseW(() => 'none'),
            ),
          ).toEqual(
            pipe(
              value,
              E.getOrElseW(() => 'none'),
            ),
          );
        }),
      );
    },
  );
});
