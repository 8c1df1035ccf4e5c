import { notOpened, tooSlow, wasClosed } from '../../src/transport/browserFailure.ts';

const url = 'wss://ana:hush@exchange.example/gateway?token=hush';

describe('the failures of a platform socket', () => {
  it('say what the platform tells, and where it tells nothing, what it may be', () => {
    const error = new Error('ECONNREFUSED');

    expect(notOpened(url, { message: 'refused', error })).toMatchObject({
      message: 'Could not connect: wss://exchange.example/gateway: refused.',
      cause: error,
      isFinal: false,
    });
    expect(notOpened(url, {}).message).toMatch(
      /^Could not connect: .*: the platform does not tell why;.*connect-src/,
    );
  });

  it('say the status of a refusal, which is no code of a login, and end with one full stop', () => {
    expect(notOpened(url, { message: 'Expected 101 status code: 404' }).message).toMatch(/status: 404\.$/);
    expect(notOpened(url, { message: 'non-101 status code.' }).message).toMatch(/non-101 status code\.$/);
  });

  it('say 1006 of a socket whose platform knows no code', () => {
    expect(wasClosed(url, { code: 0, reason: '' })).toMatchObject({
      message: 'The socket to wss://exchange.example/gateway was closed (code 1006).',
      code: 1006,
    });
  });

  it('say the limit, and code and reason of a close', () => {
    expect(tooSlow(url, 50).message).toBe(
      'Could not connect: wss://exchange.example/gateway: Opening handshake has timed out (50 ms).',
    );
    expect(wasClosed(url, { code: 1001, reason: 'maintenance' })).toMatchObject({
      message: 'The socket to wss://exchange.example/gateway was closed (code 1001, maintenance).',
      code: 1001,
    });
    expect(wasClosed(url, { code: 1006, reason: '' }).message).toContain('(code 1006).');
  });
});
