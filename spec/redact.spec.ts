import fc from 'fast-check';
import { isSecretKey, redact } from '../src/redact.ts';

const secretKeys = [
  'Signature',
  'Password',
  'password',
  'APIKey',
  'APISecret',
  'Nonce',
  'SessionToken',
  'JWTToken',
  'TwoFAToken',
  'twoFaToken',
  'Pending2FaToken',
  'AccessToken',
  'Code',
  'code',
  'VerifyCode',
  'AccessCode',
  'NewPassword',
  'PasswordHash',
  'RecoveryKey',
  'Secret',
];
const openKeys = [
  'OMSId',
  'UserId',
  'errorcode',
  'statuscode',
  'RequestCode',
  'TicketCode',
  'BankCode',
  'errormsg',
  'Symbol',
  'Key',
];

describe('isSecretKey', () => {
  it.each(secretKeys)('is true for %s', (key) => expect(isSecretKey(key)).toBe(true));
  it.each(openKeys)('is false for %s', (key) => expect(isSecretKey(key)).toBe(false));
});

describe('redact', () => {
  it('replaces what stands behind a secret key and leaves the rest', () => {
    expect(redact('{"APIKey":"abc","Depth":10}')).toBe('{"APIKey":***,"Depth":10}');
    expect(redact('{"Code":123456,"OMSId":1}')).toBe('{"Code":***,"OMSId":1}');
    expect(redact('{ "Code" : null }')).toBe('{ "Code" : *** }');
    expect(redact('{"a":{"Token":"x"},"errorcode":104}')).toBe('{"a":{"Token":***},"errorcode":104}');
  });

  it('does so in JSON inside JSON strings, level by level', () => {
    const inner = '{"Password":"a","OMSId":1}';
    const once = JSON.stringify({ n: 'F', o: inner });
    expect(redact(once)).toBe(String.raw`{"n":"F","o":"{\"Password\":***,\"OMSId\":1}"}`);
    expect(redact(JSON.stringify({ detail: once }))).toContain(String.raw`\\\"OMSId\\\":1`);
  });

  it('does so in text that is no JSON', () => {
    expect(redact("{'password': 'hunter two', 'b': 1}")).toBe("{'password': ***, 'b': 1}");
    expect(redact('{Password:hunter2,b:1}')).toBe('{Password:***,b:1}');
    expect(redact('wss://h/?apikey=abc&depth=1')).toBe('wss://h/?apikey=***&depth=1');
    expect(redact('Invalid code: 123456 for user 7')).toBe('Invalid code: *** for user 7');
    expect(redact('{"Password":"never closed, "b":1')).toBe('{"Password":***b":1');
  });

  it('hides to the end a list or an object that is a secret, and a string that does not end', () => {
    expect(redact('{"Tokens":["a","b"],"c":1}')).toBe('{"Tokens":***');
    expect(redact('{"c":1,"Password":"a')).toBe('{"c":1,"Password":***');
  });

  it('leaves text without secrets as it is', () => {
    for (const text of [
      '',
      'Endpoint Not Found',
      '{"errorcode":20,"errormsg":"Not Authorized"}',
      'a code',
      'token:',
    ]) {
      expect(redact(text)).toBe(text);
    }
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...openKeys), fc.constantFrom('a"b', 1, null)), (open) => {
        expect(redact(JSON.stringify(open))).toBe(JSON.stringify(open));
      }),
    );
  });

  it('gets through a megabyte of anything', () => {
    const count = 100_000;
    expect(redact('"code":"x",'.repeat(count))).toBe('"code":***,'.repeat(count));
    for (const part of ['\\', 'token', ' ', 'a', '\\"', '=', 'code \\\\', '"code":"\\']) {
      expect(redact(part.repeat(count)).length).toBeLessThanOrEqual(part.length * count);
    }
  });
});

/** A secret that begins and ends with a mark, and has anything in between. */
const marks = /FIRST|LAST/;
const canary = fc
  .oneof(
    fc.string(),
    fc.string({ unit: 'binary' }),
    fc
      .array(fc.constantFrom('"', '\\', "'", '\n', '\u0000', ',', '}', ':', ' ', 'code":"', '{"'))
      .map((parts) => parts.join('')),
  )
  .map((middle) => `FIRST${middle}LAST`);
const document = fc
  .tuple(fc.constantFrom(...secretKeys), canary, fc.constantFrom('a', 'b"', '\\', ''), fc.boolean())
  .map(([key, secret, other, isFirst]) =>
    isFirst ? { [key]: secret, Other: other, Last: 1 } : { Other: other, Deep: [{ [key]: secret }], Last: 1 },
  );
const nested = (levels: number, value: unknown): string =>
  levels === 0
    ? JSON.stringify(value)
    : JSON.stringify({ m: 0, n: 'F', o: nested(levels - 1, value), z: 'z' });

describe('redact, for random secrets', () => {
  it('shows none, in JSON, nor in JSON inside JSON, and keeps what follows', () => {
    fc.assert(
      fc.property(document, fc.integer({ min: 0, max: 3 }), (value, levels) => {
        const shown = redact(nested(levels, value));
        expect(shown).not.toMatch(marks);
        expect(shown).toContain('Other');
        expect(shown).toMatch(/Last\\*":1/);
      }),
      { numRuns: 2000 },
    );
  });

  it('shows none where the text is cut short or has lost a character outside the secret', () => {
    fc.assert(
      fc.property(document, fc.integer({ min: 0, max: 3 }), fc.nat(), (value, levels, place) => {
        const text = nested(levels, value);
        expect(redact(text.slice(0, place % text.length))).not.toMatch(marks);
        const end = text.indexOf('LAST') + 4;
        const at = end + (place % (text.length - end));
        expect(redact(text.slice(0, at) + text.slice(at + 1))).not.toMatch(marks);
        expect(redact(text.slice(1))).not.toMatch(marks);
      }),
      { numRuns: 2000 },
    );
  });

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          document.map((value) => nested(1, value)),
          fc.string(),
        ),
        (text) => {
          expect(redact(redact(text))).toBe(redact(text));
        },
      ),
    );
  });
});

describe('redact of what only the platform knows', () => {
  it.each(['OTP', 'ManualCode', 'GoogleQRCode', 'Authorization', 'Code', 'code'])('hides %s', (key) => {
    expect(redact(`{"${key}":"canary","Depth":10}`)).toBe(`{"${key}":***,"Depth":10}`);
    expect(isSecretKey(key)).toBe(true);
  });

  it.each(['errorcode', 'Product', 'Symbol', 'postcode'])('shows %s', (key) => {
    expect(redact(`{"${key}":"word"}`)).toBe(`{"${key}":"word"}`);
  });
});
