import { signatureOf } from '../../../src/simulator/gateway/signature.ts';

describe('the signature', () => {
  it.each([
    [
      'EXAMPLE-SECRET-NOT-REAL-0001',
      '123456',
      '64',
      'EXAMPLE-PUBLIC-KEY-0001',
      '05f280966a0220447ead648961ecca3e22dc02c5dcb7d2e79db022010a0b0a55',
    ],
    [
      'fake-api-secret',
      '0',
      '1',
      'fake-api-key',
      'd1325dbc637f9e0cf180926aa85daed24a39691cb8ff3f880595772e117beea5',
    ],
    [
      'secreto-é',
      '1700000000000',
      '9007199254740991',
      'clave-publica-ñ',
      'f025b79debf7bc3cf203c92e83e5653c1c104e93d903bd6ad2aaa20f923fd114',
    ],
  ])('of secret %s is the known one', (secret, nonce, userId, apiKey, signature) => {
    expect(signatureOf(secret, nonce, userId, apiKey)).toBe(signature);
  });
});
