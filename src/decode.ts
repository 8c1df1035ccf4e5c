import * as E from 'fp-ts/lib/Either.js';
import type * as t from 'io-ts';
import { type ClientError, DecodeError } from './errors.ts';
import type { ReadJson } from './json/json.ts';
import { mismatches, mismatchOfThrown } from './mismatches.ts';

/** How a payload becomes a value: its text by `read`, what it may be by `codec`. */
export interface Format<A> {
  readonly codec: t.Decoder<unknown, A>;
  readonly read: ReadJson;
}

/** Where what is tolerated, and so reaches no caller, is told. */
export type Report = (error: ClientError) => void;

/**
 * Runs what reads a payload of this call; where a codec, a reader or a function of a caller's own throws, it has not
 * understood the payload, so that nothing is left without an answer.
 */
export const guarded = <A>(call: string, run: () => E.Either<ClientError, A>): E.Either<ClientError, A> => {
  try {
    return run();
  } catch (thrown) {
    return E.left(new DecodeError(call, [mismatchOfThrown(thrown)]));
  }
};

/** Validates a value that has been read; a codec that throws is not caught here, but by {@link guarded}. */
export const decodeValue = <A>(
  call: string,
  codec: t.Decoder<unknown, A>,
  value: unknown,
): E.Either<DecodeError, A> => {
  const decoded = codec.decode(value);
  return E.isRight(decoded) ? decoded : E.left(new DecodeError(call, mismatches(decoded.left)));
};

/**
 * Reads and validates one payload: the one way in which a payload becomes a value. It never throws.
 *
 * @param call The function or event, for the error.
 *
 * @example
 * decode('Ping', { codec: t.type({ msg: t.string }), read: readJson }, '{"msg":"PONG"}'); // right({ msg: 'PONG' })
 */
export const decode = <A>(
  call: string,
  { codec, read }: Format<A>,
  payload: unknown,
): E.Either<ClientError, A> => guarded(call, () => decodeValue(call, codec, read(payload)));
