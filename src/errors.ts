import type { Either } from 'fp-ts/lib/Either.js';
import { excerpt } from './excerpt.ts';
import type { Mismatch } from './mismatches.ts';
import { redact } from './redact.ts';
import { asSentence, doubt, listed, safe, shownValue } from './words.ts';

/** The fields of a {@link TransportError}, except its message. */
export interface TransportEvidence {
  readonly code?: number;
  readonly status?: number;
  readonly retryAfter?: number;
  readonly maxPayload?: number;
  readonly isFinal?: boolean;
  readonly cause?: unknown;
}

/**
 * The connection to the gateway could not be opened, or was lost: refused, dropped, closed by the other side, or silent
 * for too long.
 *
 * It is the `cause` of `Waiting` and `Closed` states, and is emitted on `error$`. A request that was under way fails
 * with {@link ConnectionLost} instead.
 */
export class TransportError extends Error {
  readonly _tag = 'TransportError';
  override readonly name = 'TransportError';
  /** The WebSocket close code, if the socket was closed with one. */
  readonly code: number | undefined;
  /** The HTTP status with which opening was refused, such as 429 or 503, if there was one. */
  readonly status: number | undefined;
  /** How long the gateway asks to wait before the next attempt (`Retry-After`), in milliseconds. */
  readonly retryAfter: number | undefined;
  /** The client's `maxPayload` in bytes, if a larger message ended the socket. */
  readonly maxPayload: number | undefined;
  /** Whether no further attempt can succeed, as with an invalid address. The client then closes at once. */
  readonly isFinal: boolean;

  constructor(message: string, evidence: TransportEvidence = {}) {
    super(redact(message), evidence.cause === undefined ? undefined : { cause: evidence.cause });
    this.code = evidence.code;
    this.status = evidence.status;
    this.retryAfter = evidence.retryAfter;
    this.maxPayload = evidence.maxPayload;
    this.isFinal = evidence.isFinal ?? false;
  }
}

/** There was no connection to send the request on, or the connection was lost before the reply. */
export class ConnectionLost extends Error {
  readonly _tag = 'ConnectionLost';
  override readonly name = 'ConnectionLost';
  /** The function or stream that was called, by its wire name. */
  readonly call: string;
  /** `false`: nothing was sent and nothing will be; it is safe to send it again. `true`: the outcome is unknown. */
  readonly sent: boolean;

  constructor(call: string, sent: boolean, why: string, cause?: unknown, next = sent ? doubt : safe) {
    super(
      sent
        ? `${call}: ${redact(why)} after it had been sent. ${next}`
        : `${call} was not sent: ${redact(why)}. ${next}`,
      cause === undefined ? undefined : { cause },
    );
    this.call = call;
    this.sent = sent;
  }
}

/** Beside the errors, as two of them that say the same are the same to whoever compares them. */
const sequences = new WeakMap<Error, number>();

/** No reply arrived within the time limit. */
export class RequestTimeout extends Error {
  readonly _tag = 'RequestTimeout';
  override readonly name = 'RequestTimeout';
  /** The function or stream that was called, by its wire name. */
  readonly call: string;
  /**
   * `false`: nothing was sent and nothing will be; the connection did not open in time, or the client's `pace` or other
   * look-ups of orders held the request back. `true`: the outcome is unknown.
   */
  readonly sent: boolean;
  /** The time limit, in milliseconds. */
  readonly limit: number;

  constructor(
    call: string,
    sent: boolean,
    limit: number,
    cause?: Error,
    unsent = 'the connection was not open',
    sequence?: number,
  ) {
    const why = cause === undefined ? '' : ` (${cause.message})`;
    super(
      sent
        ? `${call}: no reply within ${limit} ms of the call. ${doubt}`
        : `${call} was not sent: ${unsent} within ${limit} ms${why}. ${safe}`,
      cause === undefined ? undefined : { cause },
    );
    this.call = call;
    this.sent = sent;
    this.limit = limit;
    if (sequence !== undefined) sequences.set(this, sequence);
  }

