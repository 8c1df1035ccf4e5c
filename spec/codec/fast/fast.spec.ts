import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import * as E from 'fp-ts/lib/Either.js';
import * as t from 'io-ts';
import { PathReporter } from 'io-ts/lib/PathReporter.js';
import { anyCase } from '../../../src/codec/fast/anyCase.ts';
import { fast } from '../../../src/codec/fast/fast.ts';
import { guarded } from '../../../src/codec/fast/guarded.ts';
import { gathering, type Gathering } from '../../../src/codec/gathering.ts';
import { leftOut } from '../../../src/codec/leftOut.ts';
import { listOf } from '../../../src/codec/fast/listOf.ts';
import { Long } from '../../../src/codec/scalars/Long.ts';
import { mended } from '../../../src/codec/fast/mended.ts';
import { recordOf } from '../../../src/codec/fast/recordOf.ts';
import { tolerantList } from '../../../src/codec/fast/tolerantList.ts';

const numericText = /^-?\d+(\.\d+)?$/;
const PlainDecimal = new t.Type<number, unknown>(
  'Decimal',
  t.number.is,
  (u, context) => {
    if (typeof u === 'number') return t.success(u);
    return typeof u === 'string' && numericText.test(u) ? t.success(Number(u)) : t.failure(u, context);
  },
  t.identity,
);
const Decimal = guarded(PlainDecimal, t.number.is);
const isTrimmed = (u: unknown): u is string => typeof u === 'string' && u === u.trim();
const Trimmed = guarded(
  new t.Type(
    'Trimmed',
    isTrimmed,
    (u, context) => (typeof u === 'string' ? t.success(u.trim()) : t.failure(u, context)),
    t.identity,
  ),
  isTrimmed,
);
const NullAsZero = guarded(
  new t.Type(
    'NullAsZero',
    t.number.is,
    (u, context) => (u === null ? t.success(0) : t.number.validate(u, context)),
    t.identity,
  ),
  (u) => typeof u === 'number',
);
const AbsentAsNo = guarded(
  new t.Type(
    'AbsentAsNo',
    t.string.is,
    (u, context) => (u === undefined ? t.success('no') : t.string.validate(u, context)),
    t.identity,
  ),
  t.string.is,
);
const Undeclared = new t.Type('Undeclared', t.string.is, Trimmed.validate, t.identity);

interface List {
  readonly next: List | null;
}
const List: t.Type<List> = t.recursion('List', () => t.type({ next: t.union([List, t.null]) }));

/** Decodes, and says whether io-ts was asked. */
const watched = (
  codec: t.Mixed,
): ((u: unknown) => { readonly isAsked: boolean; readonly result: t.Validation<unknown> }) => {
  const quick = fast(codec);
  const ask = jest.spyOn(codec, 'decode');
  return (u) => {
    ask.mockClear();
    const result = quick.decode(u);
    return { isAsked: ask.mock.calls.length > 0, result };
  };
};
const expectUntouched = (codec: t.Mixed, u: unknown): void => {
  expect(watched(codec)(u)).toEqual({ isAsked: false, result: E.right(u) });
  const again = fast(codec).decode(u);
  expect(E.isRight(again) && Object.is(again.right, u)).toBe(true);
};
const expectAsked = (codec: t.Mixed, u: unknown): void => {
  const expected = codec.decode(u);
  expect(watched(codec)(u)).toEqual({ isAsked: true, result: expected });
};
const expectConverted = (codec: t.Mixed, u: unknown): void => {
  const result = codec.decode(u);
  expect(E.isRight(result) && !Object.is(result.right, u)).toBe(true);
  expect(watched(codec)(u)).toEqual({ isAsked: false, result });
};

