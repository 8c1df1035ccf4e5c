import { retryAfterIn, type WsEnd, wsFailure } from '../../src/transport/wsFailure.ts';

const end: WsEnd = {
  url: 'wss://ana:hush@exchange.example/gateway?token=hush',
  maxPayload: 100,
  wasOpen: false,
  code: 1006,
  reason: '',
};

describe('wsFailure', () => {
  it('tells the code of a close, and its reason where there is one', () => {
    expect(wsFailure({ ...end, wasOpen: true, code: 1001, reason: 'maintenance' })).toMatchObject({
      message: 'The socket to wss://exchange.example/gateway was closed (code 1001, maintenance).',
      code: 1001,
    });
    expect(wsFailure({ ...end, wasOpen: true, code: 1006 }).message).toContain('(code 1006).');
  });

  it('tells what failed, without telling a password', () => {
    const failure = new Error('getaddrinfo ENOTFOUND exchange.example');
    const error = wsFailure({ ...end, failure });

    expect(error.message).toBe(
      'Could not connect: wss://exchange.example/gateway: getaddrinfo ENOTFOUND exchange.example.',
    );
    expect(error.cause).toBe(failure);
    expect(wsFailure({ ...end, wasOpen: true, failure }).message).toContain('The socket failed: ');
  });

  it('tells of each of several addresses, and of the same once', () => {
    const failure = new AggregateError(
      ['connect ECONNREFUSED ::1:1', 'connect ECONNREFUSED 127.0.0.1:1', 'connect ECONNREFUSED ::1:1'].map(
        (message) => new Error(message),
      ),
    );

    expect(wsFailure({ ...end, failure }).message).toBe(
      'Could not connect: wss://exchange.example/gateway: connect ECONNREFUSED ::1:1; connect ECONNREFUSED 127.0.0.1:1.',
    );
  });

  it('says in one line that the other side speaks no TLS, and what its address is then', () => {
    const words = 'write EPROTO 80:error:0A00010B:SSL routines:wrong version number:ssl3_record.c:350:\n';
    const failure = Object.assign(new Error(words), { code: 'EPROTO' });

    expect(wsFailure({ ...end, failure }).message).toBe(
      'Could not connect: wss://exchange.example/gateway: write EPROTO 80:error:0A00010B:SSL routines:' +
        'wrong version number:ssl3_record.c:350. The address of a gateway without TLS begins with ws://.',
    );
    expect(wsFailure({ ...end, wasOpen: true, failure }).message).not.toContain('begins with ws://');
  });

  it('has HTTP status and waiting time as fields, and works with neither', () => {
    const refusal = { status: 429, retryAfter: 30_000 };

    expect(wsFailure({ ...end, refusal, failure: new Error('closed before') })).toMatchObject({
      ...refusal,
      isFinal: false,
    });
    expect(wsFailure({ ...end, refusal: { status: 503 } })).toMatchObject({
      status: 503,
      retryAfter: undefined,
    });
    expect(wsFailure(end)).toMatchObject({ status: undefined, retryAfter: undefined });
  });

  it('names maxPayload, and what to do, where a message is too large', () => {
    const failure = Object.assign(new RangeError('Max payload size exceeded'), {
      code: 'WS_ERR_UNSUPPORTED_MESSAGE_LENGTH',
    });

    expect(wsFailure({ ...end, wasOpen: true, failure })).toMatchObject({
      message:
        'A message from wss://exchange.example/gateway exceeds maxPayload (100 bytes): ask for less, or raise maxPayload.',
      ...{ code: 1009, maxPayload: 100, cause: failure },
    });
  });
});

describe('retryAfterIn', () => {
  afterEach(() => jest.useRealTimers());

  it('reads seconds and dates, as milliseconds from now', () => {
    jest.useFakeTimers({ now: Date.UTC(2026, 0, 1) });

    expect(retryAfterIn('30')).toBe(30_000);
    expect(retryAfterIn('Thu, 01 Jan 2026 00:01:00 GMT')).toBe(60_000);
    expect(retryAfterIn('Wed, 31 Dec 2025 00:00:00 GMT')).toBe(0);
  });

  it('passes over what is neither', () => {
    expect(retryAfterIn(undefined)).toBeUndefined();
    expect(retryAfterIn('soon')).toBeUndefined();
  });
});