  /** The sequence number of the request on its socket, if it was sent: that of the {@link LateReply} to a command. */
  get sequence(): number | undefined {
    return sequences.get(this);
  }
}

/** A message is not a frame, or a reply that no request waits for. The connection continues. */
export class FrameError extends Error {
  readonly _tag = 'FrameError';
  override readonly name = 'FrameError';
  /** The first part of the message, without secrets. */
  readonly text: string;

  constructor(problem: string, text: string) {
    const beginning = excerpt(text, 200);
    super(`${problem}: ${beginning}. The message was passed over.`);
    this.text = beginning;
  }
}

/** A payload does not match the codec of its function or event, or the pages of a list of fills do not make a whole. */
export class DecodeError extends Error {
  readonly _tag = 'DecodeError';
  override readonly name = 'DecodeError';
  /** The function or event, by its wire name. */
  readonly call: string;
  readonly mismatches: readonly Mismatch[];

  constructor(call: string, mismatches: readonly Mismatch[]) {
    super(`${call}: the exchange's payload was not understood: ${listed(mismatches)}.`);
    this.call = call;
    this.mismatches = mismatches;
  }
}

/** The parameters of the call are invalid. Nothing was sent. */
export class InvalidRequest extends Error {
  readonly _tag = 'InvalidRequest';
  override readonly name = 'InvalidRequest';
  /** The function or stream that was called, by its wire name. */
  readonly call: string;
  readonly sent = false;
  readonly mismatches: readonly Mismatch[];

  constructor(call: string, mismatches: readonly Mismatch[], what = `${call} was not sent`) {
    super(`${what}: ${listed(mismatches)}. Correct the call.`);
    this.call = call;
    this.mismatches = mismatches;
  }
}

/** What the exchange says when it refuses a call; see `docs/errors.md` for the known codes. */
export interface Refusal {
  /**
   * The `errorcode`, or `undefined` if the exchange answers with bare text. There may be codes that are not documented.
   */
  readonly code: number | undefined;
  readonly errormsg: string;
  readonly detail: string | null;
}

/** The exchange answered with a refusal. */
export class GatewayError extends Error implements Refusal {
  readonly _tag = 'GatewayError';
  override readonly name = 'GatewayError';
  /** The function or stream that was called, by its wire name. */
  readonly call: string;
  readonly code: number | undefined;
  readonly errormsg: string;
  readonly detail: string | null;

  constructor(call: string, { code, errormsg, detail }: Refusal, hint?: string) {
    const safeDetail = detail === null ? null : redact(detail);
    const reason = redact(errormsg);
    const coded = code === undefined ? reason : `${reason} (code ${code})`;
    const said = `${call} was refused: ${safeDetail ? `${coded}: ${safeDetail}` : coded}`;
    super(hint === undefined ? said : `${asSentence(said)} ${hint}`);
    this.call = call;
    this.code = code;
    this.errormsg = reason;
    this.detail = safeDetail;
  }
}

/** Beside the errors, so that no log shows a reply, which may hold a secret. */
const lateReplies = new WeakMap<Error, unknown>();

/** The reply to a command arrived after its time limit, or after its caller had unsubscribed. */
export class LateReply extends Error {
  readonly _tag = 'LateReply';
  override readonly name = 'LateReply';
  /** The function that was called, by its wire name. */
  readonly call: string;
  /** The sequence number of the request on its socket. */
  readonly sequence: number;
  /** The ids in the request: its fields that are named for an id, such as `ClientOrderId`. */
  readonly ids: Readonly<Record<string, unknown>>;
  /** How long before the reply its caller had stopped waiting, in milliseconds. */
  readonly late: number;