describe('fast', () => {
  it('hands on the very object that it was given', () => {
    const codec = t.readonlyArray(t.type({ Symbol: t.string, Tags: t.array(t.literal('a')) }));
    const value = [{ Symbol: 'BTCCLP', Tags: ['a'] }];

    const decoded = fast(codec).decode(value);

    expect(E.isRight(decoded) && decoded.right).toBe(value);
    expectUntouched(codec, value);
  });

  it('leaves a refusal and its report to io-ts', () => {
    const codec = t.type({ Id: t.number, Rows: t.array(t.tuple([t.number, t.union([t.string, t.null])])) });
    const value = { Id: '1', Rows: [[1, 'a'], [2], null] };

    const report = PathReporter.report(fast(codec).decode(value));

    expect(report).toEqual(PathReporter.report(codec.decode(value)));
    expect(report).toHaveLength(4);
  });

  it('keeps name, is, encode, tag and props', () => {
    const codec = t.type({ At: new t.Type('At', t.number.is, t.number.validate, String) }, 'Named');
    const Fields = t.type({ Id: t.number }, 'Fields');
    const quick = fast(Fields);

    expect(fast(codec)).toBe(codec);
    expect(quick).not.toBe(Fields);
    expect([quick.name, quick._tag, quick.props]).toEqual(['Fields', 'InterfaceType', Fields.props]);
    expect(quick.is({ Id: 1 })).toBe(true);
    expect(quick.encode).toBe(Fields.encode);
    expect(t.exact(quick).decode({ Id: 1, More: 2 })).toEqual(E.right({ Id: 1 }));
  });

  it('is fast inside other codecs, too', () => {
    const inner = fast(t.type({ Id: t.number }));
    expectUntouched(t.array(inner), [{ Id: 1 }]);
    expect(fast(inner)).toBe(inner);
    expect(PathReporter.report(t.array(inner).decode([{}]))).toEqual([
      'Invalid value undefined supplied to : Array<{ Id: number }>/0: { Id: number }/Id: number',
    ]);
  });

  it('needs no eval', () => {
    const forbidden = (): never => {
      throw new Error('code generation');
    };
    const makers = { eval: globalThis.eval, Function: globalThis.Function };
    const refusing = new Proxy(Function, { construct: forbidden, apply: forbidden });
    Object.assign(globalThis, { eval: forbidden, Function: refusing });
    try {
      expectUntouched(t.type({ a: t.tuple([t.number]) }), { a: [1] });
      expect(() => Reflect.construct(globalThis.Function, [''])).toThrow('code generation');
    } finally {
      Object.assign(globalThis, makers);
    }
  });

  it.each([
    ['t.exact', t.exact(t.type({ a: t.number }))],
    ['t.strict', t.strict({ a: t.number })],
    ['t.recursion', List],
    ['pipe', t.string.pipe(t.keyof({ a: null }))],
    ['a custom type', Undeclared],
    ['an object with a custom type in it', t.type({ a: t.number, b: t.partial({ c: t.array(Undeclared) }) })],
    ['a record by literals, which strips', t.record(t.keyof({ a: null }), t.number)],
  ])('hands back %s as it was', (_name, codec: t.Mixed) => {
    expect(fast(codec)).toBe(codec);
  });

  it.each([
    ['t.type', t.type({ a: t.number })],
    ['t.readonly', t.readonly(t.type({ a: t.number }))],
  ])('is not taken in by a copy of %s with a decoder of its own', (_name, original: t.Mixed) => {
    const copy = Object.assign(
      Object.create(Object.getPrototypeOf(original) as object) as t.Mixed,
      original,
      {
        validate: () => t.success('something else'),
        decode: () => t.success('something else'),
      },
    );
    expect(fast(copy)).toBe(copy);
    expect(fast(t.tuple([copy])).decode([{ a: 1 }])).toEqual(E.right(['something else']));
  });

  describe('with tuples', () => {
    it('leaves a longer array to io-ts, which cuts it', () => {
      expectUntouched(t.tuple([t.number, t.string]), [1, 'a']);
      expectAsked(t.tuple([t.number, t.string]), [1, 'a', true]);
      expect(fast(t.tuple([t.number])).decode([1, 2])).toEqual(E.right([1]));
    });

    it('refuses a shorter array unless the rest may be undefined', () => {
      expectAsked(t.tuple([t.number, t.string]), [1]);
      expectUntouched(t.tuple([t.number, t.union([t.string, t.undefined])]), [1]);
    });

    it('lets io-ts choose where an earlier member of a union would cut the array', () => {
      const codec = t.union([t.tuple([t.number]), t.tuple([t.number, t.number])]);
      expectUntouched(codec, [1]);
      expectAsked(codec, [1, 2]);
      expect(fast(codec).decode([1, 2])).toEqual(E.right([1]));
    });

    it('takes the longer member first where it comes first', () => {
      const codec = t.union([t.tuple([t.number, t.number]), t.tuple([t.number])]);
      expectUntouched(codec, [1, 2]);
      expectUntouched(codec, [1]);
    });

    it('accepts good rows as before after one bad row', () => {
      const codec = t.array(t.tuple([t.number, t.number]));
      const decode = watched(codec);
      const good = [
        [1, 1.5],
        [2, 2.5],
      ];
      expect(decode(good).isAsked).toBe(false);
      expect(decode([[1, null]])).toEqual({ isAsked: true, result: codec.decode([[1, null]]) });
      expect(decode(good)).toEqual({ isAsked: false, result: E.right(good) });
    });

    it('freezes nothing, as that makes reading rows slow', () => {
      const row = [1, 2];
      fast(t.readonlyArray(t.readonly(t.tuple([t.number, t.number])))).decode([row]);
      expect(Object.isFrozen(row)).toBe(false);
    });
  });

  describe('with arrays', () => {
    it('reads a hole as undefined, as io-ts decodes it', () => {
      const holed = Array<unknown>(2);
      holed[1] = 1;
      expectAsked(t.array(t.number), holed);
      expectUntouched(t.array(t.union([t.number, t.undefined])), holed);
    });

    it('takes no object for an array and no array for an object', () => {
      expectAsked(t.array(t.number), { length: 0 });
      expectAsked(t.type({}), []);
      expectAsked(t.partial({ a: t.number }), []);
      expectAsked(t.record(t.string, t.unknown), []);
    });
  });

  describe('with objects', () => {
    const Fields = t.type({ a: t.number, b: t.string, c: t.union([t.boolean, t.null]) });

    it('takes the fields in any order, and fields that nobody asked for', () => {
      const decode = watched(Fields);
      const orders =
        'a b c|a c b|b a c|b c a|c a b|c b a|x a y b z c|c x b y a|z a b c|a b c x|b x a c'.split('|');
      const values = { a: 1, b: 'b', c: null, x: 1, y: 2, z: 3 };
      for (const order of [...orders, ...orders.reverse()]) {
        const value = Object.fromEntries(
          order.split(' ').map((key) => [key, values[key as keyof typeof values]]),
        );
        expect(decode(value)).toEqual({ isAsked: false, result: E.right(value) });
        expect(decode({ ...value, a: '1' }).isAsked).toBe(true);
      }
    });

    it('lets io-ts put in a required field that is absent and may be undefined', () => {
      const codec = t.type({ a: t.union([t.number, t.undefined]), b: t.unknown });
      expectUntouched(codec, { a: undefined, b: 1 });
      expectUntouched(codec, { a: 1, b: undefined });
      expectAsked(codec, {});
      expect(fast(codec).decode({})).toStrictEqual(E.right({ a: undefined, b: undefined }));
    });

    it('reads inherited fields as io-ts does', () => {
      const inherits = (proto: object): unknown => Object.create(proto);
      expectUntouched(t.type({ a: t.number }), inherits({ a: 1 }));
      expectAsked(t.type({ a: t.undefined }), inherits({ a: undefined }));
      expectUntouched(t.partial({ a: t.number }), inherits({ a: undefined }));
      expectUntouched(t.type({ toString: t.unknown }), {});
    });

    it('looks at optional fields that are hidden or come from a class', () => {
      const codec = t.partial({ a: t.number, b: t.string });
      const hiding = (a: unknown): object => Object.defineProperty({ b: 'b' }, 'a', { value: a });
      class Computed {
        readonly b: string = 'b';
        get a(): unknown {
          return this.b === 'b' ? 'no number' : 1;
        }
      }
      const decode = watched(codec);
      for (let times = 0; times < 3; times++) {
        expect(decode({ b: 'b' }).isAsked).toBe(false);
        expect(decode(hiding(1)).isAsked).toBe(false);
        for (const value of [hiding('1'), new Computed()]) {
          expect(decode(value)).toEqual({ isAsked: true, result: codec.decode(value) });
        }
        expect(decode(Object.assign(Object.create(null) as object, { b: 'b' })).isAsked).toBe(false);
      }
    });

    it('takes more sets of fields than it remembers', () => {
      const keys = 'abcdefgh'.split('');
      const codec = t.intersection([
        t.type({ id: t.number }),
        t.partial(Object.fromEntries(keys.map((key) => [key, t.union([t.number, t.null])]))),
      ]);
      const decode = watched(codec);
      for (let set = 0; set < 2 ** keys.length; set++) {
        const chosen = keys.filter((_key, index) => (set >> index) % 2 === 1);
        const value = Object.fromEntries([...chosen.map((key) => [key, null] as const), ['id', set]]);
        expect(decode(value)).toEqual({ isAsked: false, result: E.right(value) });
        expect(decode({ ...value, id: '1' }).isAsked).toBe(true);
        expect(decode({ ...value, h: 'x' }).isAsked).toBe(true);
      }
    });

    it('takes objects with more fields than it remembers', () => {
      const codec = t.intersection([t.type({ a: t.number }), t.partial({ b: t.number })]);
      const others = Object.fromEntries(
        Array.from({ length: 2000 }, (_value, index) => [`k${index}`, index]),
      );
      const decode = watched(codec);
      for (let times = 0; times < 2; times++) {
        expect(decode({ ...others, a: 1 }).isAsked).toBe(false);
        expect(decode({ ...others, a: 1, b: '1' }).isAsked).toBe(true);
        expect(decode({ a: 1 }).isAsked).toBe(false);
      }
    });

    it('remembers a text and a null only where they were seen', () => {
      const Side = t.keyof({ Buy: null, Sell: null });
      const decode = watched(t.type({ a: Side, b: t.keyof({ Limit: null }), c: t.union([Side, t.null]) }));
      const right = { a: 'Buy', b: 'Limit', c: null };
      for (const value of [right, { ...right, a: 'Sell' }, { ...right, c: 'Sell' }, right]) {
        expect(decode(value)).toEqual({ isAsked: false, result: E.right(value) });
      }
      const wrong = [
        { ...right, b: 'Buy' },
        { ...right, a: null },
        { ...right, a: 'Limit' },
        { ...right, c: 'Limit' },
      ];
      expect(wrong.map((value) => decode(value).isAsked)).toEqual([true, true, true, true]);
    });

    it('lets an optional field be absent or undefined, but not null', () => {
      const codec = t.partial({ a: t.number, b: t.string });
      for (const value of [{}, { a: 1 }, { b: 'b' }, { a: undefined }, { b: 'b', a: 1 }]) {
        expectUntouched(codec, value);
      }
      expectAsked(codec, { a: null });
    });

    it('takes an intersection of type and partial as one object', () => {
      const codec = t.intersection([t.type({ a: t.number }), t.partial({ b: t.string, d: t.number })]);
      for (const value of [{ a: 1 }, { b: 'b', a: 1 }, { d: 1, x: 0, a: 1, b: 'b' }])
        expectUntouched(codec, value);
      expectAsked(codec, { b: 'b' });
      expectAsked(codec, { a: 1, b: 1 });
    });

    it('asks both members of an intersection for a key that both have', () => {
      const codec = t.intersection([t.type({ a: t.number }), t.partial({ a: t.literal(1) })]);
      expectUntouched(codec, { a: 1 });
      expectAsked(codec, { a: 2 });
    });

    it('takes a record by text, and leaves one whose keys io-ts would drop', () => {
      expectUntouched(t.record(t.string, t.number), { a: 1, b: 2 });
      expectAsked(t.record(t.string, t.number), { a: '1' });
      const short = t.brand(t.string, (s): s is t.Branded<string, never> => s.length < 2, 'Short');
      expectUntouched(t.record(short, t.number), { a: 1 });
      expectAsked(t.record(short, t.number), { a: 1, long: 2 });
      expect(fast(t.record(short, t.number)).decode({ a: 1, long: 2 })).toEqual(E.right({ a: 1 }));
    });
  });

  describe('with numbers', () => {
    it('tells numbers from big integers', () => {
      expectUntouched(t.array(t.bigint), [10n]);
      expectAsked(t.bigint, 10);
      expectAsked(t.number, 10n);
    });

    it('leaves NaN to io-ts, which copies what holds it', () => {
      expectUntouched(t.number, Infinity);
      expectAsked(t.number, NaN);
      expectAsked(t.type({ a: t.unknown }), { a: NaN });
      expectConverted(t.array(NullAsZero), [NaN]);
    });

    it('leaves -0 to io-ts where it stands for the literal 0', () => {
      expectUntouched(t.number, -0);
      expectAsked(t.literal(0), -0);
      expect(fast(t.literal(0)).decode(-0)).toStrictEqual(E.right(0));
    });

    it('asks the predicate of a refinement', () => {
      expectUntouched(t.array(t.Int), [1, 2]);
      expectAsked(t.array(t.Int), [1, 1.5]);
    });
  });

  describe('with unions', () => {
    it('takes the member that io-ts takes', () => {
      const codec = t.union([
        t.null,
        t.type({ kind: t.literal('a') }),
        t.array(t.number),
        t.keyof({ x: null }),
      ]);
      for (const value of [null, { kind: 'a' }, [1], 'x']) expectUntouched(codec, value);
      for (const value of [undefined, { kind: 'b' }, ['1'], 'y']) expectAsked(codec, value);
    });

    it('takes tagged unions', () => {
      const codec = t.union([
        t.type({ kind: t.literal('a'), v: t.number }),
        t.type({ kind: t.literal('b'), v: t.string }),
      ]);
      expectUntouched(codec, { kind: 'b', v: 'v' });
      expectAsked(codec, { kind: 'b', v: 1 });
      expectAsked(codec, { kind: 'c', v: 1 });
    });

    it('believes no member after one of which nothing is known', () => {
      const codec = t.union([t.null, Undeclared, t.string]);
      expectUntouched(codec, null);
      expectAsked(codec, 'a ');
      expect(fast(codec).decode('a ')).toEqual(E.right('a'));
    });
  });
});

