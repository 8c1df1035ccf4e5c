import fc from 'fast-check';
import { isSecretKey } from '../src/redact.ts';
import { withoutSecrets } from '../src/withoutSecrets.ts';

const frameOf = (payload: unknown): string =>
  JSON.stringify({ m: 0, i: 2, n: 'F', o: JSON.stringify(payload) });

describe('withoutSecrets', () => {
  it('hides texts and numbers behind a secret key and leaves JSON', () => {
    expect(withoutSecrets('{"APIKey":"abc","Depth":10}')).toBe('{"APIKey":"***","Depth":10}');
    expect(withoutSecrets('{"Code":123456,"OMSId":1}')).toBe('{"Code":0,"OMSId":1}');
  });

  it('leaves what says nothing, so that a codec reads it as before', () => {
    const text = '{"SessionToken":null,"JWTToken":"","Requires2FAToken":false}';
    expect(withoutSecrets(text)).toBe(text);
  });

  it('hides every leaf below a secret key and shows what follows', () => {
    expect(withoutSecrets('{"Tokens":["a",{"b":-1.5e3}],"c":"d","e":[{"Code":"1"},"f"]}')).toBe(
      '{"Tokens":["***",{"b":0}],"c":"d","e":[{"Code":"***"},"f"]}',
    );
  });

  it('hides what is in the payload of a frame, to the last digit of what it leaves', () => {
    const payload = '{ "Password" : "a\\"b" , "Amount":0.100, "OrderId":9007199254740993 }';
    expect(withoutSecrets(JSON.stringify({ m: 1, i: 2, n: 'F', o: payload }))).toBe(
      JSON.stringify({
        m: 1,
        i: 2,
        n: 'F',
        o: '{ "Password" : "***" , "Amount":0.100, "OrderId":9007199254740993 }',
      }),
    );
  });

  it('hides what is said in words, and what is behind a key that is written with escapes', () => {
    expect(withoutSecrets('{"errormsg":"Invalid code: 123456"}')).toBe('{"errormsg":"Invalid code: ***"}');
    expect(withoutSecrets(String.raw`{"P\u0061ssword":"a","Code":"b"}`)).toBe(
      String.raw`{"P\u0061ssword":"***","Code":"***"}`,
    );
  });

  it('hides what is in a message of megabytes', () => {
    const row = { Name: 'n'.repeat(60), SessionToken: 'x' };
    const masked = { ...row, SessionToken: '***' };

    expect(withoutSecrets(frameOf(Array(150_000).fill(row))) === frameOf(Array(150_000).fill(masked))).toBe(
      true,
    );
  });

  it('shows a text that is no JSON as redact does', () => {
    expect(withoutSecrets('{"Password":"a","b":')).toBe('{"Password":***,"b":');
  });
});

const secretKey = fc.constantFrom('Signature', 'Password', 'APIKey', 'Nonce', 'SessionToken', 'Code', 'OTP');
const openKey = fc.constantFrom('OMSId', 'errorcode', 'Symbol', 'x', 'a"b');
const openLeaf = fc.oneof(
  fc.integer({ min: -1_000_000, max: 1_000_000 }),
  fc.constantFrom('BTCUSDT', 'a"b\\', '', null, true),
);
const marked = fc.oneof(
  fc.string().map((text) => `FIRST${text}LAST`),
  fc.integer({ min: 777_000_000, max: 777_999_999 }),
);
const marks = /FIRST|LAST|777\d{6}/;

const { tree } = fc.letrec<{ readonly tree: unknown; readonly object: unknown }>((tie) => ({
  tree: fc.oneof({ depthSize: 'small' }, openLeaf, fc.array(tie('tree'), { maxLength: 3 }), tie('object')),
  object: fc
    .tuple(
      fc.dictionary(openKey, tie('tree'), { maxKeys: 3 }),
      fc.dictionary(secretKey, fc.oneof(marked, fc.array(marked, { maxLength: 2 })), { maxKeys: 2 }),
    )
    .map(([open, secret]) => ({ ...open, ...secret })),
}));

const hide = (value: unknown, isHidden: boolean): unknown => {
  if (Array.isArray(value)) return value.map((item) => hide(item, isHidden));
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(
      Object.entries(value).map(([key, field]) => [key, hide(field, isHidden || isSecretKey(key))]),
    );
  }
  if (!isHidden) return value;
  if (typeof value === 'string') return value === '' ? '' : '***';
  return typeof value === 'number' ? 0 : value;
};

describe('withoutSecrets, for random payloads', () => {
  it('shows no secret, and everything else as it was', () => {
    fc.assert(
      fc.property(tree, (payload) => {
        const shown = withoutSecrets(frameOf(payload));
        expect(shown).not.toMatch(marks);
        const { o } = JSON.parse(shown) as { readonly o: string };
        expect(JSON.parse(o)).toEqual(hide(JSON.parse(JSON.stringify(payload)), false));
      }),
      { numRuns: 1_000 },
    );
  });

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(tree, (payload) => {
        const shown = withoutSecrets(frameOf(payload));
        expect(withoutSecrets(shown)).toBe(shown);
      }),
    );
  });
});
