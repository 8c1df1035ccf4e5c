import type { Either } from 'fp-ts/lib/Either.js';
import type { Mismatch } from './mismatches.ts';
import { redact } from './redact.ts';
import { asSentence, doubt, listed, safe, shown, shownValue } from './words.ts';

/** What a {@link TransportError} knows beside its words. */
export interface TransportEvidence {
  readonly code?: number;
  readonly status?: number;
  readonly retryAfter?: number;
  readonly maxPayload?: number;
  readonly isFinal?: boolean;
  readonly cause?: unknown;
}

/**
 * The link to the gateway could not be opened, or is gone without our asking: refused, dropped, closed by the
 * other side, or silent for too long.
 *
 * Seen as the `cause` of `Waiting` and `Closed` states and on `error$`; a request that was under way fails with
 * {@link ConnectionLost} instead.
 */
export class TransportError extends Error {
  readonly _tag = 'TransportError';
  override readonly name = 'TransportError';
  /** The WebSocket close code, where the socket was closed with one. */
  readonly code: number | undefined;
  /** The HTTP status that the opening was refused with, such as 429 or 503, where there was one. */
  readonly status: number | undefined;
  /** How long the other side asks to wait before the next attempt (`Retry-After`), in milliseconds. */
  readonly retryAfter: number | undefined;
  /** The bound in bytes that a message exceeded, where that ended the socket: the client's `maxPayload`. */
  readonly maxPayload: number | undefined;
  /** Whether no further attempt can succeed, as with an address that is none. The client then gives up at once. */
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

/** There was no connection to send the request on, or it was lost before the reply. */
export class ConnectionLost extends Error {
  readonly _tag = 'ConnectionLost';
  override readonly name = 'ConnectionLost';
  /** The function or stream that was called, by its wire name. */
  readonly call: string;
  /** `false`: no byte of the request has left and none will, sending again is safe. `true`: the outcome is unknown. */
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

/** No reply came within the time limit. */
export class RequestTimeout extends Error {
  readonly _tag = 'RequestTimeout';
  override readonly name = 'RequestTimeout';
  /** The function or stream that was called, by its wire name. */
  readonly call: string;
  /**
   * `false`: the connection did not open in time, or the client's pace held the request until then; nothing has left and
   * nothing will. `true`: the outcome is unknown.
   */
  readonly sent: boolean;
  /** The limit, in milliseconds. */
  readonly limit: number;

  constructor(
    call: string,
    sent: boolean,
    limit: number,
    cause?: Error,
    unsent = 'the connection was not open',
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
  }
}

/** How much of a message is looked at for its beginning without secrets: a message may have megabytes. */
const lookedAt = 2_000;

/** A secret that is cut is hidden to the end, as one that is never closed. */
const excerptOf = (text: string): string => {
  const excerpt = shown(redact(text.slice(0, lookedAt)));
  return text.length > lookedAt && !excerpt.endsWith('…') ? `${excerpt}…` : excerpt;
};

/** A message that is no frame, or a reply nobody was waiting for. The connection goes on. */
export class FrameError extends Error {
  readonly _tag = 'FrameError';
  override readonly name = 'FrameError';
  /** The beginning of the message, without secrets. */
  readonly text: string;

  constructor(problem: string, text: string) {
    const excerpt = excerptOf(text);
    super(`${problem}: ${excerpt}. The message was passed over.`);
    this.text = excerpt;
  }
}

/** A payload of the exchange's is not what the codec of its function or event says. */
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

/** What you passed cannot be sent as this call. Nothing was sent. */
export class InvalidRequest extends Error {
  readonly _tag = 'InvalidRequest';
  override readonly name = 'InvalidRequest';
  /** The function or stream that was called, by its wire name. */
  readonly call: string;
  readonly sent = false;
  readonly mismatches: readonly Mismatch[];

  constructor(call: string, mismatches: readonly Mismatch[]) {
    super(`${call} was not sent: ${listed(mismatches)}. Correct the call.`);
    this.call = call;
    this.mismatches = mismatches;
  }
}

/** What the exchange says when it refuses; see `docs/errors.md` for the known codes. */
export interface Refusal {
  /** `errorcode`, or `undefined` where the exchange answers with bare text. The list of codes is open. */
  readonly code: number | undefined;
  readonly errormsg: string;
  readonly detail: string | null;
}

/** The exchange answered, and the answer is no. */
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

/** The exchange answered a command after its time limit, or after its caller had unsubscribed. */
export class LateReply extends Error {
  readonly _tag = 'LateReply';
  override readonly name = 'LateReply';
  /** The function that was called, by its wire name. */
  readonly call: string;
  /** The number that the request had on its socket. */
  readonly sequence: number;
  /** What the request was about: its fields named for an id, such as `ClientOrderId`. */
  readonly ids: Readonly<Record<string, unknown>>;
  /** For how long its caller had not been waiting any more, in milliseconds. */
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