describe('guarded', () => {
  it('is made fast itself: what the guard takes is handed on unasked, and a refusal is asked for again', () => {
    const asked: unknown[] = [];
    const upper = new t.Type<string, string>(
      'upper',
      t.string.is,
      (u, context) => {
        asked.push(u);
        return t.string.is(u) ? t.success(u.toUpperCase()) : t.failure(u, context);
      },
      t.identity,
    );
    const quick = fast(guarded(upper, (u) => u === 'A'));
    expect(['A', 'b', 1].map((u) => E.isRight(quick.decode(u)))).toEqual([true, true, false]);
    expect(asked).toEqual(['b', 1, 1]);
    expect(fast(quick)).toBe(quick);
  });

  it('takes several guards, of which one is enough', () => {
    const isText = (u: unknown): boolean => typeof u === 'string';
    const Any = guarded(t.unknown, Number.isSafeInteger, isText);
    const asked: unknown[] = [];
    const Watched = guarded(
      new t.Type('Watched', t.unknown.is, (u) => t.success(asked.push(u)), t.identity),
      Number.isSafeInteger,
      isText,
    );
    for (const value of [1, 'a', 1.5]) fast(Watched).decode(value);
    expect(asked).toEqual([1.5]);
    expectUntouched(t.type({ a: Any, b: t.array(Any) }), { a: 'a', b: [1, 'b'] });
  });

  it('lets what passes as it is pass, and converts the rest', () => {
    const codec = t.type({ Price: Decimal });
    expectUntouched(codec, { Price: 1.5 });
    expectConverted(codec, { Price: '1.5' });
    expect(fast(codec).decode({ Price: '1.5' })).toEqual(E.right({ Price: 1.5 }));
  });

  it('reports a refusal as the codec does', () => {
    const plain = t.type({ Price: PlainDecimal });
    expect(PathReporter.report(fast(t.type({ Price: Decimal })).decode({ Price: true }))).toEqual(
      PathReporter.report(plain.decode({ Price: true })),
    );
  });

  it('leaves the codec it is given as it was', () => {
    expect(Decimal).not.toBe(PlainDecimal);
    expect(fast(PlainDecimal)).toBe(PlainDecimal);
    expect(fast(t.array(PlainDecimal)).decode(['1'])).toEqual(E.right([1]));
  });

  it('does not change which member of a union wins', () => {
    expectUntouched(t.union([Decimal, t.null]), null);
    expectUntouched(t.array(t.union([Decimal, t.null])), [1, null, null]);
    expectUntouched(t.union([Decimal, t.string]), 'no number');
    expectConverted(t.union([Decimal, t.string]), '1.5');
    expect(fast(t.union([Decimal, t.string])).decode('1.5')).toEqual(E.right(1.5));
    expectUntouched(t.union([t.string, Decimal]), '1.5');
    expectConverted(t.union([NullAsZero, t.null]), null);
    expect(fast(t.union([NullAsZero, t.null])).decode(null)).toEqual(E.right(0));
  });

  it('takes a codec for a guard, and the integers that a number holds', () => {
    const Row = t.tuple([t.number, t.string]);
    const ByKeys = new t.Type(
      'ByKeys',
      Row.is,
      (u, context) => Row.validate(t.UnknownRecord.is(u) ? [u['0'], u['1']] : u, context),
      t.identity,
    );
    const Rows = t.array(guarded(ByKeys, Row));
    expectUntouched(Rows, [[1, 'a']]);
    expectConverted(Rows, [[1, 'a'], { '0': 2, '1': 'b' }]);
    expect(fast(Rows).decode([{ '0': 2, '1': 'b' }])).toEqual(E.right([[2, 'b']]));

    const Whole = guarded(PlainDecimal, Number.isSafeInteger);
    const Wholes = t.type({ a: Whole, b: t.tuple([Whole]), c: t.array(Whole) });
    expectUntouched(Wholes, { a: 1, b: [2], c: [3, 1.5] });
    expectConverted(Wholes, { a: 1, b: [2], c: ['3'] });
    expectConverted(Wholes, { a: NaN, b: [2], c: [] });
  });

  it('asks the codec where the guard says no, and so keeps what it would keep', () => {
    const codec = t.type({ a: guarded(PlainDecimal, (u) => u === 1) });
    expectUntouched(codec, { a: 1 });
    expectUntouched(codec, { a: 2 });
    expectConverted(codec, { a: '2' });
  });

  it('gives an absent optional field the value that the codec gives it', () => {
    const codec = t.partial({ a: AbsentAsNo });
    expectUntouched(codec, { a: 'yes' });
    expectAsked(codec, {});
    expect(fast(codec).decode({})).toEqual(E.right({ a: 'no' }));
  });
});

