import fc from 'fast-check';
import * as E from 'fp-ts/lib/Either.js';
import { type Frame, FrameFromString, MessageType, readFrame, readHead, writeFrame } from '../src/frame.ts';

const problemOf = (text: string): string => {
  const frame = readFrame(text);
  return E.isLeft(frame) ? frame.left.message : 'no problem';
};

const anyType = fc.constantFrom(...Object.values(MessageType));
const anyFrame: fc.Arbitrary<Frame> = fc.record({
  type: anyType,
  sequence: fc.maxSafeInteger(),
  name: fc.string({ unit: 'binary' }),
  payload: fc.oneof(fc.string({ unit: 'binary' }), fc.json()),
});

describe('readFrame', () => {
  it('reads the four keys, in any order, and leaves the payload as text', () => {
    const frame = { type: 1, sequence: 30, name: 'Ping', payload: '{"msg":"PONG"}' };
    expect(readFrame('{"m":1,"i":30,"n":"Ping","o":"{\\"msg\\":\\"PONG\\"}"}')).toEqual(E.right(frame));
    expect(readFrame(' {"o":"{\\"msg\\":\\"PONG\\"}", "n":"Ping", "i":30, "m":1} ')).toEqual(E.right(frame));
  });

  it('keeps a payload that is a bare word', () => {
    expect(readFrame('{"m":5,"i":26,"n":"NoSuchFunction","o":"Endpoint Not Found"}')).toEqual(
      E.right({ type: 5, sequence: 26, name: 'NoSuchFunction', payload: 'Endpoint Not Found' }),
    );
  });

  it.each([
    ['an object', '{"a":1}', { a: 1 }],
    ['an array', '[1]', [1]],
    ['a number', '7', 7],
    ['null', 'null', null],
    ['an empty text', '""', ''],
  ])('takes a payload that is %s', (_kind, text, payload) => {
    expect(readFrame(`{"m":3,"i":4,"n":"E","o":${text}}`)).toEqual(
      E.right({ type: 3, sequence: 4, name: 'E', payload }),
    );
  });

  it.each([
    ['a byte-order mark before it', '\uFEFF', ''],
    ['a NUL behind it', '', '\u0000'],
    ['both, and line ends', '\uFEFF\r\n', '\r\n\u0000\u0000'],
  ])('reads over %s, as some gateways and proxies add', (_what, before, behind) => {
    const frame = { type: 1, sequence: 2, name: 'Ping', payload: '{}' };
    expect(readFrame(`${before}{"m":1,"i":2,"n":"Ping","o":"{}"}${behind}`)).toEqual(E.right(frame));
    expect(readFrame(`${before}{"n":"Ping","m":1,"i":2,"o":"{}"}${behind}`)).toEqual(E.right(frame));
  });

  it('leaves such characters within the payload alone', () => {
    const payload = '\uFEFF a \u0000';
    expect(readFrame(JSON.stringify({ m: 5, i: 2, n: 'Ping', o: payload }))).toEqual(
      E.right({ type: 5, sequence: 2, name: 'Ping', payload }),
    );
  });

  it('reads null where there is no payload', () => {
    expect(readFrame('{"m":1,"i":2,"n":"LogOut"}')).toEqual(
      E.right({ type: 1, sequence: 2, name: 'LogOut', payload: null }),
    );
  });

  it('takes an event without a number, for nothing is matched by it', () => {
    expect(readFrame('{"m":3,"n":"LogoutEvent","o":"{}"}')).toEqual(
      E.right({ type: 3, sequence: 0, name: 'LogoutEvent', payload: '{}' }),
    );
  });

  it.each(['1', '5'])('refuses a frame of type %s without a number, for it could settle nothing', (type) => {
    expect(problemOf(`{"m":${type},"n":"Ping","o":"{}"}`)).toBe(
      `The frame has no sequence number: {"m":${type},"n":"Ping","o":"{}"}. The message was passed over.`,
    );
  });

  it.each(['"2"', 'null', '[2]', 'true'])('refuses the sequence number %s', (sequence) => {
    expect(problemOf(`{"m":1,"i":${sequence},"n":"Ping","o":"{}"}`)).toContain('has no sequence number');
  });

  it.each(['6', '-1', '1.5', '"1"', 'null', 'true', '{}', '1e9'])('refuses the message type %s', (type) => {
    expect(problemOf(`{"m":${type},"i":2,"n":"Ping","o":"{}"}`)).toContain('The frame has no message type');
  });

  it('refuses a frame without a message type, as the bare result that one client expects', () => {
    expect(problemOf('{"result":false,"errormsg":"no"}')).toContain('The frame has no message type');
  });

  it.each(['', '"n":null,', '"n":7,', '"n":["Ping"],'])('refuses a frame whose name is %p', (name) => {
    expect(problemOf(`{"m":1,"i":2,${name}"o":"{}"}`)).toContain('The frame has no name');
  });

  it.each(['null', '7', '"text"', 'true', '', 'Not Found', '{"m":1', '<html>'])(
    'refuses %p, which is no JSON object',
    (text) => {
      expect(problemOf(text)).toBe(`The message is no JSON object: ${text}. The message was passed over.`);
    },
  );

  it.each([
    '{"m":1,"i":2,"n":"Ping","o":"{}","p":"}"}',
    '{"m":1,"i":2,"n":"Ping","o":"a","o":"b"}',
    '{"m":1,"i":2,"n":"Ping","o":"a","m":3}',
    '{"m":1,"i":2,"n":"Ping","o":"a" }\n',
  ])('reads %p as JSON has it, though it begins as usual', (text) => {
    const { m, i, n, o } = JSON.parse(text) as Record<string, unknown>;
    expect(readFrame(text)).toEqual(E.right({ type: m, sequence: i, name: n, payload: o }));
  });

  it('reads what is written as usual, or nearly so, as a parser of JSON does', () => {
    const expected = (text: string): Frame | 'refused' => {
      try {
        const wire = JSON.parse(text) as Record<string, unknown>;
        const { m, i = 0, n, o = null } = wire;
        const isRead = Object.values(MessageType).some((type) => type === m) && typeof n === 'string';
        const isNumbered = typeof i === 'number' && ('i' in wire || (m !== 1 && m !== 5));
        return isRead && isNumbered
          ? { type: m as MessageType, sequence: i, name: n, payload: o }
          : 'refused';
      } catch {
        return 'refused';
      }
    };
    const usual = fc
      .tuple(
        anyType,
        fc.oneof(fc.maxSafeNat(), fc.nat(99)),
        fc.stringMatching(/^\w{1,8}$/),
        fc.oneof(fc.json(), fc.string({ unit: 'binary' })),
      )
      .map(([type, sequence, name, payload]) => writeFrame({ type, sequence, name, payload }));
    const changes = fc.tuple(
      fc.nat(),
      fc.nat(2),
      fc.constantFrom('', '', '"', '\\', ',', '"o":"', '}', '0', '-', '1', ' ', '\n', '","i":3,"n":"'),
    );
    const nearly = fc.tuple(usual, changes).map(([text, [at, length, piece]]) => {
      // Most changes are to the head and to the end.
      const place = at % 3 === 0 ? text.length - (at % 4) : at % Math.min(text.length, 48);
      return text.slice(0, place) + piece + text.slice(place + length);
    });
    const count = { read: 0, refused: 0 };
    fc.assert(
      fc.property(fc.oneof(usual, nearly), (text) => {
        const frame = readFrame(text);
        const found = E.isRight(frame) ? frame.right : 'refused';
        count[found === 'refused' ? 'refused' : 'read'] += 1;
        expect(found).toEqual(expected(text));
      }),
      { numRuns: 20_000 },
    );
    expect(count.read).toBeGreaterThan(5_000);
    expect(count.refused).toBeGreaterThan(2_000);
  });

  it('never throws, whatever the bytes are', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        expect(E.isLeft(readFrame(Buffer.from(bytes).toString('utf8')))).toBe(true);
      }),
    );
  });

  it('never throws, whatever the text or the JSON is, and then says why', () => {
    const part = fc.oneof(fc.json(), fc.constantFrom('1', '3', '2', '"Ping"', '"{}"'));
    const almost = fc.dictionary(fc.constantFrom('m', 'i', 'n', 'o'), part).map((keys) => {
      const fields = Object.entries(keys).map(([key, value]) => `"${key}":${value}`);
      return `{${fields.join()}}`;
    });
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.json(), almost), (text) => {
        const frame = readFrame(text);
        expect(E.isLeft(frame) ? frame.left._tag : Object.keys(frame.right)).toEqual(
          E.isLeft(frame) ? 'FrameError' : ['type', 'sequence', 'name', 'payload'],
        );
      }),
      { numRuns: 1000 },
    );
  });
});

