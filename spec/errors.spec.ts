import { inspect } from 'node:util';
import fc from 'fast-check';
import * as E from 'fp-ts/lib/Either.js';
import * as t from 'io-ts';
import { mismatches } from '../src/mismatches.ts';
import {
  AbortError,
  AuthenticationFailed,
  type ClientError,
  ConnectionLost,
  DecodeError,
  FrameError,
  GatewayError,
  InvalidRequest,
  LateReply,
  QueueOverflow,
  RecordingFailed,
  RequestTimeout,
  TransportError,
} from '../src/errors.ts';

const mismatch = { path: 'Price', expected: 'a decimal number', found: '"x"' };
const about = { sequence: 2, ids: { ClientOrderId: 7 }, late: 180 };
const counters = {
  received: 12,
  started: 9,
  dropped: 1,
  merged: 0,
  failed: 0,
  waiting: 2,
  busySince: 1_700_000_000_000,
};
const refusal = { code: 104, errormsg: 'Resource Not Found', detail: 'Instrument not Found' };

describe('the message of', () => {
  it.each<[name: string, error: ClientError, message: string]>([
    ['TransportError', new TransportError('The socket closed (1006).'), 'The socket closed (1006).'],
    [
      'ConnectionLost, unsent',
      new ConnectionLost('SendOrder', false, 'the connection was lost'),
      'SendOrder was not sent: the connection was lost. It is safe to send again.',
    ],
    [
      'ConnectionLost, sent',
      new ConnectionLost('SendOrder', true, 'the connection was lost'),
      'SendOrder: the connection was lost after it had been sent. ' +
        'The exchange may have acted on it: look before you send it again.',
    ],
    [
      'RequestTimeout, unsent',
      new RequestTimeout('GetInstruments', false, 15000),
      'GetInstruments was not sent: the connection was not open within 15000 ms. It is safe to send again.',
    ],
    [
      'RequestTimeout, sent',
      new RequestTimeout('SendOrder', true, 15000),
      'SendOrder: no reply within 15000 ms of the call. ' +
        'The exchange may have acted on it: look before you send it again.',
    ],
    [
      'FrameError',
      new FrameError('The message is no JSON object', 'oops'),
      'The message is no JSON object: oops. The message was passed over.',
    ],
    [
      'DecodeError',
      new DecodeError('GetInstruments', [mismatch, { path: '', expected: 'an array', found: 'an object' }]),
      "GetInstruments: the exchange's payload was not understood: " +
        'Price should be a decimal number but is "x"; the value should be an array but is an object.',
    ],
    [
      'InvalidRequest',
      new InvalidRequest('SendOrder', [mismatch]),
      'SendOrder was not sent: Price should be a decimal number but is "x". Correct the call.',
    ],
    [
      'GatewayError',
      new GatewayError('SubscribeLevel2', refusal),
      'SubscribeLevel2 was refused: Resource Not Found (code 104): Instrument not Found',
    ],
    [
      'GatewayError in bare words',
      new GatewayError('Nonsense', { code: undefined, errormsg: 'Endpoint Not Found', detail: null }),
      'Nonsense was refused: Endpoint Not Found',
    ],
    [
      'LateReply, a reply',
      new LateReply('SendOrder', about, E.right({ status: 'Accepted', OrderId: 5 })),
      'SendOrder: answered 180 ms after its caller had stopped waiting: {"status":"Accepted","OrderId":5}. ' +
        'That is the outcome.',
    ],
    [
      'LateReply, a refusal',
      new LateReply('SendOrder', about, E.left(new GatewayError('SendOrder', refusal))),
      'SendOrder: answered 180 ms after its caller had stopped waiting: ' +
        'SendOrder was refused: Resource Not Found (code 104): Instrument not Found. That is the outcome.',
    ],
    [
      'LateReply, not understood',
      new LateReply('SendOrder', about, E.left(new DecodeError('SendOrder', [mismatch]))),
      'SendOrder: answered 180 ms after its caller had stopped waiting: ' +
        'SendOrder: the exchange\'s payload was not understood: Price should be a decimal number but is "x". ' +
        'The exchange may have acted on it: look before you send it again.',
    ],
    [
      'AbortError, unsent',
      new AbortError('GetInstruments', false, 'left'),
      'GetInstruments was not sent: aborted. It is safe to send again.',
    ],
    [
      'AbortError, sent',
      new AbortError('SendOrder', true, 'left'),
      'SendOrder: aborted after it had been sent. ' +
        'The exchange may have acted on it: look before you send it again.',
    ],
    [
      'AuthenticationFailed, refused',
      new AuthenticationFailed('refused', 'Invalid username or password'),
      'The exchange refused the credentials: Invalid username or password. ' +
        'Correct them and create a new client.',
    ],
    [
      'AuthenticationFailed, locked',
      new AuthenticationFailed('locked', null),
      'The user is locked after too many attempts. Have the exchange unlock it and create a new client.',
    ],
    [
      'AuthenticationFailed, code',
      new AuthenticationFailed('code', 'Wrong.'),
      'The second factor failed: Wrong. Give a fresh code and create a new client.',
    ],
    [
      'AuthenticationFailed, ended',
      new AuthenticationFailed('ended'),
      'The exchange ended the login, as it does when the same user logs in elsewhere.',
    ],
    [
      'QueueOverflow',
      new QueueOverflow(2, counters),
      'queueMap: a value came while 2 were waiting, as many as may; 12 had come and 9 had been begun. ' +
        'What waited was dropped. Make the work faster, raise the limit, or conflate.',
    ],
    [
      'RecordingFailed, over',
      new RecordingFailed('no space left', { lost: 0, isOver: true, file: 'day.ndjson' }),
      'The recording in day.ndjson has ended: no space left. What comes from now on is not in it; the connection goes on.',
    ],
    [
      'RecordingFailed, with lines missing',
      new RecordingFailed('the disk is slower than the traffic', { lost: 1, isOver: false }),
      'The recording lacks 1 line: the disk is slower than the traffic. It goes on, and so does the connection.',
    ],
  ])('%s says what happened, to what, and what to do', (_name, error, message) => {
    expect(error.message).toBe(message);
  });

  it('DecodeError names five mismatches and counts the rest', () => {
    const error = new DecodeError('F', Array<typeof mismatch>(7).fill(mismatch));
    expect(error.message).toMatch(/( but is "x";?){1}.*, and 2 more\.$/);
    expect(error.message.match(/Price/g)).toHaveLength(5);
    expect(error.mismatches).toHaveLength(7);
  });
});