describe('fast, where a value becomes another', () => {
  const Order = t.intersection([
    t.type({ Id: t.number, Price: Decimal }),
    t.partial({ Tag: Trimmed, Fills: t.array(t.tuple([t.number, Decimal])), Text: t.string }),
  ]);
  const fills = [[1, 1.5]];
  const irregular = { Text: 'a', Price: '1.5', More: 1, Tag: ' b ', Id: 1, Fills: fills };

  it('puts it into a copy, with the keys in their order, and leaves what it is given alone', () => {
    const before = structuredClone(irregular);
    const decoded = fast(Order).decode(irregular);
    const right = E.isRight(decoded) ? decoded.right : {};

    expect(Object.entries(right)).toEqual(Object.entries({ ...irregular, Price: 1.5, Tag: 'b' }));
    expect('Fills' in right && right.Fills).toBe(fills);
    expect(irregular).toStrictEqual(before);
  });

  it('needs no io-ts, in objects, lists, rows, unions and refinements', () => {
    expectConverted(Order, irregular);
    expectConverted(Order, { ...irregular, Price: 2, Fills: [...fills, [2, '2']] });
    expectConverted(t.array(t.union([t.null, Order])), [null, irregular, { Id: 2, Price: 3 }]);
    const Positive = t.refinement(Decimal, (value) => value > 0);
    expectConverted(t.tuple([Positive, t.number]), ['1', 2]);
    expectAsked(t.tuple([Positive, t.number]), ['-1', 2]);
  });

  it.each([
    ['of a class', Object.assign(Object.create({ More: 1 }) as object, irregular)],
    ['without a prototype', Object.assign(Object.create(null) as object, irregular)],
    ['with a symbol', { ...irregular, [Symbol('a')]: 1 }],
    ['with a key __proto__', JSON.parse('{"__proto__":{"a":1},"Id":1,"Price":"1.5"}') as unknown],
  ])('leaves an object %s to io-ts', (_name, value) => {
    expectAsked(Order, value);
  });

  it('leaves what several codecs make of one value to io-ts, and what a record becomes', () => {
    expectAsked(t.intersection([t.type({ a: Decimal }), t.type({ a: t.unknown })]), { a: '1' });
    expectAsked(t.record(t.string, Decimal), { a: '1' });
  });

  it('believes no refusal of an inherited field, which is gone where io-ts has made a copy', () => {
    const codec = t.union([fast(t.partial({ a: AbsentAsNo, b: t.string })), t.record(t.string, t.string)]);
    const hides = Object.defineProperty({ c: 1 }, 'b', { value: 1 });
    for (const value of [Object.create({ b: 1 }) as unknown, hides]) {
      expectAsked(codec, value);
      expect(E.isRight(codec.decode(value))).toBe(true);
    }
    expectAsked(codec, { b: 1 });
    expect(E.isRight(codec.decode({ b: 1 }))).toBe(false);
  });

  it('refuses with the report of io-ts what fails after something was converted', () => {
    const wrong = { ...irregular, Id: 'a' };
    expectAsked(Order, wrong);
    expect(PathReporter.report(fast(Order).decode(wrong))).toEqual(PathReporter.report(Order.decode(wrong)));
  });

  it('mends first what is to be mended', () => {
    const Swapped = mended(Order, (u) =>
      Array.isArray(u) ? { Id: u[1] as unknown, Price: u[0] as unknown } : u,
    );
    expectUntouched(Swapped, { Id: 1, Price: 2 });
    expectConverted(Swapped, ['1.5', 1]);
    expectConverted(t.array(Swapped), [{ Id: 1, Price: 2 }, [2, 1]]);
    expectAsked(Swapped, ['1.5', 'a']);
  });

  it('reads keys in any case', () => {
    const Named = anyCase(t.intersection([t.type({ Id: t.number }), t.partial({ Name: Trimmed })]));
    const Names = t.array(Named);
    expectUntouched(Names, [{ Id: 1 }, { Id: 1, Name: 'a', Other: 1 }]);
    expectConverted(Names, [{ id: 1 }, { Id: 2, name: 'a' }, { name: 'b', Name: 'c', Id: 3 }]);
    expectConverted(Names, [{ Id: 1, Name: ' a ' }]);
    for (let times = 0; times < 50; times++) expectConverted(Names, [{ [`Other${times}`]: 1, id: times }]);
    expectAsked(Names, [{ id: 1 }, { ID: 'a' }]);
  });
});

