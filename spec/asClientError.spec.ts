import { asClientError } from '../src/asClientError.ts';
import { ConnectionLost, TransportError } from '../src/errors.ts';

describe('asClientError', () => {
  it('leaves an error of ours as it is', () => {
    const error = new ConnectionLost('Ping', false, 'the connection was lost');

    expect(asClientError(error, 'The login')).toBe(error);
  });

  it('tells of anything else what has failed, without its secrets, and what was thrown', () => {
    const thrown = new Error('Password: hunter2');
    const error = asClientError(thrown, 'The login');

    expect(error).toBeInstanceOf(TransportError);
    expect(error.message).toBe('The login failed: Password: ***');
    expect(error.cause).toBe(thrown);
  });

  it('is an error of something without a text, too', () => {
    expect(asClientError(Object.create(null), 'The transport').message).toBe(
      'The transport failed: something that has no text',
    );
  });
});
