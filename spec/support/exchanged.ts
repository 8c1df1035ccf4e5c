import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import { type Call, call, type Endpoint } from '../../src/endpoint.ts';
import { MessageType } from '../../src/frame.ts';

const orError = <B>(result: E.Either<Error, B>): B | string =>
  pipe(
    result,
    E.getOrElseW((error) => error.message),
  );

/** What a call sends, as JSON text; the message of the error where it cannot be sent. */
export const sent = <A>(endpoint: Endpoint<A, unknown>, params: A): string =>
  orError(call(endpoint, params).payload);

/** As {@link sent}, for parameters that the types refuse. */
export const sentAnyway = <A>(endpoint: Endpoint<A, unknown>, params: unknown): string =>
  sent(endpoint, params as A);

/** What a call makes of this text as its reply; the message of the error where it is none. */
export const readBy = <B>({ name, decode }: Pick<Call<B>, 'name' | 'decode'>, payload: string): B | string =>
  orError(decode({ type: MessageType.Reply, sequence: 2, name, payload }));

/** What an endpoint makes of this text as its reply. */
export const received = <A, B>(endpoint: Endpoint<A, B>, payload: string): B | string =>
  readBy(call(endpoint, undefined as A), payload);