/** A codec with values that fit it, mostly. */
interface Sample {
  readonly codec: t.Mixed;
  readonly value: fc.Arbitrary<unknown>;
}

const leafValue = fc.constantFrom<unknown[]>(
  ...[0, 1, -0, 1.5, NaN, 2 ** 60, '', 'a', ' b ', '1.5', true, false, null, undefined],
);
const key = fc.constantFrom('a', 'b', 'c', 'd', '1');
const junk = fc.oneof(
  { weight: 3, arbitrary: leafValue },
  { weight: 1, arbitrary: fc.array(leafValue, { maxLength: 3 }) },
  { weight: 1, arbitrary: fc.dictionary(key, leafValue, { maxKeys: 4 }) },
  { weight: 1, arbitrary: fc.constant(Object.create({ a: 1, b: undefined }) as unknown) },
);
const mostly = (value: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> =>
  fc.oneof({ weight: 30, arbitrary: value }, { weight: 1, arbitrary: junk });
const sample = (codec: t.Mixed, ...values: readonly unknown[]): Sample => ({
  codec,
  value: fc.constantFrom(...values),
});

const leaf = fc.constantFrom(
  sample(t.string, '', 'a', ' b '),
  sample(t.number, 0, 1, -0, 1.5, 2 ** 60, NaN),
  sample(t.boolean, true, false),
  sample(t.null, null),
  sample(t.undefined, undefined),
  sample(t.unknown, 1, 'a', null, undefined, NaN),
  sample(t.literal('a'), 'a'),
  sample(t.literal(0), 0, -0),
  sample(t.literal(1), 1),
  sample(t.keyof({ a: null, '1.5': null }), 'a', '1.5'),
  sample(t.Int, 1, 1.5),
  sample(t.UnknownArray, [], [1]),
  sample(t.UnknownRecord, {}, { a: 1 }),
  sample(Decimal, 1, 1.5, 2, '1.5', 'a'),
  sample(Trimmed, 'a', '', ' b '),
  sample(NullAsZero, 1, null),
  sample(AbsentAsNo, 'a', undefined),
  sample(guarded(PlainDecimal, Number.isSafeInteger), 1, 2 ** 60, 1.5, '1.5', NaN),
  sample(guarded(Undeclared, t.keyof({ a: null })), 'a', 'b', ' b '),
  sample(Long, 1, 1.5, 2n ** 60n, -(2n ** 53n), 2n ** 53n - 1n, '6459', NaN, 2 ** 60),
  sample(Undeclared, 'a', ' b '),
  sample(
    anyCase(t.intersection([t.type({ a: Decimal }), t.partial({ b: t.string })])),
    ...[
      { a: 1 },
      { a: 1, b: 'b' },
      { A: 1, b: 'b' },
      { a: '1', B: 'b', x: 1 },
      { x: 1, A: 'a' },
      { a: '2', A: 3 },
    ],
  ),
  sample(t.exact(t.type({ a: t.number })), { a: 1 }, { a: 1, b: 2 }),
  sample(List, { next: null }, { next: { next: null } }),
);

const inAnyOrder = (fields: Readonly<Record<string, fc.Arbitrary<unknown>>>, requiredKeys: string[]) =>
  fc
    .tuple(fc.record(fields, { requiredKeys }), fc.boolean(), fc.boolean())
    .map(([value, isReversed, hasMore]): unknown => {
      const entries = [...Object.entries(value), ...(hasMore ? [['more', 1] as const] : [])];
      return Object.fromEntries(isReversed ? entries.reverse() : entries);
    });
const objectSample =
  (make: (props: t.Props) => t.Mixed, isPartial: boolean) =>
  (samples: Readonly<Record<string, Sample>>): Sample => {
    const entries = Object.entries(samples);
    const fields = Object.fromEntries(entries.map(([name, { value }]) => [name, mostly(value)]));
    const codec = make(Object.fromEntries(entries.map(([name, field]) => [name, field.codec])));
    return { codec, value: inAnyOrder(fields, isPartial ? [] : Object.keys(fields)) };
  };
/** As a gateway writes a field that has no value. */
const orNothing = (value: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> =>
  fc.oneof({ weight: 12, arbitrary: value }, { weight: 1, arbitrary: fc.constantFrom(null, 'NaN', '') });
const recordSample = (
  required: Readonly<Record<string, Sample>>,
  optional: Readonly<Record<string, Sample>>,
): Sample => {
  const codecsOf = (samples: Readonly<Record<string, Sample>>): t.Props =>
    Object.fromEntries(Object.entries(samples).map(([name, { codec }]) => [name, codec]));
  const valuesOf = (
    samples: Readonly<Record<string, Sample>>,
    often: (value: fc.Arbitrary<unknown>) => fc.Arbitrary<unknown>,
  ) => Object.fromEntries(Object.entries(samples).map(([name, { value }]) => [name, often(value)]));
  return {
    codec: recordOf(codecsOf(required), codecsOf(optional)),
    value: inAnyOrder(
      { ...valuesOf(required, mostly), ...valuesOf(optional, (value) => orNothing(mostly(value))) },
      Object.keys(required),
    ),
  };
};
const merged = (values: readonly unknown[]): unknown =>
  values.every((value) => typeof value === 'object') ? Object.assign({}, ...values) : values[0];
const pair = (samples: readonly Sample[]): [t.Mixed, t.Mixed] => samples.map(({ codec }) => codec) as never;

const unwrapped = (u: unknown): unknown => (t.UnknownRecord.is(u) && 'wrapped' in u ? u['wrapped'] : u);

const { sampleOf } = fc.letrec<{ sampleOf: Sample }>((tie) => {
  const inner = tie('sampleOf');
  const two = fc.array(inner, { minLength: 2, maxLength: 3 });
  const fields = fc.dictionary(key, inner, { maxKeys: 4, noNullPrototype: true });
  const items = (value: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> =>
    fc.array(mostly(value), { maxLength: 4 });
  const intersected = (samples: readonly Sample[]): Sample => ({
    codec: t.intersection(pair(samples)),
    value: fc.tuple(...samples.map(({ value }) => value)).map(merged),
  });
  return {
    sampleOf: fc.oneof(
      { maxDepth: 3, depthSize: 'small' },
      leaf,
      fields.map(objectSample(t.type, false)),
      fields.map(objectSample(t.partial, true)),
      fc
        .tuple(fields, fields)
        .map(([a, b]) => intersected([objectSample(t.type, false)(a), objectSample(t.partial, true)(b)])),
      inner.map(({ codec, value }) => ({ codec: t.array(codec), value: items(value) })),
      inner.map(({ codec, value }) => ({ codec: t.readonlyArray(codec), value: items(value) })),
      fc.tuple(fields, fields).map(([required, optional]) => recordSample(required, optional)),
      inner.map(({ codec, value }) => ({ codec: tolerantList(codec), value: items(value) })),
      inner.map(({ codec, value }) => ({ codec: listOf(codec), value: items(value) })),
      inner.map(({ codec, value }) => ({ codec: t.readonly(codec), value })),
      inner.map(({ codec, value }) => ({ codec: fast(codec), value })),
      inner.map(({ codec, value }) => ({
        codec: mended(codec, unwrapped),
        value: fc.oneof(
          value,
          value.map((wrapped) => ({ wrapped })),
        ),
      })),
      inner.map(({ codec, value }) => ({
        codec: t.record(t.string, codec),
        value: fc.dictionary(key, value),
      })),
      two.map((samples) => ({
        codec: t.tuple(pair(samples)),
        value: fc.oneof(
          { weight: 8, arbitrary: fc.tuple(...samples.map(({ value }) => mostly(value))) },
          { weight: 1, arbitrary: fc.tuple(...samples.map(({ value }) => value), junk) },
          { weight: 1, arbitrary: fc.tuple(...samples.slice(1).map(({ value }) => value)) },
        ),
      })),
      two.map((samples) => ({
        codec: t.union(pair(samples)),
        value: fc.oneof(...samples.map(({ value }) => value)),
      })),
      two.map(intersected),
      fields.map((samples) => {
        const tagged = (tag: string) =>
          objectSample(
            (props) => t.type({ ...props, tag: t.literal(tag) }),
            false,
          )({
            ...samples,
            tag: sample(t.literal(tag), tag),
          });
        const members = [tagged('x'), tagged('y')];
        return { codec: t.union(pair(members)), value: fc.oneof(...members.map(({ value }) => value)) };
      }),
    ),
  };
});

const valuesPerCodec = 50;
const caseOf = sampleOf.chain(({ codec, value }) =>
  fc.tuple(
    fc.constant(codec),
    fc.array(fc.oneof({ weight: 9, arbitrary: value }, { weight: 1, arbitrary: junk }), {
      minLength: valuesPerCodec,
      maxLength: valuesPerCodec,
    }),
  ),
);

/** Says whether two outcomes are alike, in the order of keys, too; and whether both kept the same of the input. */
const isAlike = (input: unknown, plain: unknown, quick: unknown): boolean => {
  if (Object.is(quick, input) !== Object.is(plain, input) || !isDeepStrictEqual(quick, plain)) return false;
  if (Array.isArray(plain) && leftOut(quick as readonly unknown[]) !== leftOut(plain)) return false;
  if (typeof plain !== 'object' || plain === null || Object.is(plain, input)) return true;
  const [expected, found] = [Object.entries(plain), Object.entries(quick as object)];
  return expected.every(
    ([key, value], index) =>
      found[index]?.[0] === key &&
      isAlike((input as Readonly<Record<string, unknown>> | null | undefined)?.[key], value, found[index][1]),
  );
};
/** As a `PathReporter` tells it, which cannot show a `bigint`. */
const reportOf = (result: t.Validation<unknown>): unknown =>
  E.isLeft(result) &&
  result.left.map(({ value, context, message }) => [
    context.map(({ key, type }) => `${key}: ${type.name}`).join('/'),
    value,
    message,
  ]);
type Gathered = Pick<Gathering<unknown>, 'mishaps'>;
const mishapsOf = ({ mishaps }: Gathered): readonly unknown[] =>
  mishaps.map((errors) => reportOf(E.left(errors)));
/**
 * Says whether something else was left out. What a member of a union of io-ts has left out before it refused is told
 * all the same, which `fast` has no need to find out.
 */
const leavesOther = (codec: t.Mixed, plain: Gathered, quick: Gathered): boolean => {
  const [expected, found] = [mishapsOf(plain), mishapsOf(quick)];
  if (!codec.name.includes(' | ')) return !isDeepStrictEqual(found, expected);
  return !found.every((mishap) => expected.some((other) => isDeepStrictEqual(mishap, other)));
};
const differs = (input: unknown, plain: t.Validation<unknown>, quick: t.Validation<unknown>): boolean =>
  E.isRight(plain)
    ? E.isLeft(quick) || !isAlike(input, plain.right, quick.right)
    : !isDeepStrictEqual(reportOf(quick), reportOf(plain));

describe('fast, over 100,000 random values of random codecs', () => {
  it('gives the values and the reports of io-ts, and keeps of the input what io-ts keeps', () => {
    const count = {
      values: 0,
      kept: 0,
      keptUnasked: 0,
      converted: 0,
      convertedUnasked: 0,
      refused: 0,
      leftOut: 0,
    };
    const check = (codec: t.Mixed, inputs: readonly unknown[]): void => {
      const expected = inputs.map((input) => gathering(() => codec.decode(input)));
      const decode = watched(codec);
      const wrong = inputs.filter((input, index) => {
        const asked = expected[index] ?? gathering(() => codec.decode(input));
        const plain = asked.value;
        const quick = gathering(() => decode(input));
        const { isAsked, result } = quick.value;
        const isKept = E.isRight(plain) && Object.is(plain.right, input);
        count.values++;
        if (E.isLeft(plain)) count.refused++;
        if (isKept) count.kept++;
        if (asked.mishaps.length > 0) count.leftOut++;
        if (isKept && !isAsked) count.keptUnasked++;
        if (E.isRight(plain) && !isKept) count.converted++;
        if (E.isRight(plain) && !isKept && !isAsked) count.convertedUnasked++;
        return differs(input, plain, result) || leavesOther(codec, asked, quick);
      });
      expect(wrong).toEqual([]);
    };

    fc.assert(
      fc.property(caseOf, ([codec, inputs]) => check(codec, inputs)),
      { numRuns: 2000 },
    );

    expect(count.values).toBeGreaterThanOrEqual(100_000);
    expect(count.refused).toBeGreaterThan(10_000);
    expect(count.leftOut).toBeGreaterThan(1000);
    expect(count.kept).toBeGreaterThan(25_000);
    expect(count.keptUnasked / count.kept).toBeGreaterThan(0.5);
    expect(count.converted).toBeGreaterThan(10_000);
    expect(count.convertedUnasked / count.converted).toBeGreaterThan(0.2);
  }, 60_000);
});
