import { InvalidRequest } from '../../src/errors.ts';
import { unsendable } from '../../src/session/credentials.ts';

describe('unsendable', () => {
  it('finds nothing wrong with texts, and with a user id that is a number', () => {
    expect(unsendable('AuthenticateUser', { apiKey: 'a', secret: 'b', userId: 1 })).toBeUndefined();
    expect(unsendable('AuthenticateUser', { apiKey: 'a', secret: 'b', userId: '1' })).toBeUndefined();
  });

  it('names each field that is missing, empty or of another kind', () => {
    const fields = { apiKey: undefined, secret: '', userId: NaN, username: null };

    expect(unsendable('AuthenticateUser', fields)).toEqual(
      new InvalidRequest('AuthenticateUser', [
        { path: 'apiKey', expected: 'a text', found: 'undefined' },
        { path: 'secret', expected: 'a text', found: 'empty' },
        { path: 'userId', expected: 'a number or a text', found: 'a number' },
        { path: 'username', expected: 'a text', found: 'null' },
      ]),
    );
  });

  it('never shows what was given: it may be a secret', () => {
    expect(unsendable('WebAuthenticateUser', { sessionToken: 7_351_924 })?.message).not.toContain('7351924');
  });
});