describe('every error', () => {
  const cause = new Error('ECONNRESET');
  const all: readonly ClientError[] = [
    new TransportError('Closed.', { code: 1006, cause }),
    new ConnectionLost('F', true, 'lost', cause),
    new RequestTimeout('F', false, 1),
    new FrameError('No JSON', 'x'),
    new DecodeError('F', []),
    new InvalidRequest('F', []),
    new GatewayError('F', refusal),
    new LateReply('F', about, E.right(1)),
    new AbortError('F', false, cause),
    new AuthenticationFailed('locked'),
    new QueueOverflow(2, counters),
  ];

  it.each(all.map((error) => [error._tag, error] as const))(
    '%s is an Error with its tag and a stack',
    (tag, error) => {
      expect(error).toBeInstanceOf(Error);
      expect(error.name).toBe(tag);
      expect(String(error)).toBe(`${tag}: ${error.message}`);
      expect(error.stack).toContain('errors.spec.ts');
    },
  );

  it('has a tag of its own', () => {
    expect(new Set(all.map(({ _tag }) => _tag)).size).toBe(all.length);
  });

  it('carries its evidence', () => {
    expect(new TransportError('Closed.', { code: 1006, cause })).toMatchObject({ code: 1006, cause });
    expect('cause' in new TransportError('Closed.')).toBe(false);
    expect(new ConnectionLost('F', true, 'lost', cause)).toMatchObject({ call: 'F', sent: true, cause });
    expect(new RequestTimeout('F', false, 5)).toMatchObject({ call: 'F', sent: false, limit: 5 });
    expect(new InvalidRequest('F', [mismatch])).toMatchObject({
      call: 'F',
      sent: false,
      mismatches: [mismatch],
    });
    expect(new GatewayError('F', refusal)).toMatchObject({ call: 'F', ...refusal });
    expect(new LateReply('F', about, E.right([1]))).toMatchObject({ call: 'F', ...about, reply: [1] });
    expect('cause' in new LateReply('F', about, E.right(1))).toBe(false);
    const no = new GatewayError('F', refusal);
    expect(new LateReply('F', about, E.left(no))).toMatchObject({ reply: undefined, cause: no });
    expect(new AbortError('F', true, cause)).toMatchObject({ call: 'F', sent: true, cause });
    expect(new AuthenticationFailed('locked').reason).toBe('locked');
    expect(new QueueOverflow(2, counters)).toMatchObject({ limit: 2, counters });
  });

  it('LateReply can be made of whatever a codec makes, and shows no secret of it', () => {
    const ring: unknown[] = [];
    ring.push(ring);
    expect(new LateReply('F', about, E.right(ring)).message).toContain('a value that has no text');
    expect(new LateReply('F', about, E.right(5n)).message).toContain(': 5. That');
    expect(
      inspect(new LateReply('F', about, E.right({ Secret: 'canary' })), { showHidden: true }),
    ).not.toContain('canary');
  });

  it('says of itself whether sending again is safe', () => {
    const isSafe = (error: ClientError): boolean => 'sent' in error && !error.sent;
    expect(all.filter(isSafe).map(({ _tag }) => _tag)).toEqual([
      'RequestTimeout',
      'InvalidRequest',
      'AbortError',
    ]);
  });

  it('FrameError shows the beginning of a long message only', () => {
    const { text, message } = new FrameError('No JSON', 'x'.repeat(1e6));
    expect(text).toBe(`${'x'.repeat(200)}…`);
    expect(message).toHaveLength('No JSON: . The message was passed over.'.length + 201);
  });
});

