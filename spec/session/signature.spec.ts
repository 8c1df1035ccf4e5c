import { createHmac } from 'node:crypto';
import * as fc from 'fast-check';
import { signature } from '../../src/session/signature.ts';

describe('signature', () => {
  it.each([
    [
      { apiKey: 'EXAMPLE-PUBLIC-KEY-0001', secret: 'EXAMPLE-SECRET-NOT-REAL-0001', userId: 64 },
      '123456',
      '05f280966a0220447ead648961ecca3e22dc02c5dcb7d2e79db022010a0b0a55',
    ],
    [
      { apiKey: 'fake-api-key', secret: 'fake-api-secret', userId: '1' },
      '0',
      'd1325dbc637f9e0cf180926aa85daed24a39691cb8ff3f880595772e117beea5',
    ],
    [
      { apiKey: 'clave-publica-ñ', secret: 'secreto-é', userId: 9007199254740991 },
      '1700000000000',
      'f025b79debf7bc3cf203c92e83e5653c1c104e93d903bd6ad2aaa20f923fd114',
    ],
  ])('signs the known vectors: %j', (key, nonce, expected) => {
    expect(signature(key, nonce)).toBe(expected);
  });

  it('is what the platform computes for any key, secret and nonce', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        fc.string({ unit: 'binary' }),
        fc.nat(),
        fc.string(),
        (apiKey, secret, userId, nonce) => {
          const expected = createHmac('sha256', secret)
            .update(`${nonce}${userId}${apiKey}`, 'utf8')
            .digest('hex');
          expect(signature({ apiKey, secret, userId }, nonce)).toBe(expected);
        },
      ),
      { numRuns: 200 },
    );
  });
});