  /** The reply, decoded; `undefined` where `cause` tells of a refusal or so. */
  get reply(): unknown {
    return lateReplies.get(this);
  }
}

/** The caller's `signal` was aborted; `cause` is the reason it was given. */
export class AbortError extends Error {
  readonly _tag = 'AbortError';
  override readonly name = 'AbortError';
  /** The function that was called, by its wire name. */
  readonly call: string;
  /** `false`: nothing has left and nothing will. `true`: the outcome is unknown; of a command {@link LateReply} tells it. */
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

/** The exchange says of an order what cannot be true together with what it said before. */
export class Contradiction extends Error {
  readonly _tag = 'Contradiction';
  override readonly name = 'Contradiction';
  /** The order. */
  readonly OrderId: number | bigint;

  constructor(OrderId: number | bigint, problem: string) {
    super(`Order ${OrderId}: ${problem}. Look at the order and at what the account has.`);
    this.OrderId = OrderId;
  }
}

/** A limit of this process, or its kill switch, did not let an order out. Nothing was sent. */
export class Denied extends Error {
  readonly _tag = 'Denied';
  override readonly name = 'Denied';
  /** The function that was called, by its wire name. */
  readonly call: string;
  readonly sent = false;
  /** Which rule it was, by the name it has in `withLimits`; `kill` for the kill switch. */
  readonly rule: string;

  constructor(call: string, rule: string, why: string) {
    super(`${call} was not sent: ${why} (${rule}).`);
    this.call = call;
    this.rule = rule;
  }
}

/**
 * Why there is no login.
 *
 * - `refused`: the exchange does not accept the credentials.
 * - `locked`: too many attempts; the exchange's staff must unlock the user.
 * - `code`: the second factor was refused, or none was given where one is needed.
 * - `ended`: the exchange ended a login that had been good, as it does when the same user logs in elsewhere.
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

/** Login did not succeed, or was taken back. */
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

/** More values came than `queueMap` may let wait, and it was told to end then. Nothing of the exchange's is amiss. */
export class QueueOverflow extends Error {
  readonly _tag = 'QueueOverflow';
  override readonly name = 'QueueOverflow';
  /** How many values may wait. */
  readonly limit: number;
  /** What had become of all values by then; the one too many is among the dropped, those that waited still wait. */
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

/** What a {@link RecordingFailed} knows beside its words. */
export interface RecordingEvidence {
  readonly lost: number;
  readonly isOver: boolean;
  readonly file?: string;
  readonly cause?: unknown;
}

/** Lines of a recording could not be written. The connection, and all that goes over it, is untouched. */
export class RecordingFailed extends Error {
  readonly _tag = 'RecordingFailed';
  override readonly name = 'RecordingFailed';
  /** The file, where there is one. */
  readonly file: string | undefined;
  /** How many lines are known to be missing by now; of what is written later, none is counted. */
  readonly lost: number;
  /** Whether the recording has ended; else it goes on and lacks these lines only. */
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
 * Everything that can go wrong, as one closed union: switch on `_tag`, or use `instanceof`. Each is listed with
 * its evidence and its remedy in `docs/errors.md`.
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

/** Says whether something thrown is one of this library's errors. */
export const isClientError = (u: unknown): u is ClientError =>
  u instanceof Error && tags.has((u as Partial<ClientError>)._tag);

/**
 * Says whether the exchange meant "you may not, or there is no such function", which it does not tell apart: code
 * 20, or the bare text `Endpoint Not Found` that a private call without login gets.
 */
export const isNotAuthorized = (error: GatewayError): boolean =>
  error.code === 20 || (error.code === undefined && /^endpoint not found$/i.test(error.errormsg.trim()));

/**
 * Says whether the exchange refused for being asked too often. It has no code of its own for that, so that the words
 * count, beside the code 429 that other services have.
 */
export const isTooManyRequests = ({ code, errormsg, detail }: Refusal): boolean =>
  code === 429 || /too many requests|rate.?limit/i.test(`${errormsg} ${detail ?? ''}`);
