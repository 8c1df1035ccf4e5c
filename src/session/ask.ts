import * as E from 'fp-ts/lib/Either.js';
import * as t from 'io-ts';
import type { Observable } from 'rxjs';
import { anyCase } from '../codec/fast/anyCase.ts';
import { Flag } from '../codec/scalars/Flag.ts';
import type { Terms } from '../connection/inner.ts';
import { type Call, call, type Endpoint } from '../endpoint.ts';
import { readJson } from '../json/json.ts';
import { exchange } from '../requests/exchange.ts';
import type { Socket } from '../socket.ts';

const given = <A>(type: t.Type<A>) => t.union([type, t.null, t.undefined]);

/** Whatever does not belong in a field that the answer does not hang on counts as nothing. */
const orNothing = <A>(type: t.Type<A>) =>
  new t.Type<A | undefined, A | undefined, unknown>(
    type.name,
    (u): u is A | undefined => u === undefined || type.is(u),
    (u) => t.success(E.getOrElse((): A | undefined => undefined)(type.decode(u))),
    t.identity,
  );

const verdict = t.intersection([
  t.type({ Authenticated: given(Flag) }),
  t.partial({
    Requires2FA: given(Flag),
    Locked: orNothing(Flag),
    SessionToken: orNothing(t.string),
    errormsg: orNothing(t.string),
  }),
]);

/** What the three functions that log in have in common in their replies. */
export type LoginReply = t.TypeOf<typeof verdict>;

const loginReply = anyCase(verdict);

/** That the login is not accepted counts in whatever frame it comes, one of an error or of `result` false as well. */
const withOwnNoFirst = (asked: Call<LoginReply>): Call<LoginReply> => ({
  ...asked,
  decode: (frame, report) => {
    const reply = loginReply.decode(readJson(frame.payload));
    return E.isRight(reply) && reply.right.Authenticated === false ? reply : asked.decode(frame, report);
  },
});

/** Asks one of the functions that log in, within the time limit of the connection. */
export type Ask = <A>(endpoint: Endpoint<A, unknown>, params: A) => Observable<LoginReply>;

/** An {@link Ask} on this socket. */
export const askOn =
  (socket: Socket, terms: Terms): Ask =>
  (endpoint, params) =>
    exchange(socket, withOwnNoFirst(call({ ...endpoint, reply: loginReply }, params)), terms);