describe('readHead', () => {
  it('finds type, number, name and the place of the payload without reading it', () => {
    const text = '{"m":3,"i":40,"n":"TickerDataUpdateEvent","o":"[[broken"';
    const head = readHead(text);

    expect(head).toEqual({ m: 3, i: 40, n: 'TickerDataUpdateEvent', payloadAt: text.indexOf('"[[broken') });
  });

  it.each([
    ['other keys first', '{"i":2,"m":3,"n":"E","o":"{}"}'],
    ['a space', '{"m": 3,"i":2,"n":"E","o":"{}"}'],
    ['a payload that is no text', '{"m":3,"i":2,"n":"E","o":{}}'],
    ['a name with an escape', '{"m":3,"i":2,"n":"E\\u0041","o":"{}"}'],
    ['a type that there is not', '{"m":6,"i":2,"n":"E","o":"{}"}'],
  ])('finds none with %s', (_what, text) => {
    expect(readHead(text)).toBeUndefined();
  });
});

describe('writeFrame', () => {
  it('writes m, i, n and o, the payload as a string', () => {
    const frame = { type: MessageType.Request, sequence: 2, name: 'Ping', payload: '{}' };
    expect(writeFrame(frame)).toBe('{"m":0,"i":2,"n":"Ping","o":"{}"}');
  });

  it('makes a payload that is a value its JSON text', () => {
    const write = (payload: unknown): string => writeFrame({ type: 0, sequence: 2, name: 'F', payload });
    expect(write({ OrderId: 9007199254740993n })).toBe(
      '{"m":0,"i":2,"n":"F","o":"{\\"OrderId\\":9007199254740993}"}',
    );
    expect(write(null)).toBe('{"m":0,"i":2,"n":"F","o":"null"}');
    expect(write(undefined)).toBe('{"m":0,"i":2,"n":"F","o":"null"}');
  });
});

