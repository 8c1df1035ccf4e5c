import * as E from 'fp-ts/lib/Either.js';
import type * as t from 'io-ts';
import { gathering } from './codec/gathering.ts';
import { type ClientError, DecodeError } from './errors.ts';
import type { ReadJson } from './json/json.ts';
import { mismatches, mismatchOfThrown } from './mismatches.ts';

/** How a payload becomes a value: `read` parses its text, `codec` validates the result. */
export interface Format<A> {
  readonly codec: t.Decoder<unknown, A>;
  readonly read: ReadJson;
}

/** Receives errors that were tolerated and therefore go to no caller. */
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

/**
 * Validates a value that has been read; a codec that throws is not caught here, but by {@link guarded}.
 *
 * @param report Where it is told, one by one, what was left out because it could not be read: rows of lists, and fields
 *   that say that there is no number.
 */
export const decodeValue = <A>(
  call: string,
  codec: t.Decoder<unknown, A>,
  value: unknown,
  report: (error: DecodeError) => void,
): E.Either<DecodeError, A> => {
  const { value: decoded, mishaps } = gathering(() => codec.decode(value));
  if (E.isLeft(decoded)) return E.left(new DecodeError(call, mismatches(decoded.left)));
  for (const mishap of mishaps) report(new DecodeError(call, mismatches(mishap)));
  return decoded;
};

const unheard = (): void => undefined;

/**
 * Reads and validates one payload: the one way in which a payload becomes a value. It never throws.
 *
 * @param call The function or event, for the error.
 * @param report Told what was left out. @default nobody is
 *
 * @example
 * decode('Ping', { codec: t.type({ msg: t.string }), read: readJson }, '{"msg":"PONG"}'); // right({ msg: 'PONG' })
 */
export const decode = <A>(
  call: string,
  { codec, read }: Format<A>,
  payload: unknown,
  report: Report = unheard,
): E.Either<ClientError, A> => guarded(call, () => decodeValue(call, codec, read(payload), report));
