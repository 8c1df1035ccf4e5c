import * as E from 'fp-ts/lib/Either.js';
import { expectTypeOf } from 'expect-type';
import * as fc from 'fast-check';
import type * as t from 'io-ts';
import { BooleanInput } from '../../../src/codec/inputs/BooleanInput.ts';
import { DecimalInput } from '../../../src/codec/inputs/DecimalInput.ts';
import { enumInput } from '../../../src/codec/inputs/enumInput.ts';
import { CountInput, IntegerInput, PositiveInput } from '../../../src/codec/inputs/IntegerInput.ts';
import { listInput } from '../../../src/codec/inputs/listInput.ts';
import { LongInput } from '../../../src/codec/inputs/LongInput.ts';
import { mismatches } from '../../../src/mismatches.ts';
import { oms } from '../../../src/codec/inputs/OMSId.ts';
import { refused } from '../../../src/codec/records/refused.ts';
import { request } from '../../../src/codec/inputs/request.ts';
import { requestBy } from '../../../src/codec/inputs/requestBy.ts';
import { Side } from '../../../src/codec/enums/Side.ts';
import { TextInput } from '../../../src/codec/inputs/TextInput.ts';

const codec = request({ Second: IntegerInput, Third: TextInput }, { ...oms, Fourth: BooleanInput });

const wrongIn = (u: unknown, with_: t.Decoder<unknown, unknown> = codec): readonly string[] => {
  const result = with_.decode(u);
  return E.isRight(result)
    ? []
    : mismatches(result.left).map(
        ({ path, expected, found }) => `${path} should be ${expected} but is ${found}`,
      );
};

describe('request', () => {
  it('writes the order system first, then the fields as they are written', () => {
    const text = JSON.stringify(codec.encode({ Fourth: true, Third: 'x', Second: 2 }));
    expect(text).toBe('{"OMSId":1,"Second":2,"Third":"x","Fourth":true}');
  });

  it('leaves out what is undefined, but for the order system', () => {
    const params = { Second: 2, Third: 'x', Fourth: undefined, OMSId: undefined, Fifth: undefined };
    expect(wrongIn(params)).toEqual([]);
    expect(codec.encode(params)).toStrictEqual({ OMSId: 1, Second: 2, Third: 'x' });
    expect(request({}, {}).encode({})).toStrictEqual({});
  });

  it('refuses what is missing, wrong, or unknown, all at once', () => {
    expect(wrongIn({ Second: 1.5, Forth: true, Fourth: null })).toEqual([
      'Second should be an integer but is 1.5',
      'Third should be a text but is undefined',
      'Fourth should be true or false but is null',
      'Forth should be left out, as there is no such field, but is true',
    ]);
  });

  it.each([[undefined], [null], [7], ['x'], [[]]])('refuses %p', (u) => {
    expect(wrongIn(u)).toHaveLength(1);
    expect(wrongIn(u)[0]).toMatch(/^ should be an object but is /);
  });

  it('has a type that demands what it demands', () => {
    expectTypeOf<t.TypeOf<typeof codec>>().toEqualTypeOf<{
      readonly Second: number;
      readonly Third: string;
      readonly OMSId?: number | undefined;
      readonly Fourth?: boolean | undefined;
    }>();
    expect(codec.is({ Second: 1, Third: '' })).toBe(true);
    expect(codec.is({ Second: 1 })).toBe(false);
  });
});