describe('FrameFromString', () => {
  it('reads again whatever it has written', () => {
    fc.assert(
      fc.property(anyFrame, (frame) => {
        expect(FrameFromString.decode(FrameFromString.encode(frame))).toEqual(E.right(frame));
      }),
      { numRuns: 1000 },
    );
  });

  it('knows a frame when it sees one', () => {
    fc.assert(fc.property(anyFrame, (frame) => expect(FrameFromString.is(frame)).toBe(true)));
    const frame = { type: 1, sequence: 2, name: 'Ping', payload: '' };
    const notFrames = [
      null,
      'text',
      {},
      { ...frame, type: 6 },
      { ...frame, sequence: '2' },
      { ...frame, name: undefined },
      { type: 1, sequence: 2, name: 'Ping' },
    ];
    expect(notFrames.filter(FrameFromString.is)).toEqual([]);
  });

  it('reports what is wrong in words, and what is no text at all as io-ts does', () => {
    const messages = (u: unknown): unknown => {
      const decoded = FrameFromString.decode(u);
      return E.isLeft(decoded) && decoded.left.map(({ message }) => message);
    };
    expect(messages('{"m":9}')).toEqual([
      'The frame has no message type: {"m":9}. The message was passed over.',
    ]);
    expect(messages(7)).toEqual([undefined]);
  });
});
