import * as E from 'fp-ts/lib/Either.js';
import type { Terms } from '../connection/inner.ts';
import type { Call } from '../endpoint.ts';
import { type ClientError, FrameError } from '../errors.ts';
import { type Frame, MessageType, writeFrame } from '../frame.ts';
import { writeReceived } from '../json/json.ts';

/** A second guard beside the number; an error need not repeat the name. */
const isReplyTo = (call: string, { type, name }: Frame): boolean =>
  name === call || type === MessageType.Error || name.toLowerCase() === call.toLowerCase();

const writtenOf = (frame: Frame): string =>
  writeFrame({
    ...frame,
    payload: typeof frame.payload === 'string' ? frame.payload : writeReceived(frame.payload),
  });

/** What a frame with the number of a call says: a value, or the refusal or misunderstanding that it is. */
export const answerTo = <B>(
  { name, decode }: Pick<Call<B>, 'name' | 'decode'>,
  frame: Frame,
  report: Terms['report'],
): E.Either<ClientError, B> =>
  isReplyTo(name, frame)
    ? decode(frame, report)
    : E.left(new FrameError(`The reply to ${name} names another function`, writtenOf(frame)));
