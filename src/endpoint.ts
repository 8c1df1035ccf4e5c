import * as E from 'fp-ts/lib/Either.js';
import type * as t from 'io-ts';
import { mismatchesOfCall, mismatchOfThrown } from './mismatches.ts';
import { decodeValue, guarded, type Report } from './decode.ts';
import { type ClientError, GatewayError, InvalidRequest } from './errors.ts';
import { type Frame } from './frame.ts';
import { type ReadJson, readJson, writeJson } from './json/json.ts';
import { refusalOf } from './refusal.ts';

/** A function of the exchange, as a plain value: its name, and the codecs of its request and its reply. */
export interface Endpoint<A, B> {
  /** The function's name on the wire. */
  readonly name: string;
  /** Validates the parameters and encodes them to the JSON value that is sent. */
  readonly request: t.Type<A, unknown>;
  /** Turns the encoded request into the text that is sent: JSON, except for functions that take bare text. */
  readonly write: (value: unknown) => string;
  /** Decodes the reply. A standard failure never gets here: it becomes a `GatewayError`. */
  readonly reply: t.Decoder<unknown, B>;
  /** Parses the text of the reply: `readJson`, or `readExactJson` if 64-bit integers must be kept. */
  readonly read: ReadJson;
  /**
   * Whether the call changes something. A command does not wait for a reconnect: if the connection is lost it fails at
   * once, unsent. A query waits for the next connection within its time limit.
   */
  readonly isCommand: boolean;
  /**
   * Whether a command with these parameters is idempotent, such as cancelling the order with this id. If it failed, the
   * next subscription sends it again; every other command is sent at most once.
   */
  readonly isRepeatable: (params: A) => boolean;
}

const never = (): boolean => false;

/**
 * Makes an {@link Endpoint}, also for a function that only your venue has.
 *
 * @param spec `write` defaults to JSON, `read` to `readJson`, `isCommand` to `false`, `isRepeatable` to never.
 *
 * @example
 * const GetOMSs = endpoint({ name: 'GetOMSs', request: t.type({}), reply: t.UnknownArray });
 * request$(client, GetOMSs, {}).subscribe(console.log);
 */
export const endpoint = <A, B>({
  write = writeJson,
  read = readJson,
  isCommand = false,
  isRepeatable = never,
  ...spec
}: Pick<Endpoint<A, B>, 'name' | 'request' | 'reply'> & Partial<Endpoint<A, B>>): Endpoint<A, B> => ({
  ...{ write, read, isCommand, isRepeatable },
  ...spec,
});

/** One call of a function with its parameters: what to send, and how to decode the reply. */
export interface Call<B> {
  /** The function's name on the wire. */
  readonly name: string;
  readonly isCommand: boolean;
  /** Whether it may be sent again after it failed, as {@link Endpoint.isRepeatable} says. @default false */
  readonly isRepeatable?: boolean;
  /** The text to send, or why the parameters are invalid. */
  readonly payload: E.Either<InvalidRequest, string>;
  /** Decodes the frame that answers: a value, or the refusal or decoding error. */
  readonly decode: (frame: Frame, report?: Report) => E.Either<ClientError, B>;
}

/** What of a call its parameters decide. */
type Settled = Required<Pick<Call<unknown>, 'payload' | 'isRepeatable'>>;

const refused = (invalid: InvalidRequest): Settled => ({ payload: E.left(invalid), isRepeatable: false });

const settleParams = <A>(endpoint: Endpoint<A, unknown>, params: A): Settled => {
  const { name, request, write } = endpoint;
  const valid = request.decode(params);
  if (E.isLeft(valid)) return refused(new InvalidRequest(name, mismatchesOfCall(valid.left)));
  const isRepeatable = endpoint.isCommand && endpoint.isRepeatable(valid.right);
  return { payload: E.right(write(request.encode(valid.right))), isRepeatable };
};

/** A codec, or another function of the endpoint, that throws has refused. */
const settle = <A>(endpoint: Endpoint<A, unknown>, params: A): Settled => {
  try {
    return settleParams(endpoint, params);
  } catch (thrown) {
    return refused(new InvalidRequest(endpoint.name, [mismatchOfThrown(thrown)]));
  }
};

/** The exchange accepted the operation and goes on with it: a success wherever the reply's codec can hold it. */
const operationInProcess = 107;

const unheard: Report = () => undefined;

/** The parts of an endpoint that read a reply. */
export type ReplyFormat<B> = Pick<Endpoint<never, B>, 'name' | 'read' | 'reply'>;

const answerIn = <B>(
  { name, read, reply }: ReplyFormat<B>,
  frame: Frame,
  report: Report,
): E.Either<ClientError, B> => {
  const value = read(frame.payload);
  const refusal = refusalOf(frame.type, value);
  if (refusal !== undefined && refusal.code !== operationInProcess) {
    return E.left(new GatewayError(name, refusal));
  }
  const decoded = decodeValue(name, reply, value, report);
  return refusal === undefined || E.isRight(decoded) ? decoded : E.left(new GatewayError(name, refusal));
};

/**
 * Reads the frame that answers a call: a value, or the refusal or misunderstanding that it is. A codec that throws
 * is a misunderstanding as well, so that no call is left without an answer.
 */
export const decodeReply = <B>(
  reply: ReplyFormat<B>,
  frame: Frame,
  report: Report = unheard,
): E.Either<ClientError, B> => guarded(reply.name, () => answerIn(reply, frame, report));

/** Makes the {@link Call} of an endpoint with these parameters. It sends nothing. */
export const call = <A, B>(endpoint: Endpoint<A, B>, params: A): Call<B> => {
  const { payload, isRepeatable } = settle(endpoint, params);
  return {
    name: endpoint.name,
    isCommand: endpoint.isCommand,
    isRepeatable,
    payload,
    decode: (frame, report) => decodeReply(endpoint, frame, report),
  };
};
