import fc from 'fast-check';
import * as E from 'fp-ts/lib/Either.js';
import * as t from 'io-ts';
import { fast } from '../src/codec/fast/fast.ts';
import { type Mismatch, mismatches, mismatchesOfCall } from '../src/mismatches.ts';

const found = (codec: t.Mixed, u: unknown): readonly Mismatch[] => {
  const decoded = codec.decode(u);
  return E.isLeft(decoded) ? mismatches(decoded.left) : [];
};
const pathsIn = (codec: t.Mixed, u: unknown): readonly string[] => found(codec, u).map(({ path }) => path);

const Ab = t.intersection([t.type({ a: t.number }), t.partial({ b: t.string })]);
const wrong = { a: 'x', b: 1 };

describe('mismatches', () => {
  it('say where, what was expected and what was found', () => {
    expect(found(t.type({ OrderId: t.number }), {})).toEqual([
      { path: 'OrderId', expected: 'number', found: 'undefined' },
    ]);
    expect(found(t.array(t.type({ Price: t.number })), [{ Price: 1 }, { Price: '1' }])).toEqual([
      { path: '1.Price', expected: 'number', found: '"1"' },
    ]);
  });

  it('have an empty path for the value itself', () => {
    expect(found(t.string, 7)).toEqual([{ path: '', expected: 'string', found: '7' }]);
  });

  it("use the codec's own words where it has any", () => {
    const Even = new t.Type(
      'Even',
      t.number.is,
      (u, context) => t.failure(u, context, 'an even number'),
      t.identity,
    );
    expect(found(t.tuple([Even]), [1])).toEqual([{ path: '0', expected: 'an even number', found: '1' }]);
  });

  it.each<[name: string, codec: t.Mixed]>([
    ['an intersection', Ab],
    ['a fast intersection', fast(Ab)],
    ['an exact intersection', t.exact(Ab)],
    ['a readonly intersection', t.readonly(Ab)],
    [
      'a refined intersection',
      t.brand(Ab, (ab): ab is t.Branded<t.TypeOf<typeof Ab>, never> => ab.a > 0, 'Brand'),
    ],
    ['a recursive intersection', t.recursion('Ab', () => Ab)],
    ['a codec of ones own around an intersection', new t.Type('Own', Ab.is, Ab.validate, Ab.encode)],
    [
      'a codec that mends what it passes on to an intersection',
      new t.Type('Own', Ab.is, (u, context) => Ab.validate({ ...(u as object) }, context), Ab.encode),
    ],
  ])('leave the numbers of the members of %s out of the path', (_name, codec) => {
    expect(pathsIn(codec, wrong)).toEqual(['a', 'b']);
    expect(pathsIn(t.array(codec), [wrong])).toEqual(['0.a', '0.b']);
    expect(pathsIn(t.type({ '7': codec }), { '7': wrong })).toEqual(['7.a', '7.b']);
  });

  it('leave the numbers of the members of a union out of the path', () => {
    expect(pathsIn(t.type({ a: t.readonly(t.union([t.number, t.null])) }), { a: 'x' })).toEqual(['a', 'a']);
    expect(pathsIn(t.union([t.tuple([t.number]), t.null]), ['x'])).toEqual(['0', '']);
  });

  it('keep indices and numeric keys', () => {
    expect(pathsIn(t.record(t.string, t.number), { '1': 'x' })).toEqual(['1']);
    expect(pathsIn(t.type({ '0': t.number }), {})).toEqual(['0']);
    expect(pathsIn(t.array(t.tuple([t.number, t.number])), [[1, 2], [1]])).toEqual(['1.1']);
  });

  it.each([
    [[1, 2], 'an array of 2'],
    [{ a: 1 }, 'an object'],
    [() => 1, 'a function'],
    [Symbol('s'), 'a symbol'],
    [12n, '12'],
    [NaN, 'NaN'],
    [null, 'null'],
    [true, 'true'],
    ['a "b"', String.raw`"a \"b\""`],
    ['x'.repeat(50), `"${'x'.repeat(40)}…"`],
  ])('show %p in short', (value, text) => {
    expect(found(t.undefined, value)).toEqual([{ path: '', expected: 'undefined', found: text }]);
  });

  it('never show what stands under a secret key, nor a secret within a text', () => {
    const Login = t.type({
      Password: t.number,
      User: t.type({ Token: t.type({ a: t.number }) }),
      Text: t.number,
    });
    const canary = fc.string().map((middle) => `FIRST${middle}LAST`);
    fc.assert(
      fc.property(canary, (secret) => {
        const value = {
          Password: secret,
          User: { Token: { a: secret } },
          Text: JSON.stringify({ Code: secret }),
        };
        const shown = found(Login, value);
        expect(shown.map((mismatch) => mismatch.path)).toEqual(['Password', 'User.Token.a', 'Text']);
        expect(JSON.stringify(shown)).not.toMatch(/FIRST|LAST/);
        expect(shown[0]?.found).toBe('***');
      }),
    );
  });

  it('are as many as the errors of io-ts', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const decoded = t.array(Ab).decode(value);
        expect(found(t.array(Ab), value)).toHaveLength(E.isLeft(decoded) ? decoded.left.length : 0);
      }),
    );
  });
});

describe('mismatchesOfCall', () => {
  const codec = t.type({ UserId: t.number, Code: t.string });
  const foundInCall = (u: unknown): readonly string[] => {
    const decoded = codec.decode(u);
    return E.isLeft(decoded) ? mismatchesOfCall(decoded.left).map(({ found: shown }) => shown) : [];
  };

  it('show no text in the place of all parameters, and none beside a secret', () => {
    expect(foundInCall('246810')).toEqual(['a string']);
    expect(foundInCall(246810)).toEqual(['a number']);
    expect(foundInCall({ UserId: '246810', Code: '64' })).toEqual(['a string']);
  });

  it('show what mismatches show where nothing is secret', () => {
    expect(foundInCall({ UserId: 'x' })).toEqual(['"x"', '***']);
    expect(foundInCall(null)).toEqual(['null']);
  });
});
