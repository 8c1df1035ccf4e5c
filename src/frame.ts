import * as E from 'fp-ts/lib/Either.js';
import * as t from 'io-ts';
import { FrameError } from './errors.ts';
import { readJson, writeJson } from './json/json.ts';

/** The type of a frame; `m` on the wire. */
export const MessageType = {
  Request: 0,
  Reply: 1,
  Subscribe: 2,
  Event: 3,
  Unsubscribe: 4,
  Error: 5,
} as const;
export type MessageType = (typeof MessageType)[keyof typeof MessageType];

/** One message of the protocol, with its payload not yet parsed. */
export interface Frame {
  readonly type: MessageType;
  /**
   * Chosen by the client and repeated in the reply. Events have numbers of the server's own, which may equal that of a
   * pending request: check `type` first.
   */
  readonly sequence: number;
  /** Function or event name. */
  readonly name: string;
  /**
   * JSON text, as a string. If the gateway does not encode payloads as strings, the value itself; `null` if there is
   * none.
   */
  readonly payload: unknown;
}

const messageTypes: readonly unknown[] = /* @__PURE__ */ Object.values(MessageType);
const isMessageType = (m: unknown): m is MessageType => messageTypes.includes(m);

/** A frame as it is on the wire. */
interface WireFrame {
  readonly m?: unknown;
  readonly i?: unknown;
  readonly n?: unknown;
  readonly o?: unknown;
}

/** How all known gateways begin a frame, up to the text that is its payload. */
const usualHead = /^{"m":([0-5]),"i":(0|[1-9]\d{0,14}),"n":"(\w+)","o":"/;

/** The beginning of a frame that is written as usual; its payload is not read yet. */
export interface Head {
  readonly m: number;
  readonly i: number;
  readonly n: string;
  /** Where the literal that is the payload begins, its quote included. */
  readonly payloadAt: number;
}

/**
 * What kind of frame a message is and how it is called, before its payload is parsed; `undefined` where it is not
 * written as all known gateways write it, which {@link readFrame} reads all the same.
 *
 * @example
 * readHead('{"m":3,"i":2,"n":"TickerDataUpdateEvent","o":"[]"}')?.n; // 'TickerDataUpdateEvent'
 */
export const readHead = (text: string): Head | undefined => {
  const found = usualHead.exec(text);
  if (found === null) return undefined;
  const [head, m, i, n = ''] = found;
  return { m: Number(m), i: Number(i), n, payloadAt: head.length - 1 };
};

const isBesideFrame = (character: string | undefined): boolean =>
  character === '\u0000' || character?.trim() === '';

/** Without what some gateways and proxies put beside a frame: a byte-order mark, a NUL, white space. */
const trimmed = (text: string): string => {
  let [start, end] = [0, text.length];
  while (start < end && isBesideFrame(text[start])) start += 1;
  while (end > start && isBesideFrame(text[end - 1])) end -= 1;
  return text.slice(start, end);
};

/** As `readJson`, but once more without what stands beside the frame where it is no JSON with it. */
const readLoose = (text: string): unknown => {
  const value = readJson(text);
  return value === text ? readJson(trimmed(text)) : value;
};

/** As `readJson`, but the head of a frame that is written as usual is not parsed: half the cost of a small frame. */
const readWire = (text: string, head: Head | undefined): unknown => {
  if (head !== undefined && text.endsWith('}')) {
    const literal = text.slice(head.payloadAt, -1);
    const o = readJson(literal);
    // Else there is more behind the payload.
    if (o !== literal) return { m: head.m, i: head.i, n: head.n, o };
  }
  return readLoose(text);
};

/** Says whether a frame of this type answers a request. */
export const isAnswer = (m: MessageType): boolean => m === MessageType.Reply || m === MessageType.Error;

/** As {@link readFrame}, the head of the message having been read. */
export const readFrameAfter = (head: Head | undefined, text: string): E.Either<FrameError, Frame> => {
  const refuse = (problem: string) => E.left(new FrameError(`The ${problem}`, text));
  const wire = readWire(text, head) as WireFrame | null;
  if (typeof wire !== 'object' || wire === null) return refuse('message is no JSON object');
  const { m, i = 0, n, o = null } = wire;
  if (!isMessageType(m)) return refuse('frame has no message type');
  if (typeof n !== 'string') return refuse('frame has no name');
  if (typeof i !== 'number' || (wire.i === undefined && isAnswer(m))) {
    return refuse('frame has no sequence number');
  }
  return E.right({ type: m, sequence: i, name: n, payload: o });
};

/**
 * Parses one message of the gateway; the fast path of {@link FrameFromString}. It also accepts what some gateways send
 * against the rules: a payload that is not a string, no payload, or an event without a number. A byte-order mark, a NUL
 * and white space around the frame are ignored.
 *
 * @example
 * readFrame('{"m":1,"i":2,"n":"Ping","o":"{\\"msg\\":\\"PONG\\"}"}');
 * // right({ type: 1, sequence: 2, name: 'Ping', payload: '{"msg":"PONG"}' })
 */
export const readFrame = (text: string): E.Either<FrameError, Frame> => readFrameAfter(readHead(text), text);

/** The text of a frame as it is sent; a payload that is not a string is written as JSON. */
export const writeFrame = ({ type, sequence, name, payload }: Frame): string =>
  JSON.stringify({
    m: type,
    i: sequence,
    n: name,
    o: typeof payload === 'string' ? payload : writeJson(payload),
  });

const isFrame = (u: unknown): u is Frame => {
  if (typeof u !== 'object' || u === null) return false;
  const { type, sequence, name } = u as { readonly [key in keyof Frame]?: unknown };
  return isMessageType(type) && typeof sequence === 'number' && typeof name === 'string' && 'payload' in u;
};

/**
 * The frame codec: text on the wire, {@link Frame} in memory. Decoding is tolerant, as `docs/protocol.md` says.
 * Encoding a decoded frame whose payload is a string gives a text that decodes to the same frame.
 *
 * @example
 * FrameFromString.encode({ type: MessageType.Request, sequence: 2, name: 'Ping', payload: '{}' });
 * // '{"m":0,"i":2,"n":"Ping","o":"{}"}'
 */
export const FrameFromString: t.Type<Frame, string> = /* @__PURE__ */ new t.Type(
  'FrameFromString',
  isFrame,
  (u, context) => {
    if (typeof u !== 'string') return t.failure(u, context);
    const frame = readFrame(u);
    return E.isLeft(frame) ? t.failure(u, context, frame.left.message) : t.success(frame.right);
  },
  writeFrame,
);
