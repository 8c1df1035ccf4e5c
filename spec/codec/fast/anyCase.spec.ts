import * as E from 'fp-ts/lib/Either.js';
import * as t from 'io-ts';
import { AccountInfo } from '../../../src/codec/records/AccountInfo.ts';
import { anyCase } from '../../../src/codec/fast/anyCase.ts';
import { readExactJson } from '../../../src/json/exactJson.ts';
import { sampleText } from '../../support/samples.ts';

const codec = anyCase(
  t.intersection([t.type({ Authenticated: t.boolean }), t.partial({ twoFaToken: t.string })]),
);

describe('anyCase', () => {
  it('leaves what is spelt as the codec says', () => {
    const value = { Authenticated: true, twoFaToken: 'x', Other: 1 };
    const result = codec.decode(value);
    expect(E.isRight(result) && result.right).toBe(value);
  });

  it('reads other spellings, and leaves keys that it does not know', () => {
    expect(codec.decode({ authenticated: true, twoFAToken: 'x', other: 1 })).toEqual(
      E.right({ Authenticated: true, twoFaToken: 'x', other: 1 }),
    );
  });

  it('goes by the exact key where there are both', () => {
    expect(codec.decode({ authenticated: false, Authenticated: true })).toEqual(
      E.right({ authenticated: false, Authenticated: true }),
    );
  });

  it('remembers as many spellings as there are', () => {
    for (let times = 0; times < 2000; times++) {
      const value = { authenticated: true, [`Other${times}`]: 1 };
      expect(codec.decode(value)).toEqual(E.right({ Authenticated: true, [`Other${times}`]: 1 }));
    }
  });

  it('gives no object another prototype, whatever its keys are', () => {
    const hostile: unknown = JSON.parse('{"__proto__":{"Authenticated":true},"authenticated":true}');
    expect(E.isLeft(codec.decode(hostile))).toBe(true);
    expect(E.isLeft(codec.decode(JSON.parse('{"__proto__":{"authenticated":true}}')))).toBe(true);
  });

  it.each([[null], ['x'], [[]], [{}], [{ authenticated: 'yes' }]])('refuses %p', (u) => {
    expect(E.isLeft(codec.decode(u))).toBe(true);
  });

  it('reads account infos of either spelling', () => {
    const text = sampleText('streams/account.account-info.object.json');
    const respelt = text
      .replace('OMSID', 'OMSId')
      .replace('FeeGroupId', 'FeeGroupID')
      .replace('ParentID', 'ParentId');
    expect(respelt).not.toBe(text);
    expect(AccountInfo.decode(readExactJson(respelt))).toEqual(AccountInfo.decode(readExactJson(text)));
    expect(E.isRight(AccountInfo.decode(readExactJson(text)))).toBe(true);
  });
});