describe('no error shows a secret', () => {
  const secretKey = fc.constantFrom(
    'Signature',
    'Password',
    'APIKey',
    'Nonce',
    'SessionToken',
    'JWTToken',
    'Code',
  );
  const canary = fc
    .array(fc.constantFrom('"', '\\', "'", 'a', '\n', ',', '}', '{"b":', 'ñ', ' '))
    .map((parts) => parts.join(''))
    .map((middle) => `FIRST${middle}LAST`);
  const echoes = fc.tuple(secretKey, canary, fc.nat({ max: 3 })).chain(([key, secret, levels]) => {
    const value = { OMSId: 1, [key]: secret, More: 1 };
    const nest = (level: number): string =>
      level === 0
        ? JSON.stringify(value)
        : JSON.stringify({ m: 0, i: 2, n: 'AuthenticateUser', o: nest(level - 1) });
    const text = nest(levels);
    const cut = fc.nat({ max: text.length }).map((length) => text.slice(0, length));
    return fc.record({ value: fc.constant(value), text: fc.oneof(fc.constant(text), cut) });
  });
  const everythingOf = (error: unknown): string => {
    const own =
      error instanceof Error
        ? Object.getOwnPropertyNames(error).map((name) => Reflect.get(error, name) as unknown)
        : [];
    const shown = inspect(error, {
      depth: Infinity,
      showHidden: true,
      maxStringLength: Infinity,
      breakLength: Infinity,
    });
    return [JSON.stringify(error), JSON.stringify(own), shown, String(error)].join('\n');
  };
  const Wrong = t.type({
    OMSId: t.string,
    Signature: t.number,
    Password: t.number,
    Code: t.number,
    SessionToken: t.null,
  });
  const wrongIn = (u: unknown) => {
    const decoded = t.union([Wrong, t.number]).decode(u);
    return mismatches(E.isLeft(decoded) ? decoded.left : []);
  };

  const makers: readonly (readonly [string, (text: string, value: unknown) => ClientError])[] = [
    ['TransportError', (text) => new TransportError(`Closed: ${text}`, { cause: new TransportError(text) })],
    ['ConnectionLost', (text) => new ConnectionLost('F', true, text, new FrameError('No', text))],
    ['FrameError', (text) => new FrameError('The frame has no name', text)],
    ['DecodeError', (text, value) => new DecodeError('F', [...wrongIn(value), ...wrongIn(text)])],
    ['InvalidRequest', (text, value) => new InvalidRequest('F', [...wrongIn(value), ...wrongIn(text)])],
    ['GatewayError', (text) => new GatewayError('F', { code: 1, errormsg: `Bad: ${text}`, detail: text })],
    ['LateReply', (_text, value) => new LateReply('F', about, E.right(value))],
    ['LateReply of text', (text) => new LateReply('F', about, E.right(text))],
    ['AuthenticationFailed', (text) => new AuthenticationFailed('refused', text)],
  ];
  it.each(makers)('%s, made of whatever the exchange echoed', (_name, make) => {
    fc.assert(
      fc.property(echoes, ({ text, value }) => {
        expect(everythingOf(make(text, value))).not.toMatch(/FIRST|LAST/);
      }),
      { numRuns: 300 },
    );
  });
});