  constructor(
    call: string,
    { sequence, ids, late }: Pick<LateReply, 'sequence' | 'ids' | 'late'>,
    answer: Either<ClientError, unknown>,
  ) {
    const isFailure = answer._tag === 'Left';
    const isOutcome = !isFailure || answer.left instanceof GatewayError;
    super(
      `${call}: answered ${Math.round(late)} ms after its caller had stopped waiting: ` +
        `${isFailure ? asSentence(answer.left.message) : shownValue(answer.right)} ${isOutcome ? 'That is the outcome.' : doubt}`,
      isFailure ? { cause: answer.left } : undefined,
    );
    this.call = call;
    this.sequence = sequence;
    this.ids = ids;
    this.late = late;
    if (!isFailure) lateReplies.set(this, answer.right);
  }

  /** The decoded reply; `undefined` if there is none: `cause` is then the refusal or decoding error. */
  get reply(): unknown {
    return lateReplies.get(this);
  }
}

/** The caller's `signal` was aborted; `cause` is the abort reason. */
export class AbortError extends Error {
  readonly _tag = 'AbortError';
  override readonly name = 'AbortError';
  /** The function that was called, by its wire name. */
  readonly call: string;
  /**
   * `false`: nothing was sent and nothing will be. `true`: the outcome is unknown; for a command a {@link LateReply}
   * may bring it.
   */
  readonly sent: boolean;

  constructor(call: string, sent: boolean, cause: unknown) {
    super(
      sent ? `${call}: aborted after it had been sent. ${doubt}` : `${call} was not sent: aborted. ${safe}`,
      {
        cause,
      },
    );
    this.call = call;
    this.sent = sent;
  }
}

/** The exchange reported something about an order that contradicts what it reported before. */
export class Contradiction extends Error {
  readonly _tag = 'Contradiction';
  override readonly name = 'Contradiction';
  /** The id of the order. */
  readonly OrderId: number | bigint;

  constructor(OrderId: number | bigint, problem: string) {
    super(`Order ${OrderId}: ${problem}. Look at the order and at what the account has.`);
    this.OrderId = OrderId;
  }
}

/** A limit or the kill switch of this process stopped an order. Nothing was sent. */
export class Denied extends Error {
  readonly _tag = 'Denied';
  override readonly name = 'Denied';
  /** The function that was called, by its wire name. */
  readonly call: string;
  readonly sent = false;
  /** The rule that stopped it, by its name in `withLimits`; `kill` for the kill switch. */
  readonly rule: string;

  constructor(call: string, rule: string, why: string) {
    super(`${call} was not sent: ${why} (${rule}).`);
    this.call = call;
    this.rule = rule;
  }
}

/**
 * Why a login failed or ended.
 *
 * - `refused`: the exchange does not accept the credentials.
 * - `locked`: too many attempts; the exchange's staff must unlock the user.
 * - `code`: the second factor was refused, or is required and was not given.
 * - `ended`: the exchange ended a good login, as it does when the same user logs in elsewhere.
 */
export type AuthenticationFailure = 'refused' | 'locked' | 'code' | 'ended';

const failures: Readonly<Record<AuthenticationFailure, readonly [what: string, remedy: string]>> = {
  refused: ['The exchange refused the credentials', ' Correct them and create a new client.'],
  locked: [
    'The user is locked after too many attempts',
    ' Have the exchange unlock it and create a new client.',
  ],
  code: ['The second factor failed', ' Give a fresh code and create a new client.'],
  ended: ['The exchange ended the login, as it does when the same user logs in elsewhere', ''],
};

/** The login failed, or the exchange ended it. */
export class AuthenticationFailed extends Error {
  readonly _tag = 'AuthenticationFailed';
  override readonly name = 'AuthenticationFailed';
  readonly reason: AuthenticationFailure;

  constructor(reason: AuthenticationFailure, errormsg?: string | null) {
    const [what, remedy] = failures[reason];
    super(asSentence(errormsg ? `${what}: ${redact(errormsg)}` : what) + remedy);
    this.reason = reason;
  }
}

