import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import { type Call, call, type Endpoint } from '../../src/endpoint.ts';
import { gathering } from '../../src/codec/gathering.ts';
import { type ClientError, DecodeError } from '../../src/errors.ts';
import { MessageType } from '../../src/frame.ts';
import { mismatches } from '../../src/mismatches.ts';

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

/** What is wrong with the rows and the fields of a reply that are left out of it. */
const leftOutOf = <A, B>({ name, read, reply }: Endpoint<A, B>, payload: string): DecodeError | undefined => {
  const { mishaps } = gathering(() => reply.decode(read(payload)));
  return mishaps.length === 0 ? undefined : new DecodeError(name, mismatches(mishaps.flat()));
};

/** What an endpoint makes of this text as its reply, where nothing is left out; an error otherwise. */
export const wholeReply = <A, B>(endpoint: Endpoint<A, B>, payload: string): E.Either<ClientError, B> =>
  pipe(
    call(endpoint, undefined as A).decode({
      type: MessageType.Reply,
      sequence: 2,
      name: endpoint.name,
      payload,
    }),
    E.chain((reply) => {
      const error = leftOutOf(endpoint, payload);
      return error === undefined ? E.right(reply) : E.left(error);
    }),
  );

/** What an endpoint makes of this text as its reply; the message of the error where something is left out, too. */
export const received = <A, B>(endpoint: Endpoint<A, B>, payload: string): B | string =>
  orError(wholeReply(endpoint, payload));