describe('requestBy', () => {
  const byId = request({ Id: IntegerInput }, {});
  const byName = request({ Name: TextInput }, {});
  const either = requestBy(({ Id, Name }) => {
    if (Id === 0) return refused('Id', 'an id that there is');
    return Name === undefined ? byId : byName;
  });

  it('asks for the fields of the chosen way only', () => {
    expect(wrongIn({}, either)).toEqual(['Id should be an integer but is undefined']);
    expect(wrongIn({ Name: 1 }, either)).toEqual(['Name should be a text but is 1']);
    expect(wrongIn({ Name: 'x', Id: 1 }, either)).toEqual([
      'Id should be left out, as there is no such field, but is 1',
    ]);
    expect(wrongIn({ Id: 0 }, either)).toEqual(['Id should be an id that there is but is 0']);
    expect(wrongIn(null, either)).toEqual([' should be an object but is null']);
  });

  it('writes by the chosen way', () => {
    expect(either.encode({ Name: 'x' })).toEqual({ Name: 'x' });
    expect([either.is({ Id: 1 }), either.is({}), either.is({ Id: 0 })]).toEqual([true, false, false]);
    expectTypeOf<t.TypeOf<typeof either>>().toEqualTypeOf<
      { readonly Id: number } | { readonly Name: string }
    >();
  });
});

describe('DecimalInput', () => {
  it.each([
    [0.1, 0.1],
    ['0.10', '0.10'],
    ['-12.5', '-12.5'],
    ['1.1381543994360000000000000000', '1.1381543994360000000000000000'],
    [1e-8, '0.00000001'],
    [-1.25e-7, '-0.000000125'],
    [1e21, '1000000000000000000000'],
    [1.5e300, `15${'0'.repeat(299)}`],
  ])('writes %p as %p', (value, written) => {
    expect(DecimalInput.is(value)).toBe(true);
    expect(DecimalInput.encode(value)).toBe(written);
  });

  it.each([[NaN], [Infinity], ['1e-8'], ['0x10'], ['.5'], ['1,5'], [' 1'], [''], ['abc'], [null], [1n]])(
    'refuses %p',
    (u) => {
      expect(DecimalInput.is(u)).toBe(false);
    },
  );

  it('never writes an exponent, and never another number', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        const written = DecimalInput.encode(value);
        expect(JSON.stringify(written)).not.toMatch(/e/i);
        expect(Number(written) === value).toBe(true);
      }),
    );
  });
});

describe('a request that is right', () => {
  it('is known without a report', () => {
    const fields = { Id: IntegerInput, Ids: listInput(request({ Id: IntegerInput }, {})) };
    const codec = request(fields, { Name: TextInput });
    const asked = [IntegerInput, TextInput, fields.Ids.entry].map((one) => jest.spyOn(one, 'validate'));
    expect(codec.decode({ Id: 1, Ids: [{ Id: 2 }], Name: 'a', Other: undefined })).toMatchObject({
      _tag: 'Right',
    });
    expect(asked.map((ask) => ask.mock.calls.length)).toEqual([0, 0, 0]);
    expect(codec.decode({ Id: '1', Ids: [{ Id: 2 }] })).toMatchObject({ _tag: 'Left' });
    expect(asked[0]).toHaveBeenCalledTimes(1);
  });
});

describe('the other inputs', () => {
  it('take members of an enumeration by name and by number, and write the number', () => {
    const side = enumInput(Side);
    expect(['Buy', 'Sell', 0, 1].map((u) => side.is(u) && side.encode(u))).toEqual([0, 1, 0, 1]);
    expect(wrongIn({ Side: 'Bye' }, request({ Side: side }, {}))).toEqual([
      'Side should be one of Buy, Sell, Short, Unknown but is "Bye"',
    ]);
    expect(side.is('toString')).toBe(false);
    expect(side.is(4)).toBe(false);
  });

  it('take integers of 64 bits', () => {
    expect([1, -1, 2n ** 63n - 1n, 5n].map((u) => LongInput.is(u))).toEqual([true, true, true, true]);
    expect([2 ** 53, 1.5, 2n ** 63n, '1', null].map((u) => LongInput.is(u))).toEqual(Array(5).fill(false));
  });

  it('take counts of 0 or more, and numbers above 0', () => {
    expect([-1, 0, 1, 1.5].map((u) => CountInput.is(u))).toEqual([false, true, true, false]);
    expect([-1, 0, 1, 1.5].map((u) => PositiveInput.is(u))).toEqual([false, false, true, false]);
  });
});