/** `queueMap` received more values than may wait, and its overflow policy is to error. The exchange is not at fault. */
export class QueueOverflow extends Error {
  readonly _tag = 'QueueOverflow';
  override readonly name = 'QueueOverflow';
  /** How many values may wait. */
  readonly limit: number;
  /**
   * The counters of the queue at that moment. The value too many counts as dropped; those in the queue still count as
   * waiting.
   */
  readonly counters: Readonly<
    Record<'received' | 'started' | 'dropped' | 'merged' | 'failed' | 'waiting', number> & {
      busySince: number | undefined;
    }
  >;

  constructor(limit: number, counters: QueueOverflow['counters']) {
    super(
      `queueMap: a value came while ${limit} were waiting, as many as may; ${counters.received} had come and ` +
        `${counters.started} had been begun. What waited was dropped. Make the work faster, raise the limit, or conflate.`,
    );
    this.limit = limit;
    this.counters = counters;
  }
}

/** The fields of a {@link RecordingFailed}, except its message. */
export interface RecordingEvidence {
  readonly lost: number;
  readonly isOver: boolean;
  readonly file?: string;
  readonly cause?: unknown;
}

/** Lines of a recording could not be written. The connection is not affected. */
export class RecordingFailed extends Error {
  readonly _tag = 'RecordingFailed';
  override readonly name = 'RecordingFailed';
  /** The file, if there is one. */
  readonly file: string | undefined;
  /** How many lines are known to be missing so far. */
  readonly lost: number;
  /** Whether the recording has ended; otherwise it continues, and only these lines are missing. */
  readonly isOver: boolean;

  constructor(why: string, { lost, isOver, file, cause }: RecordingEvidence) {
    const what = `The recording${file === undefined ? '' : ` in ${file}`}`;
    const reason = redact(why);
    super(
      isOver
        ? `${what} has ended: ${reason}. What comes from now on is not in it; the connection goes on.`
        : `${what} lacks ${lost} ${lost === 1 ? 'line' : 'lines'}: ${reason}. It goes on, and so does the connection.`,
      cause === undefined ? undefined : { cause },
    );
    this.file = file;
    this.lost = lost;
    this.isOver = isOver;
  }
}

/**
 * Everything that can go wrong, as one closed union: switch on `_tag`, or use `instanceof`. `docs/errors.md` lists each
 * with its fields and what to do about it.
 *
 * @example
 * const isSafeToRetry = (error: ClientError): boolean => 'sent' in error && !error.sent;
 */
export type ClientError =
  | TransportError
  | ConnectionLost
  | RequestTimeout
  | FrameError
  | DecodeError
  | InvalidRequest
  | GatewayError
  | LateReply
  | AbortError
  | AuthenticationFailed
  | QueueOverflow
  | Contradiction
  | Denied
  | RecordingFailed;

const tags: ReadonlySet<unknown> = new Set<ClientError['_tag']>([
  'TransportError',
  'ConnectionLost',
  'RequestTimeout',
  'FrameError',
  'DecodeError',
  'InvalidRequest',
  'GatewayError',
  'LateReply',
  'AbortError',
  'AuthenticationFailed',
  'QueueOverflow',
  'Contradiction',
  'Denied',
  'RecordingFailed',
]);

/** Whether something thrown is one of this library's errors. */
export const isClientError = (u: unknown): u is ClientError =>
  u instanceof Error && tags.has((u as Partial<ClientError>)._tag);

/**
 * Whether the exchange refused with "not authorized or no such function", which it does not distinguish: code 20, or
 * the bare text `Endpoint Not Found` that a private call without a login gets.
 */
export const isNotAuthorized = (error: GatewayError): boolean =>
  error.code === 20 || (error.code === undefined && /^endpoint not found$/i.test(error.errormsg.trim()));

/**
 * Whether the exchange refused because of too many requests. Its protocol has no code for that, so the text of the
 * refusal is checked, and the code 429 that other services use.
 */
export const isTooManyRequests = ({ code, errormsg, detail }: Refusal): boolean =>
  code === 429 || /too many requests|rate.?limit/i.test(`${errormsg} ${detail ?? ''}`);
